import { clockTime } from '@bordet/text'
import { Icon } from '../parts/Icon.tsx'
import { MeetingLink } from '../parts/MeetingLink.tsx'
import { LanguageChoice } from '../parts/LanguageChoice.tsx'
import { useWords } from '../words.ts'
import { LaterSatElsewhere } from '../laterParts.tsx'
import { useAsk, useView } from './seatContext.ts'

/** The quiet exits under every screen: help, another seat, another language. */
export function Footer() {
  const { me } = useView()
  return (
    <footer class="foot">
      <MeetingLink />
      {!me.form && <HelpButton />}
      {!me.form && <LaterSatElsewhere />}
      <LanguageChoice />
    </footer>
  )
}

/** Calls the facilitator to the table. The call is the table's: who pressed is not said. */
function HelpButton() {
  const { say, language } = useWords()
  const { me, tables } = useView()
  const { ask, isBusy, outcome } = useAsk()
  const helpAt = tables.find((table) => table.number === me.table)?.helpAt ?? null
  const canAsk = me.may.includes('askHelp')
  if (helpAt === null && !canAsk) return null
  return (
    <div class="help">
      {helpAt === null && (
        <button class="btn" type="button" aria-disabled={isBusy} onClick={() => ask({ type: 'askHelp' })}>
          <Icon name="hand" />
          {isBusy ? say('sending') : say('askHelp')}
        </button>
      )}
      <div role="status">
        {helpAt !== null && (
          <p class="called">
            <Icon name="hand" />
            {say('helpCalled', { time: clockTime(language, helpAt) })}
          </p>
        )}
        {outcome === 'offline' && <p class="called">{say('helpOffline')}</p>}
      </div>
    </div>
  )
}
