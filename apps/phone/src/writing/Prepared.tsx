import { isForReading } from '@bordet/workshop'
import { Icon } from '../parts/Icon.tsx'
import { useView } from '../seat/seatContext.ts'

/** What was prepared for everybody to read: locked texts and imported quotes, zone by zone. */
export function Prepared() {
  const { phase, notes, language } = useView()
  const zones = phase.kind === 'interview' ? [] : phase.zones.filter(isForReading)
  return (
    <>
      {zones.map((zone) => {
        const texts = notes.filter((note) => note.zone === zone.id)
        if (texts.length === 0) return null
        return (
          <section key={zone.id} class="prepared" aria-labelledby={`read-${zone.id}`} lang={language}>
            <h2 id={`read-${zone.id}`}>
              <Icon name={zone.icon} /> {zone.title}
            </h2>
            <ul class="notes">
              {texts.map((note) => (
                <li class="note n-paper" key={note.id}>
                  {note.part && <span class="zt">{note.part}</span>}
                  <p>{note.text}</p>
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </>
  )
}
