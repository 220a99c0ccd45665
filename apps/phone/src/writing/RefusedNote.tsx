import type { Zone } from '@bordet/workshop'
import { useState } from 'preact/hooks'
import { copyText } from '../parts/copyText.ts'
import { Icon } from '../parts/Icon.tsx'
import type { Entry } from '../outbox/entry.ts'
import { photoToSend, textOf } from '../outbox/outbox.ts'
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
  const isShut = phaseStatusAt(phase, seat.clock.now()) === 'over' || !me.may.includes('addNote')
  // Anything but the engine's own codes is about the picture, which goes first.
  const isOfPhoto = photoToSend(entry) !== null
  // The zone that said "full" will say it again.
  const full = entry.refusal === 'zoneFull' ? entry.zone?.id : undefined
  const zones = text === '' || isShut ? [] : writableZones(phase).filter((zone) => zone.id !== full)

  const tryIn = async (zone: Zone) => {
    const { id: phaseId, name: phaseName } = phase
    await seat.addNote({
      zone: lookOfZone(zone),
      text,
      // A picture that was refused would be again.
      photo: isOfPhoto ? undefined : entry.photo,
      phaseId,
      phaseName,
      at: seat.clock.now(),
    })
    await seat.letGo(entry)
  }
  return (
    <div class="refused">
      <p class="trouble err">
        <Icon name="warn" />
        <span>{isOfPhoto ? say('photoBad') : sayRefusal(entry.refusal ?? '')}</span>
      </p>
      <div class="row">
        {zones.map((zone) => (
          <button class="btn" type="button" key={zone.id} onClick={() => tryIn(zone)}>
            <Icon name={zone.icon} />
            {say('tryIn', { zone: zone.title })}
          </button>
        ))}
        {text !== '' && (
          <button class="btn" type="button" onClick={() => setCopied(copyText(text))}>
            {say('copy')}
          </button>
        )}
        <button class="btn btn-quiet" type="button" onClick={() => seat.letGo(entry)}>
          {say(text === '' ? 'cancel' : 'throwAway')}
        </button>
      </div>
      <p role="status" class="hint">
        {copied === null ? '' : say(copied ? 'copied' : 'notCopied')}
      </p>
    </div>
  )
}
