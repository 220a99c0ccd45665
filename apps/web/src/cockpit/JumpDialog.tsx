/** Anywhere in the programme, for evenings that go another way than planned. Undo brings one back. */
import { clockTime } from '@bordet/text'
import { useCockpit } from './cockpitContext.ts'
import { jumpConsequences } from './jumpConsequences.ts'
import { shortName } from './mainAction.ts'

export function JumpDialog({ onClose }: { onClose(): void }) {
  const { view, say, language, may, commands } = useCockpit()
  const busy = commands.pending.some((ask) => ask.type === 'startPhase')
  const jump = async (phaseId: string) => {
    const from = view.phase.status === 'waiting' ? null : view.phase.id
    if (await commands.send({ type: 'startPhase', phaseId, from })) onClose()
  }
  return (
    <>
      <p className="muted">
        {say('jumpText')}{' '}
        {view.phase.status !== 'waiting' &&
          view.phase.zones.length > 0 &&
          say('jumpFreezes', { name: shortName(view.phase.name).short })}
      </p>
      <ol className="jumps">
        {view.agenda.map((row) => (
          <li key={row.id} className={row.state === 'now' ? 'cur' : ''}>
            <span className="t num">{clockTime(language, row.at)}</span>
            <span className="nm">
              {row.name}
              <small className="num">
                {[
                  say('minutesShort', { n: row.minutes }),
                  ...(row.state === 'now'
                    ? []
                    : jumpConsequences(view, row).map(({ key, holes }) => say(key, holes))),
                ].join(' · ')}
              </small>
            </span>
            {row.state === 'now' ? (
              <span className="tag tag-now">{say('jumpNow')}</span>
            ) : (
              <button
                className="btn btn-small"
                type="button"
                disabled={!may('startPhase') || busy}
                onClick={() => void jump(row.id)}
              >
                {say('jumpHere')}
                <span className="vh"> – {row.name}</span>
              </button>
            )}
          </li>
        ))}
      </ol>
    </>
  )
}
