import type { ComponentChildren } from 'preact'
import { Icon } from '../parts/Icon.tsx'
import { useAsk, useView } from '../seat/seatContext.ts'
import { useWords } from '../words.ts'

/** "I am here", for whoever has another table next, and the quiet ways out below. */
export function Arriving({ children }: { children?: ComponentChildren }) {
  const { say, sayRefusal } = useWords()
  const { me } = useView()
  const arriving = useAsk()
  const staying = useAsk()
  const outcome = arriving.outcome ?? staying.outcome
  return (
    <>
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
        {outcome !== null && typeof outcome === 'object' && <p class="said">{sayRefusal(outcome.refused)}</p>}
      </div>
      <div class="alts">
        {children}
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
    </>
  )
}
