/** Letters for those who want the harvest by post: one PDF to print, fold and put into window envelopes. */
import { useState } from 'react'
import { Icon } from '../shared/Icon.tsx'
import { fetchServerFile, saveFile } from '../shared/serverFile.ts'
import { useDesk } from './organiseContext.ts'

const sizes = [
  ['normal', 'lettersNormal'],
  ['large', 'lettersLarge'],
] as const

export function Letters({ workshopId, recipients }: { workshopId: string; recipients: number }) {
  const { key, say } = useDesk()
  const [told, setTold] = useState('')
  const [hasReport, setReport] = useState(false)
  const get = async (size: string) => {
    setTold(say('lettersBusy'))
    try {
      const file = await fetchServerFile(
        { workshopId, key },
        `letters?size=${size}&with=${hasReport ? 'report' : 'nothing'}`,
        'letters.pdf',
      )
      saveFile(file)
      setTold(say('fileSaved', { name: file.name }))
    } catch {
      setTold(say('failed'))
    }
  }
  if (recipients === 0) return null
  return (
    <section className="mailing" aria-labelledby="w-letters">
      <h3 id="w-letters">{say('lettersTitle', { n: recipients })}</h3>
      <p className="muted">{say('lettersText')}</p>
      <label className="tick">
        <input type="checkbox" checked={hasReport} onChange={({ target }) => setReport(target.checked)} />
        <span>{say('lettersWith')}</span>
      </label>
      <p className="doors">
        {sizes.map(([size, words]) => (
          <button key={size} className="btn" type="button" onClick={() => void get(size)}>
            <Icon name="print" />
            {say(words)}
          </button>
        ))}
      </p>
      <p role="status">{told}</p>
    </section>
  )
}
