import type { Zone } from '@bordet/workshop'
import { Icon } from '../parts/Icon.tsx'
import type { ZoneLook } from '../outbox/entry.ts'
import { useView } from '../seat/seatContext.ts'
import { useWords } from '../words.ts'
import { Tiles } from './Tiles.tsx'

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
  const choose = (id: string) => {
    const zone = props.zones.find((each) => each.id === id)
    if (zone) props.onChoose(zone)
  }
  return (
    <Tiles
      name="zone"
      legend={say('whichZone')}
      tiles={props.zones}
      chosen={props.chosen.id}
      onChoose={choose}
    />
  )
}

/** The zone's word on a note. */
export function ZoneTag({ look, part }: { look: ZoneLook | undefined; part?: string | undefined }) {
  const { language } = useView()
  if (!look) return null
  return (
    <span class="zt" lang={language}>
      <Icon name={look.icon} />
      {part === undefined ? look.title : `${look.title} · ${part}`}
    </span>
  )
}
