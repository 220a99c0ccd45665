/** A round, a harvest, a plenary: the question, the clock, where notes go, and how to come in late. */
import { ZoneIcon } from '../shared/Icon.tsx'
import { Fitted } from './Fitted.tsx'
import { JoinStrip } from './JoinStrip.tsx'
import { PhaseRing } from './PhaseClock.tsx'
import { useShown } from './screenContext.ts'

export function QuestionStage() {
  const { view, say } = useShown()
  const { phase } = view
  const heading = phase.question ?? phase.name
  const next = view.agenda.find((row) => row.state === 'next')
  return (
    <>
      <Fitted>
        <div className="two">
          <div className="ask">
            {phase.question && <p className="ph0">{phase.name}</p>}
            <h1>{heading}</h1>
            {!phase.question && phase.help && <p className="how">{phase.help}</p>}
            {phase.zones.length > 0 && (
              <ul className="zs">
                {phase.zones.map((zone) => (
                  <li key={zone.id} className={`n-${zone.color}`}>
                    <ZoneIcon name={zone.icon} />
                    {zone.title}
                  </li>
                ))}
              </ul>
            )}
            {!phase.question && next && <p className="nxt">{say('next', { name: next.name })}</p>}
          </div>
          <PhaseRing />
        </div>
      </Fitted>
      <JoinStrip />
    </>
  )
}
