/** What the evening becomes, and the button that makes it. */
import { clockTime } from '@bordet/text'
import { Icon } from '../shared/Icon.tsx'
import { tableCount, type Draft } from './checkDraft.ts'
import { useDesk } from './organiseContext.ts'
import type { Session } from '@bordet/workshop'
import { fromFields, planTimes } from './planTimes.ts'

interface Props {
  session: Session
  draft: Draft
  sending: boolean
  failure: string | null
}

export function Summary({ session, draft, sending, failure }: Props) {
  const { say, language } = useDesk()
  const startsAt = fromFields(draft.day, draft.time)
  const { end } = planTimes(
    startsAt ?? 0,
    session.phases.map((phase) => phase.minutes),
  )
  const tables = tableCount(draft)
  const scatters = session.phases.some((phase) => phase.rotation === 'scatter')
  return (
    <aside className="card sumc" aria-label={say('summaryLabel')}>
      <h2>{say('summary')}</h2>
      <dl className="num">
        {startsAt !== null && (
          <div>
            <dt>{say('time')}</dt>
            <dd>
              {clockTime(language, startsAt)}–{clockTime(language, end)}
            </dd>
          </div>
        )}
        {tables !== null && (
          <div>
            <dt>{say('tables')}</dt>
            <dd>{say('tablesAndPeople', { n: tables, from: tables * 3, to: tables * 6 })}</dd>
          </div>
        )}
        {scatters && (
          <div>
            <dt>{say('whenMoving')}</dt>
            <dd className="small">{say('whenMovingText')}</dd>
          </div>
        )}
      </dl>
      <button className="btn btn-main btn-big" type="submit" disabled={sending}>
        {sending && <span className="spin" aria-hidden="true" />}
        {say(sending ? 'creating' : 'create')}
      </button>
      <div role="alert">
        {failure && (
          <p className="err">
            <Icon name="warn" />
            {failure}
          </p>
        )}
      </div>
      <p className="hint">{say('createHint')}</p>
    </aside>
  )
}
