/** Calls the facilitator to the table, and says when help was had. */
import { sendCommand, type Credentials } from '@bordet/client'
import type { Say } from '@bordet/text'
import type svWords from '@bordet/text/board/sv'
import type { View } from '@bordet/workshop'
import { useState } from 'react'
import { Icon } from '../shared/Icon.tsx'

interface Props {
  who: Credentials
  table: number
  view: View
  say: Say<typeof svWords>
}

export function HelpButton({ who, table, view, say }: Props) {
  const [isSending, setSending] = useState(false)
  const [hasFailed, setFailed] = useState(false)
  const isAsked = (view.tables.find(({ number }) => number === table)?.helpAt ?? null) !== null
  const send = () => {
    setSending(true)
    sendCommand(who, isAsked ? { type: 'helpDone', table } : { type: 'askHelp' })
      .then(
        () => setFailed(false),
        () => setFailed(true),
      )
      .finally(() => setSending(false))
  }
  return (
    <>
      <button
        className="bt-help"
        type="button"
        aria-pressed={isAsked}
        disabled={isSending || view.status === 'closed'}
        title={say(isAsked ? 'helpAsked' : 'helpAsk')}
        onClick={send}
      >
        <Icon name="hand" />
        {say(isAsked ? 'helpComing' : 'help')}
      </button>
      <span className={hasFailed ? 'bt-help-words err' : 'vh'} role="status">
        {hasFailed ? say('helpFailed') : isAsked ? say('helpAsked') : ''}
      </span>
    </>
  )
}
