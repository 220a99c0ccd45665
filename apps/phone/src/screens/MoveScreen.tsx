import { useEffect } from 'preact/hooks'
import { Icon } from '../parts/Icon.tsx'
import { BigTable } from '../parts/BigTable.tsx'
import { Broadcast } from '../seat/Broadcast.tsx'
import { TimeLeft } from '../seat/Header.tsx'
import { SatElsewhere } from '../seat/SatElsewhere.tsx'
import { useAsk, useView } from '../seat/seatContext.ts'
import { useWords } from '../words.ts'

/** The number to walk to, as large as it gets. Stays until the person has arrived or says otherwise. */
export function MoveScreen() {
  const words = useWords()
  const { say } = words
  const { me, tables } = useView()
  const arriving = useAsk()
  const staying = useAsk()
  const table = tables.find(({ number }) => number === me.nextTable)
  useEffect(() => {
    // Once, where the browser can and may.
    navigator.vibrate?.(250)
  }, [me.nextTable])
  const outcome = arriving.outcome ?? staying.outcome
  return (
    <div class="ph mv moving">
      <header>
        <div class="bar">
          <span class="where">{me.table === null ? '' : say('thanksTable', { n: me.table })}</span>
          <TimeLeft exact />
        </div>
        <Broadcast />
      </header>
      <main>
        {table && <BigTable says="move" table={table} />}
        {table?.hostName && <p class="dir">{say('hostThere', { name: table.hostName })}</p>}
        <button
          class="btn btn-main"
          type="button"
          aria-disabled={arriving.isBusy}
          onClick={() => arriving.ask({ type: 'arrive' })}
        >
          <Icon name="check" />
          {arriving.isBusy ? say('sending') : say('arrived')}
        </button>
        <div role="status">
          {outcome === 'offline' && <p class="said">{say('askOffline')}</p>}
          {outcome !== null && typeof outcome === 'object' && (
            <p class="said">{words.sayRefusal(outcome.refused)}</p>
          )}
        </div>
        <div class="alts">
          <SatElsewhere />
          {me.may.includes('staySeated') && (
            <button
              class="btn btn-quiet"
              type="button"
              aria-disabled={staying.isBusy}
              onClick={() => staying.ask({ type: 'staySeated' })}
            >
              {say('staySeated')}
            </button>
          )}
        </div>
      </main>
    </div>
  )
}
