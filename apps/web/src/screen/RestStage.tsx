/** The break: when we meet again is what people look for. */
import { clockTime } from '@bordet/text'
import { Icon } from '../shared/Icon.tsx'
import { Fitted } from './Fitted.tsx'
import { JoinStrip } from './JoinStrip.tsx'
import { PhaseRing } from './PhaseClock.tsx'
import { useShown } from './screenContext.ts'

export function RestStage() {
  const { view, say, language } = useShown()
  const next = view.agenda.find((row) => row.state === 'next')
  return (
    <>
      <Fitted>
        <div className="two">
          <div className="ask rest">
            <h1>
              <Icon name="coffee" />
              {view.phase.name}
            </h1>
            {view.phase.endsAt !== null && (
              <p className="again">
                {say('meetAgain')} <b className="num">{clockTime(language, view.phase.endsAt)}</b>
              </p>
            )}
            {view.move && view.move.of > 0 && <p className="how">{say('movePhone')}</p>}
            {next && <p className="nxt">{say('next', { name: next.name })}</p>}
          </div>
          <PhaseRing />
        </div>
      </Fitted>
      <JoinStrip />
    </>
  )
}
