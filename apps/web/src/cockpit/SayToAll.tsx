/** Words to everybody: one tap sends a ready text, and it can be taken back as long as it is shown. */
import { clockTime } from '@bordet/text'
import { shownMessage, type Ask, type ShownMessage, type View } from '@bordet/workshop'
import { useState } from 'react'
import { Icon } from '../shared/Icon.tsx'
import { useServerNow } from '../shared/useServerNow.ts'
import { useCockpit } from './cockpitContext.ts'
import type { CockpitKey } from './words.ts'

const readyTexts = [
  'say1',
  'say2',
  'say3',
  'say4',
  'say5',
  'say6',
  'say7',
  'say8',
] as const satisfies CockpitKey[]

export function SayToAll() {
  const { view, clock, say, language } = useCockpit()
  const shown = shownMessage(view, useServerNow(clock))
  const again = breakEnds(view)
  const texts = readyTexts
    .map((key) => say(key, again === null ? {} : { time: clockTime(language, again) }))
    // Without a break in the evening nobody knows when to meet again.
    .filter((text) => !text.includes('{time}'))
  const own = shown !== null && !texts.includes(shown.text) ? shown : null
  return (
    <>
      <h2 id="sy">{say('sayTitle')}</h2>
      <p className="hint">{say('sayHint')}</p>
      <ul>
        {own !== null && <Shown message={own} />}
        {texts.map((text) =>
          text === shown?.text ? <Shown key={text} message={shown} /> : <Ready key={text} text={text} />,
        )}
      </ul>
      <OwnMessage />
    </>
  )
}

/** What everybody sees just now, be it said by somebody or gone out by itself. */
function Shown({ message: { text, at, from } }: { message: ShownMessage }) {
  const { view, say, language, may, commands } = useCockpit()
  const busy = commands.pending.some((ask) => ask.type === 'broadcast' || ask.type === 'setPrompts')
  const time = clockTime(language, at)
  const withdraw: Ask =
    from === 'prompt'
      ? { type: 'setPrompts', phaseId: view.phase.id, on: false }
      : { type: 'broadcast', text: '' }
  return (
    <li className="sent">
      <Icon name="check" />
      <p>
        {text}
        <small className="num">
          {from === 'prompt'
            ? say('sayWentOut', { time })
            : view.reach === null
              ? say('saySentAt', { time })
              : say('saySentTo', { time, n: view.reach })}
        </small>
      </p>
      <button
        className="btn btn-small"
        type="button"
        disabled={!may(withdraw.type) || busy}
        onClick={() => void commands.send(withdraw)}
      >
        {say('sayWithdraw')}
      </button>
    </li>
  )
}

function Ready({ text }: { text: string }) {
  const { view, say, language, may, commands } = useCockpit()
  const busy = commands.pending.some((ask) => ask.type === 'broadcast')
  const last = view.broadcast?.text === text ? view.broadcast : null
  return (
    <li>
      <button
        className="btn"
        type="button"
        disabled={!may('broadcast') || busy}
        onClick={() => void commands.send({ type: 'broadcast', text })}
      >
        <span>
          {text}
          {last && <small className="num">{say('saySentAt', { time: clockTime(language, last.at) })}</small>}
        </span>
      </button>
    </li>
  )
}

function OwnMessage() {
  const { say, may, commands } = useCockpit()
  const [text, setText] = useState('')
  const submit = async () => {
    if (text.trim() === '') return
    // The words stay in the field until the server has them.
    if (await commands.send({ type: 'broadcast', text: text.trim() })) setText('')
  }
  return (
    <form
      className="own"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <label className="lab" htmlFor="own">
        {say('sayOwn')}
      </label>
      <textarea
        className="in"
        id="own"
        rows={2}
        maxLength={200}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <button className="btn" type="submit" disabled={!may('broadcast')}>
        <Icon name="horn" />
        {say('saySend')}
      </button>
    </form>
  )
}

/** When people meet again after the running break or the next one. */
function breakEnds(view: View): number | null {
  if (view.phase.kind === 'break' && view.phase.endsAt !== null) return view.phase.endsAt
  const row = view.agenda.find(
    (one) => one.kind === 'break' && (one.state === 'next' || one.state === 'later'),
  )
  return row ? row.at + row.minutes * 60_000 : null
}
