import { LaterContactForm } from '../laterParts.tsx'
import { Frame } from '../parts/Frame.tsx'
import { useSeat, useView } from '../seat/seatContext.ts'
import { useWords } from '../words.ts'
import { OwnNotes } from '../writing/OwnNotes.tsx'

/** Thanks, and the truth about one's own words. */
export function ClosedScreen() {
  const { say } = useWords()
  const { notes, waiting } = useSeat()
  const { place, peopleCount, tables, hallNotes } = useView()
  const written = tables.reduce((sum, table) => sum + table.notes, hallNotes)
  const saved = notes.filter((note) => note.state === 'saved').length
  return (
    <Frame aside={<span class="where">{place}</span>}>
      <div class="thanks">
        <h1 tabIndex={-1}>{say('thanks')}</h1>
        <p>{say('thanksCount', { people: peopleCount, notes: written })}</p>
        {waiting > 0 ? (
          <p>{say('stillWaiting', { n: waiting })}</p>
        ) : (
          saved > 0 && <p>{say('allSaved', { n: saved })}</p>
        )}
      </div>
      <LaterContactForm />
      <OwnNotes />
    </Frame>
  )
}
