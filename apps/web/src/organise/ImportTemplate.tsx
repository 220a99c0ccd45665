/** Reads in a template's file: first what is in it, or what is wrong and where; then it is saved. */
import { useId, useState } from 'react'
import { Icon } from '../shared/Icon.tsx'
import { languageList } from './languageList.ts'
import { useDesk } from './organiseContext.ts'
import { readInTemplate, type FileRead } from './organiserApi.ts'

/** As the server takes them. */
const mostBytes = 1024 * 1024

type Looked = { text: string; read: FileRead } | null

export function ImportTemplate({ onSaved }: { onSaved(): void }) {
  const { key, plan, refusal, language } = useDesk()
  const id = useId()
  const [looked, setLooked] = useState<Looked>(null)
  const [told, setTold] = useState('')
  const look = async (file: File | undefined) => {
    setTold('')
    setLooked(null)
    if (!file) return
    if (file.size > mostBytes) return setLooked({ text: '', read: { code: 'bodyTooLarge', faults: [] } })
    try {
      const text = await file.text()
      setLooked({ text, read: await readInTemplate(key, text, { save: false, language }) })
    } catch {
      setTold(refusal('offline'))
    }
  }
  const save = async (text: string) => {
    try {
      const read = await readInTemplate(key, text, { save: true, language })
      if (!('summary' in read)) return setLooked({ text, read })
      setTold(plan('saved', { name: read.summary.name }))
      setLooked(null)
      onSaved()
    } catch {
      setTold(refusal('offline'))
    }
  }
  return (
    <section className="card save" aria-labelledby={`${id}h`}>
      <h2 id={`${id}h`}>{plan('importTitle')}</h2>
      <p className="muted" id={`${id}t`}>
        {plan('importText')}
      </p>
      <label className="lab" htmlFor={id}>
        {plan('chooseFile')}
      </label>
      <input
        className="in"
        id={id}
        type="file"
        accept=".json,application/json"
        aria-describedby={`${id}t`}
        onChange={(event) => {
          void look(event.target.files?.[0])
          // The same file, once mended, can be chosen again.
          event.target.value = ''
        }}
      />
      <div role="status">
        {told && <p>{told}</p>}
        {looked &&
          ('summary' in looked.read ? <Preview read={looked.read} /> : <Refusal read={looked.read} />)}
      </div>
      {looked && 'summary' in looked.read && (
        <p>
          <button className="btn btn-main" type="button" onClick={() => void save(looked.text)}>
            {plan('importSave')}
          </button>
        </p>
      )}
    </section>
  )
}

function Preview({ read: { summary } }: { read: Extract<FileRead, { summary: unknown }> }) {
  const { plan, language } = useDesk()
  return (
    <div className="pv">
      <h3>{plan('preview', { name: summary.name })}</h3>
      {summary.languages.length < 4 && (
        <p className="muted">{plan('onlyIn', { languages: languageList(language, summary.languages) })}</p>
      )}
      {summary.sessions.map((session) => (
        <details key={session.name} open={summary.sessions.length === 1}>
          <summary>
            {plan('previewSession', {
              name: session.name,
              n: session.phases.length,
              minutes: session.minutes,
            })}
          </summary>
          <ol>
            {session.phases.map((phase, index) => (
              <li key={index}>{phase}</li>
            ))}
          </ol>
        </details>
      ))}
    </div>
  )
}

function Refusal({ read: { code, faults } }: { read: Exclude<FileRead, { summary: unknown }> }) {
  const { plan, refusal } = useDesk()
  return (
    <div className="pv">
      <h3 className="err">
        <Icon name="warn" />
        {plan('refused')}
      </h3>
      {faults.length === 0 && <p>{refusal(code)}</p>}
      <ul>
        {faults.map(({ path, message, line, column }, index) => (
          <li key={index}>
            <p>{message}</p>
            <p className="hint">
              {path && <code>{path}</code>}
              {path && line !== undefined && ' · '}
              {line !== undefined && column !== undefined && plan('fault', { line, column })}
            </p>
          </li>
        ))}
      </ul>
    </div>
  )
}
