/** The report as it would be sent now: the web page of the files, in a frame that runs nothing. */
import type { Credentials } from '@bordet/client'
import { useCallback } from 'react'
import { fetchServerFile } from '../../shared/serverFile.ts'
import { useCockpit } from '../cockpitContext.ts'
import type { SayDesk } from './deskWords.ts'
import { useFetched } from './useFetched.ts'

/** The server writes all of it anew: not for every letter that somebody writes. */
const restMs = 2_000

export function Preview({ say }: { say: SayDesk }) {
  const { who, view, language } = useCockpit()
  const fetchPage = useCallback(
    async (own: Credentials, _before: string | null, signal: AbortSignal) => {
      const path = `export?format=html&language=${language}`
      const { blob } = await fetchServerFile(own, path, 'bordet.html', signal)
      return blob.text()
    },
    [language],
  )
  const { value: html } = useFetched(fetchPage, who, view.version, restMs)
  if (html === null) return <p role="status">{say('loading')}</p>
  return <iframe className="preview" title={say('showReport')} sandbox="" srcDoc={html} />
}
