/** The report as it would be sent now: the web page of the files, in a frame that runs nothing. */
import { useEffect, useRef, useState } from 'react'
import { fetchServerFile } from '../../shared/serverFile.ts'
import { useCockpit } from '../cockpitContext.ts'
import type { SayDesk } from './deskWords.ts'

const restMs = 800

export function Preview({ say }: { say: SayDesk }) {
  const { who, view, language } = useCockpit()
  const [html, setHtml] = useState<string | null>(null)
  const seen = useRef(0)
  useEffect(() => {
    seen.current = view.version
    let current = true
    // Not for every letter that somebody writes.
    const timer = setTimeout(() => {
      fetchServerFile(who, `export?format=html&language=${language}`, 'bordet.html')
        .then(({ blob }) => blob.text())
        .then(
          (text) => current && setHtml(text),
          () => {},
        )
    }, restMs)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [who, language, view.version])
  if (html === null) return <p role="status">{say('loading')}</p>
  return <iframe className="preview" title={say('showReport')} sandbox="" srcDoc={html} />
}
