/** What the room is choosing just now, beside dots: how many have put things in order or answered, and the groups. */
import { useCockpit } from './cockpitContext.ts'
import { Groups } from './Groups.tsx'

export function Choosing() {
  const { view, say, isLead } = useCockpit()
  const { ranking, scoring, consent, groups, phase, vote } = view
  const asksForGroups = phase.zones.some(({ kind }) => kind === 'signup') && phase.status !== 'waiting'
  const lines = [
    vote && vote.paperDots > 0 && say('choosingPaper', { n: vote.paperDots }),
    ranking && say('choosingOrder', { n: ranking.people ?? 0, of: view.peopleCount }),
    // Until it is shown the main button says so.
    scoring &&
      !(isLead && vote && !vote.revealed) &&
      say('choosingScores', { n: scoring.people ?? 0, of: view.peopleCount }),
    consent?.counts &&
      say('choosingConsent', { ...consent.counts, n: consent.answered, of: view.peopleCount }),
  ].filter((line) => line)
  const hasGroups = groups !== null && (asksForGroups || groups.length > 0)
  if (lines.length === 0 && !hasGroups) return null
  return (
    <section className="card choosing" aria-label={say('choosingLabel')}>
      {lines.map((line) => (
        <p key={line || ''} className="num">
          {line}
        </p>
      ))}
      {groups && asksForGroups && <Groups groups={groups} />}
      {groups && !asksForGroups && groups.length > 0 && (
        <details className="paper-also">
          <summary>{say('groupsTitle')}</summary>
          <Groups groups={groups} />
        </details>
      )}
    </section>
  )
}
