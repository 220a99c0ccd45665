import { useRender } from '../parts/useRender.ts'
import { Icon } from '../parts/Icon.tsx'
import { draftsOffered, keepDraft, type Draft } from '../seat/drafts.ts'
import { useSeat, useView } from '../seat/seatContext.ts'
import { useWords } from '../words.ts'

/**
 * Words somebody was writing when time was out. They were written in that round, so they may still be put up there;
 * nothing is sent without being asked for. They are offered until the next round has been left.
 */
export function LeftoverDrafts() {
  const { say } = useWords()
  const { seat } = useSeat()
  const { phase, language } = useView()
  const look = useRender()
  const drafts = draftsOffered(seat.owner, phase.id)
  if (drafts.length === 0) return null

  const clear = (draft: Draft) => {
    keepDraft(seat.owner, { ...draft, text: '' })
    look()
  }
  const putUp = async (draft: Draft) => {
    await seat.addNote({ ...draft, text: draft.text.trim() })
    clear(draft)
  }
  return (
    <section class="leftover" aria-labelledby="leftover">
      <h2 id="leftover">{say('leftover')}</h2>
      <ul class="notes">
        {drafts.map((draft) => (
          <li class="mine" key={draft.phaseId}>
            <div class={`note n-${draft.zone.color}`}>
              <span class="zt" lang={language}>
                <Icon name={draft.zone.icon} />
                {draft.zone.title} · {draft.phaseName}
              </span>
              <p>{draft.text}</p>
            </div>
            <div class="row">
              <button class="btn" type="button" onClick={() => putUp(draft)}>
                {say('putUpAnyway')}
              </button>
              <button class="btn btn-quiet" type="button" onClick={() => clear(draft)}>
                {say('throwAway')}
              </button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
