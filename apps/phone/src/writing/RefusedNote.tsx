import { useState } from 'preact/hooks'
import { copyText } from '../parts/copyText.ts'
import { Icon } from '../parts/Icon.tsx'
import type { Entry } from '../outbox/entry.ts'
import { textOf } from '../outbox/outbox.ts'
import { phaseStatusAt, writableZones } from '../seat/pickScreen.ts'
import { useSeat, useView } from '../seat/seatContext.ts'
import { useWords } from '../words.ts'
import { lookOfZone } from './ZoneChoice.tsx'

/** Why the words could not be put up, and what one can do with them. */
export function RefusedNote({ entry }: { entry: Entry }) {
  const { say, sayRefusal } = useWords()
  const { seat } = useSeat()
  const { phase, me } = useView()
  const [copied, setCopied] = useState<boolean | null>(null)
  const text = textOf(entry)
  const zones = writableZones(phase)
  const zone = zones.find(({ id }) => id === entry.zone?.id) ?? zones[0]
  const canTry = text !== '' && zone !== undefined && me.may.includes('addNote')
  const isOver = phaseStatusAt(phase, seat.clock.now()) === 'over'

  const tryHere = async () => {
    if (!zone) return
    const { id: phaseId, name: phaseName } = phase
    await seat.addNote({ zone: lookOfZone(zone), text, phaseId, phaseName, at: seat.clock.now() })
    await seat.letGo(entry)
  }
  return (
    <div class="refused">
      <p class="trouble err">
        <Icon name="warn" />
        <span>{sayRefusal(entry.refusal ?? '')}</span>
      </p>
      <div class="row">
        {canTry && !isOver && (
          <button class="btn" type="button" onClick={tryHere}>
            {say('tryHere')}
          </button>
        )}
        {text !== '' && (
          <button class="btn" type="button" onClick={() => setCopied(copyText(text))}>
            {say('copy')}
          </button>
        )}
        <button class="btn btn-quiet" type="button" onClick={() => seat.letGo(entry)}>
          {say(text === '' ? 'ok' : 'throwAway')}
        </button>
      </div>
      <p role="status" class="hint">
        {copied === null ? '' : say(copied ? 'copied' : 'notCopied')}
      </p>
    </div>
  )
}
