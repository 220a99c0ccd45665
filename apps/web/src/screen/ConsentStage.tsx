/** A yes or no of the whole room: how many have answered, and, when time is out, what. */
import { Fitted } from './Fitted.tsx'
import { JoinStrip } from './JoinStrip.tsx'
import { PhaseRing } from './PhaseClock.tsx'
import { useShown } from './screenContext.ts'
import { Turnout } from './Turnout.tsx'

export function ConsentStage() {
  const { view, say } = useShown()
  const { consent } = view
  if (!consent) return null
  const { counts, answered } = consent
  return (
    <>
      <Fitted>
        <div className="two">
          <Turnout
            how={say('consentHow')}
            done={answered}
            text={say('answered', { n: answered, of: view.peopleCount })}
          />
          {/* Also for whoever may know it sooner: the room learns it when time is out. */}
          {counts && view.phase.status === 'over' ? (
            <dl className="yn num">
              <div>
                <dt>{say('yes')}</dt>
                <dd>{counts.yes}</dd>
              </div>
              <div>
                <dt>{say('no')}</dt>
                <dd>{counts.no}</dd>
              </div>
            </dl>
          ) : (
            <PhaseRing />
          )}
        </div>
      </Fitted>
      <JoinStrip />
    </>
  )
}
