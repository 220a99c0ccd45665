/** Words to one table alone: on its screen and on the phones of those who sit there. */
import { clockTime } from '@bordet/text'
import { useState } from 'react'
import { Icon } from '../shared/Icon.tsx'
import { useCockpit } from './cockpitContext.ts'

export function SayToTable({ table }: { table: number }) {
  const { view, say, language, may, commands } = useCockpit()
  const [text, setText] = useState('')
  const said = view.tableMessages?.[table]
  const busy = commands.pending.some((ask) => ask.type === 'broadcast')
  const send = async () => {
    if (text.trim() === '' || busy) return
    // The words stay in the field until the server has them.
    if (await commands.send({ type: 'broadcast', text: text.trim(), table })) setText('')
  }
  return (
    <form
      className="say-table"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <label className="lab" htmlFor="sayTable">
        {say('sayTableTitle', { table })}
      </label>
      <input
        className="in"
        id="sayTable"
        maxLength={200}
        aria-describedby="sayTableHint"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <p className="hint" id="sayTableHint">
        {say('sayTableHint')}
      </p>
      <button className="btn btn-small" type="submit" disabled={!may('broadcast') || busy}>
        <Icon name="horn" />
        {say('sayTableSend')}
      </button>
      <div role="status">
        {said && (
          <p className="said">
            <Icon name="check" />
            <span>
              {said.text}{' '}
              <small className="num">{say('saySentAt', { time: clockTime(language, said.at) })}</small>
            </span>
            <button
              className="btn btn-small"
              type="button"
              disabled={!may('broadcast') || busy}
              onClick={() => void commands.send({ type: 'broadcast', text: '', table })}
            >
              {say('sayWithdraw')}
            </button>
          </p>
        )}
      </div>
    </form>
  )
}
