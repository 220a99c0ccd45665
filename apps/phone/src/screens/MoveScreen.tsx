import { useEffect } from 'preact/hooks'
import { BigTable } from '../parts/BigTable.tsx'
import { LaterFloorPlan, LaterSatElsewhere } from '../laterParts.tsx'
import { MeetingLink } from '../parts/MeetingLink.tsx'
import { Head } from '../seat/Head.tsx'
import { TimeLeft } from '../seat/Header.tsx'
import { useView } from '../seat/seatContext.ts'
import { useWords } from '../words.ts'
import { Arriving } from './Arriving.tsx'

/** The number to walk to, as large as it gets. Stays until the person has arrived or says otherwise. */
export function MoveScreen() {
  const { say } = useWords()
  const { me, tables } = useView()
  const table = tables.find(({ number }) => number === me.nextTable)
  useEffect(() => {
    // Once, where the browser can and may.
    navigator.vibrate?.(250)
  }, [me.nextTable])
  return (
    <div class="ph mv moving">
      <Head>
        <div class="bar">
          <span class="where">{me.table === null ? '' : say('thanksTable', { n: me.table })}</span>
          <TimeLeft exact />
        </div>
      </Head>
      <main>
        {table && <BigTable says="move" table={table} />}
        {table?.hostName && <p class="dir">{say('hostThere', { name: table.hostName })}</p>}
        <LaterFloorPlan />
        <MeetingLink />
        <Arriving>
          <LaterSatElsewhere />
        </Arriving>
      </main>
    </div>
  )
}
