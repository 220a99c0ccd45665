/** Whose table this is, where a move takes people to other towns or mixes them. */
import { useId, useState } from 'react'
import { useCockpit } from './cockpitContext.ts'

export function TownField({ number }: { number: number }) {
  const { view, say, may, commands } = useCockpit()
  const id = useId()
  const town = view.tables.find((table) => table.number === number)?.town ?? ''
  // Null: what the server has is shown.
  const [draft, setDraft] = useState<string | null>(null)
  const towns = [...new Set(view.tables.flatMap((table) => table.town || []))]
  const save = async () => {
    if (draft === null) return
    const isSaved =
      draft.trim() === town || (await commands.send({ type: 'setTown', table: number, town: draft.trim() }))
    if (isSaved) setDraft(null)
  }
  return (
    <form
      className="field td-town"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <label className="lab" htmlFor={id}>
        {say('townChoice')}
      </label>
      <input
        className="in"
        id={id}
        list={`${id}-towns`}
        maxLength={60}
        aria-describedby={`${id}-hint`}
        value={draft ?? town}
        disabled={!may('setTown')}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={() => void save()}
      />
      <datalist id={`${id}-towns`}>
        {towns.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <p className="hint" id={`${id}-hint`}>
        {say('townHint')}
      </p>
    </form>
  )
}
