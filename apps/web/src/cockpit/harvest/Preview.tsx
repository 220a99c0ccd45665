/** The report as it would be sent now: the web page of the files, in a frame that runs nothing and never leaves it. */
import type { Credentials } from '@bordet/client'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import { fetchServerFile } from '../../shared/serverFile.ts'
import { useCockpit } from '../cockpitContext.ts'
import type { SayDesk } from './deskWords.ts'
import { inFrame } from './inFrame.ts'
import { useFetched } from './useFetched.ts'

/** The server writes all of it anew: not for every letter that somebody writes. */
const restMs = 2_000

/** `title`: of the section that is being written, which is shown. */
export function Preview({ say, title }: { say: SayDesk; title: string }) {
  const { who, view, language } = useCockpit()
  const frame = useRef<HTMLIFrameElement>(null)
  /** How far it was scrolled: a new page goes on there. */
  const top = useRef<number | null>(null)
  const fetchPage = useCallback(
    async (own: Credentials, _before: string | null, signal: AbortSignal) => {
      const path = `export?format=html&language=${language}`
      const { blob } = await fetchServerFile(own, path, 'bordet.html', signal)
      return blob.text()
    },
    [language],
  )
  const { value: html, hasFailed } = useFetched(fetchPage, who, view.version, restMs)
  const page = useMemo(() => (html === null ? null : inFrame(html)), [html])
  useEffect(() => {
    top.current = null
    showPart(frame.current, title)
  }, [title])
  const onLoad = () => {
    const pane = frame.current?.contentWindow
    if (!pane) return
    if (top.current === null) showPart(frame.current, title)
    else pane.scrollTo(0, top.current)
    pane.addEventListener('scroll', () => {
      top.current = pane.scrollY
    })
  }
  return (
    <div className="preview-side">
      {page === null && <p role="status">{say(hasFailed ? 'loadFailed' : 'loading')}</p>}
      {page !== null && (
        <iframe
          ref={frame}
          className="preview"
          title={say('showReport')}
          // Nothing in it runs. The same origin, so that this page may scroll it; links elsewhere open beside it.
          sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
          srcDoc={page}
          onLoad={onLoad}
        />
      )}
      {page !== null && hasFailed && <p role="status">{say('previewOld')}</p>}
    </div>
  )
}

function showPart(frame: HTMLIFrameElement | null, title: string): void {
  const headings = [...(frame?.contentDocument?.querySelectorAll('h2') ?? [])]
  const heading = headings.find(({ textContent }) => textContent.trim() === title)
  const pane = frame?.contentWindow
  // Not `scrollIntoView`, which scrolls the page around the frame too.
  if (heading && pane) pane.scrollTo(0, heading.getBoundingClientRect().top + pane.scrollY)
}
