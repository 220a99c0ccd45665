/** The programme as it will be, with clock times that follow the start. Read only for now. */
import { clockTime } from '@bordet/text'
import { ZoneIcon } from '../shared/Icon.tsx'
import { fillPlace, type Draft } from './checkDraft.ts'
import { useDesk } from './organiseContext.ts'
import type { SessionChoice } from './organiserApi.ts'
import { fromFields, planTimes } from './planTimes.ts'

export function Programme({ session, draft }: { session: SessionChoice; draft: Draft }) {
  const { say, language: pageLanguage } = useDesk()
  const { language } = draft
  const startsAt = fromFields(draft.day, draft.time)
  const { starts } = planTimes(
    startsAt ?? 0,
    session.phases.map((phase) => phase.minutes),
  )
  const place = draft.place.trim() || '…'
  return (
    <section className="st2" aria-labelledby="programme">
      <h2 id="programme">{say('programme')}</h2>
      <ol className="ed">
        {session.phases.map((phase, index) => {
          const at = starts[index]
          const zones = session.zones.filter((zone) => phase.zones.includes(zone.id))
          return (
            <li key={phase.id}>
              <span className="t num">
                {startsAt !== null && at !== undefined && clockTime(pageLanguage, at)}
              </span>
              <div lang={language}>
                <p className="nm">{fillPlace(phase.name[language], place)}</p>
                {phase.question && <p className="kind">{fillPlace(phase.question[language], place)}</p>}
                {zones.length > 0 && (
                  <ul className="z">
                    {zones.map((zone) => (
                      <li key={zone.id} className={`tag n-${zone.color}`}>
                        <ZoneIcon name={zone.icon} />
                        {zone.title[language]}
                      </li>
                    ))}
                  </ul>
                )}
              </div>
              <span className="mn num">{say('minutesShort', { n: phase.minutes })}</span>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
