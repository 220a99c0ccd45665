import { clockTime } from '@bordet/text'
import { Logo } from '../parts/Logo.tsx'
import { BigTable } from '../parts/BigTable.tsx'
import { Footer } from '../seat/Footer.tsx'
import { Head } from '../seat/Head.tsx'
import { isBeforeStart } from '../seat/pickScreen.ts'
import { useSeat, useView } from '../seat/seatContext.ts'
import { useWords } from '../words.ts'
import { OwnNotes } from '../writing/OwnNotes.tsx'

/** "Du sitter vid bord 4", large: what a person looks for when coming in. */
export function TableScreen({ isNewHere, onFound }: { isNewHere: boolean; onFound(): void }) {
  const { say, language } = useWords()
  const { seat, waiting } = useSeat()
  const view = useView()
  const { me, tables, place } = view
  const table = tables.find(({ number }) => number === me.table)
  const first = view.agenda.find((row) => row.kind !== 'arrival' && row.state !== 'done')
  const startsAt = first?.at ?? view.startsAt
  const isLate = startsAt <= seat.clock.now()
  return (
    <div class="ph mv">
      <Head>
        <div class="bar">
          <Logo />
          <span class="where">{place}</span>
        </div>
      </Head>
      <main>
        {table ? <BigTable says="yourTable" table={table} /> : <h1 tabIndex={-1}>{say('noTable')}</h1>}
        {me.isHost && <p class="dir">{say('youHost')}</p>}
        {isBeforeStart(view) ? (
          <p class="soon">
            <b class="num">
              {isLate ? say('startsSoon') : say('startsAt', { time: clockTime(language, startsAt) })}
            </b>
            {say('phoneTells')}
          </p>
        ) : (
          isNewHere && (
            <button class="btn btn-main" type="button" onClick={onFound}>
              {say('found')}
            </button>
          )
        )}
        {waiting > 0 && <OwnNotes />}
      </main>
      <Footer />
    </div>
  )
}
