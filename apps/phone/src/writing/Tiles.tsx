import type { NoteColor } from '@bordet/workshop'
import { Icon } from '../parts/Icon.tsx'
import { useView } from '../seat/seatContext.ts'

export interface Tile {
  id: string
  title: string
  color: NoteColor
  icon?: string
}

/** One of several, as large tiles: word, colour and radio dot. */
export function Tiles(props: {
  name: string
  legend: string
  tiles: readonly Tile[]
  chosen: string | undefined
  onChoose(id: string): void
}) {
  const { language } = useView()
  return (
    <fieldset>
      <legend class="lab">{props.legend}</legend>
      <div class={`choices t${props.tiles.length}-${props.name}`} lang={language}>
        {props.tiles.map(({ id, title, color, icon }) => (
          <label class="choice" key={id}>
            <input
              type="radio"
              name={props.name}
              checked={id === props.chosen}
              onChange={() => props.onChoose(id)}
            />
            <span class={`tile n-${color}`}>
              {icon && <Icon name={icon} />}
              <span class="grow">{title}</span>
              <span class="dot" />
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
