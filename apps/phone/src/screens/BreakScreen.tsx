import { BigTable } from '../parts/BigTable.tsx'
import { LaterFloorPlan, LaterLeftoverDrafts } from '../laterParts.tsx'
import { Icon } from '../parts/Icon.tsx'
import { Footer } from '../seat/Footer.tsx'
import { Header } from '../seat/Header.tsx'
import { useSeat, useView } from '../seat/seatContext.ts'
import { useWords } from '../words.ts'
import { OwnNotes } from '../writing/OwnNotes.tsx'
import { Arriving } from './Arriving.tsx'

/** A break before another table: coffee first, and the number for afterwards. */
export function BreakScreen() {
  const { say } = useWords()
  const { waiting } = useSeat()
  const { me, tables } = useView()
  const table = tables.find(({ number }) => number === me.nextTable)
  return (
    <div class="ph mv">
      <Header />
      <main>
        <p class="now-card">
          <Icon name="coffee" />
          <span>{say('isBreak')}</span>
        </p>
        {table && <BigTable says="afterBreak" table={table} />}
        {table?.hostName && <p class="dir">{say('hostThere', { name: table.hostName })}</p>}
        <LaterFloorPlan />
        <Arriving />
        <LaterLeftoverDrafts />
        {waiting > 0 && <OwnNotes />}
      </main>
      <Footer />
    </div>
  )
}
