import { LaterLeftoverDrafts } from '../laterParts.tsx'
import { Footer } from '../seat/Footer.tsx'
import { Header } from '../seat/Header.tsx'
import { useSeat } from '../seat/seatContext.ts'
import { OwnNotes } from '../writing/OwnNotes.tsx'
import { Choices } from './Choices.tsx'
import { Question } from './RoundScreen.tsx'

/** A phase in which people choose and do not write. */
export function VoteScreen() {
  const { waiting } = useSeat()
  return (
    <div class="ph">
      <Header />
      <main>
        <Question />
        <Choices />
        {waiting > 0 && <OwnNotes />}
        <LaterLeftoverDrafts />
      </main>
      <Footer />
    </div>
  )
}
