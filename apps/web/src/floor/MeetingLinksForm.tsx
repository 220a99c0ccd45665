/** For meetings online: one address for each table. Several lines pasted into one field fill those below it. */
import { useId, useState, type ClipboardEvent, type FormEvent } from 'react'
import type { SayFloor } from './words.ts'

export interface MeetingLinkEntry {
  table: number
  url: string
}

interface Props {
  links: readonly MeetingLinkEntry[]
  tables: readonly number[]
  say: SayFloor
  failure: string | null
  save(links: MeetingLinkEntry[]): Promise<boolean>
  onDone(): void
}

export function MeetingLinksForm({ links, tables, say, failure, save, onDone }: Props) {
  const id = useId()
  const [typed, setTyped] = useState<ReadonlyMap<number, string>>(
    () => new Map(links.map(({ table, url }) => [table, url])),
  )
  const [wrong, setWrong] = useState<number | null>(null)
  const entries = tables
    .map((table) => ({ table, url: (typed.get(table) ?? '').trim() }))
    .filter(({ url }) => url !== '')

  const paste = (event: ClipboardEvent, table: number) => {
    const lines = event.clipboardData
      .getData('text')
      .split(/\s+/)
      .filter((line) => line !== '')
    if (lines.length < 2) return
    event.preventDefault()
    const from = tables.indexOf(table)
    const filled = tables.slice(from).flatMap((number, index): [number, string][] => {
      const line = lines[index]
      return line === undefined ? [] : [[number, line]]
    })
    setTyped(new Map([...typed, ...filled]))
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const bad = entries.find(({ url }) => !isAddress(url))
    setWrong(bad?.table ?? null)
    if (bad) return document.getElementById(`${id}-${bad.table}`)?.focus()
    if (await save(entries)) onDone()
  }
  return (
    <form className="meet-form" onSubmit={(event) => void submit(event)} noValidate>
      <p className="muted">{say('meetIntro')}</p>
      <ol>
        {tables.map((table) => (
          <li key={table}>
            <label htmlFor={`${id}-${table}`}>{say('table', { n: table })}</label>
            <input
              className="in"
              id={`${id}-${table}`}
              type="url"
              inputMode="url"
              placeholder="https://"
              maxLength={500}
              value={typed.get(table) ?? ''}
              aria-invalid={wrong === table}
              aria-describedby={wrong === table ? `${id}-wrong` : undefined}
              onPaste={(event) => paste(event, table)}
              onChange={(event) => setTyped(new Map(typed).set(table, event.target.value))}
            />
            {wrong === table && (
              <p className="err" id={`${id}-wrong`}>
                {say('meetWrong')}
              </p>
            )}
          </li>
        ))}
      </ol>
      <p role="status">{failure}</p>
      <button className="btn btn-main" type="submit">
        {say('save')}
      </button>
    </form>
  )
}

function isAddress(text: string): boolean {
  return URL.canParse(text) && new URL(text).protocol === 'https:'
}
