/** The whole meeting as a file, and a file read in again. */
import { useId, useState } from 'react'
import { Icon } from '../shared/Icon.tsx'
import { fetchServerFile, saveFile } from '../shared/serverFile.ts'
import { pageHref, useDesk } from './organiseContext.ts'
import { readInBackup } from './organiserApi.ts'

export function Backup({ workshopId }: { workshopId: string }) {
  const { key, say } = useDesk()
  const [told, setTold] = useState('')
  const get = async () => {
    setTold(say('backupBusy'))
    try {
      const file = await fetchServerFile({ workshopId, key }, 'backup', 'bordet.json')
      saveFile(file)
      setTold(say('backupDone', { name: file.name }))
    } catch {
      setTold(say('backupFailed'))
    }
  }
  return (
    <section className="card papers" aria-labelledby="w-backup">
      <h2 id="w-backup">{say('backupTitle')}</h2>
      <p className="muted">{say('backupText')}</p>
      <button className="btn" type="button" onClick={() => void get()}>
        <Icon name="download" />
        {say('backupButton')}
      </button>
      <p role="status">{told}</p>
    </section>
  )
}

export function RestoreBackup() {
  const { key, say, refusal } = useDesk()
  const id = useId()
  const [told, setTold] = useState('')
  const [isBusy, setBusy] = useState(false)
  const read = async (file: File | undefined) => {
    if (!file) return
    setBusy(true)
    setTold(say('restoreBusy'))
    const answer = await readInBackup(key, file)
    setBusy(false)
    if ('id' in answer) location.assign(pageHref(key, { workshop: answer.id }))
    else setTold(refusal(answer.code))
  }
  return (
    <section className="card save" aria-labelledby={`${id}h`}>
      <h2 id={`${id}h`}>{say('restoreTitle')}</h2>
      <p className="muted" id={`${id}t`}>
        {say('restoreText')}
      </p>
      <p className="doors imp">
        {/* The browser's own button speaks the browser's language. */}
        <label className="btn">
          <Icon name="plus" />
          {say('restoreFile')}
          <input
            className="vh"
            id={id}
            type="file"
            accept=".json,application/json"
            disabled={isBusy}
            aria-describedby={`${id}t`}
            onChange={(event) => {
              void read(event.target.files?.[0])
              // The same file can be chosen again.
              event.target.value = ''
            }}
          />
        </label>
      </p>
      <p role="status">{told}</p>
      {isBusy && <progress aria-label={say('restoreBusy')} />}
    </section>
  )
}
