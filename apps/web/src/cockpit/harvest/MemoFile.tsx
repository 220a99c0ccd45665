/** The page for politicians as a file of its own. */
import { useState } from 'react'
import { Icon } from '../../shared/Icon.tsx'
import { fetchServerFile, saveFile } from '../../shared/serverFile.ts'
import { useCockpit } from '../cockpitContext.ts'
import type { SayDesk } from './deskWords.ts'

export function MemoFile({ say }: { say: SayDesk }) {
  const { who, language } = useCockpit()
  const [hasFailed, setFailed] = useState(false)
  const get = async () => {
    try {
      saveFile(await fetchServerFile(who, `export?format=memo&language=${language}`, 'bordet.pdf'))
      setFailed(false)
    } catch {
      setFailed(true)
    }
  }
  return (
    <div>
      <button className="btn" type="button" onClick={() => void get()}>
        <Icon name="download" />
        {say('memoGet')}
      </button>
      <p role="status">{hasFailed && say('memoFailed')}</p>
    </div>
  )
}
