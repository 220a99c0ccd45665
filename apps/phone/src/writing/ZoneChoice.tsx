import type { Zone } from '@bordet/workshop'
import { Icon } from '../parts/Icon.tsx'
import type { ZoneLook } from '../outbox/entry.ts'
import { useView } from '../seat/seatContext.ts'
import { useWords } from '../words.ts'

export const lookOfZone = ({ id, title, icon, color }: Zone): ZoneLook => ({ id, title, icon, color })

/** Where the thought belongs: icon, word and colour. With one zone there is nothing to choose, but still a name to know. */
export function ZoneChoice(props: { zones: readonly Zone[]; chosen: Zone; onChoose(zone: Zone): void }) {
  const { say } = useWords()
  const { language } = useView()
  if (props.zones.length < 2) {
    return (
      <p class={`tile only-zone n-${props.chosen.color}`} id="zone" lang={language}>
        <Icon name={props.chosen.icon} />
        {props.chosen.title}
      </p>
    )
  }
  return (
    <fieldset>
      <legend class="lab">{say('whichZone')}</legend>
      <div class="choices" lang={language}>
        {props.zones.map((zone) => (
          <label class="choice" key={zone.id}>
            <input
              type="radio"
              name="zone"
              checked={zone.id === props.chosen.id}
              onChange={() => props.onChoose(zone)}
            />
            <span class={`tile n-${zone.color}`}>
              <Icon name={zone.icon} />
              <span class="grow">{zone.title}</span>
              <span class="dot" />
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** The zone's word on a note. */
export function ZoneTag({ look }: { look: ZoneLook | undefined }) {
  const { language } = useView()
  if (!look) return null
  return (
    <span class="zt" lang={language}>
      <Icon name={look.icon} />
      {look.title}
    </span>
  )
}
