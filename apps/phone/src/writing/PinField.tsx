import type { Zone } from '@bordet/workshop'
import { useView } from '../seat/seatContext.ts'
import { useWords } from '../words.ts'

export type Pin = [number, number]

const steps: Readonly<Record<string, Pin>> = {
  ArrowLeft: [-0.02, 0],
  ArrowRight: [0.02, 0],
  ArrowUp: [0, -0.02],
  ArrowDown: [0, 0.02],
}

/** A map to put one pin on: by a tap, or with the arrow keys. Shows the others' pins. */
export function PinField(props: { zone: Zone; pin: Pin | null; onPin(pin: Pin): void }) {
  const { say } = useWords()
  const { notes } = useView()
  const { zone, pin } = props
  const others = notes.filter((note) => note.zone === zone.id && note.pin)
  const tap = (event: MouseEvent & { currentTarget: HTMLButtonElement }) => {
    // Enter and space press the button too, in no place.
    if (event.detail === 0) return props.onPin(pin ?? [50, 50])
    const box = event.currentTarget.getBoundingClientRect()
    props.onPin([
      inside((event.clientX - box.left) / box.width),
      inside((event.clientY - box.top) / box.height),
    ])
  }
  const step = (event: KeyboardEvent) => {
    const by = steps[event.key]
    if (!by) return
    event.preventDefault()
    const [x, y] = pin ?? [50, 50]
    props.onPin([inside(x / 100 + by[0]), inside(y / 100 + by[1])])
  }
  return (
    <div>
      <button
        class="map"
        id="map"
        type="button"
        aria-label={`${zone.title}. ${say('mapHow')}`}
        aria-describedby="map-place"
        onClick={tap}
        onKeyDown={step}
      >
        {zone.image && (
          <img
            src={zone.image.url}
            alt={zone.image.alt ?? ''}
            width={zone.image.width}
            height={zone.image.height}
          />
        )}
        {others.map((note) => note.pin && <span key={note.id} class="pin other" style={place(note.pin)} />)}
        {pin && <span class="pin" style={place(pin)} />}
      </button>
      <p class="hint" id="map-place" role="status">
        {pin ? say('mapPlace', { x: Math.round(pin[0]), y: Math.round(pin[1]) }) : say('mapHow')}
      </p>
    </div>
  )
}

function place([x, y]: readonly [number, number]) {
  return { left: `${x}%`, top: `${y}%` }
}

/** Tenths of a percent are a step on the ground. */
function inside(share: number): number {
  return Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10
}
