/** The programme of a workshop that is not made yet: the template's, changed as one likes. */
import { changeSession, type ProgrammeChange } from '@bordet/workshop/programme'
import { languageNames } from '@bordet/text'
import { useEffect, useRef, useState } from 'react'
import { Icon } from '../shared/Icon.tsx'
import { programmeKey, programmeOf } from './checkDraft.ts'
import type { PartProps } from './Field.tsx'
import { languageList } from './languageList.ts'
import { useDesk } from './organiseContext.ts'
import type { SessionChoice, TemplateChoice } from './organiserApi.ts'
import { fromFields } from './planTimes.ts'
import { ProgrammeEditor } from './ProgrammeEditor.tsx'
import { SaveTemplate } from './SaveTemplate.tsx'

interface Props extends PartProps {
  template: TemplateChoice
  session: SessionChoice
}

export function DraftProgramme({ template, session, draft, change }: Props) {
  const { say, plan, refusal, language: pageLanguage } = useDesk()
  const [refused, setRefused] = useState<string | null>(null)
  const key = programmeKey(draft)
  const programme = programmeOf(draft, session)
  const others = Object.keys(draft.programmes).filter(
    (one) => one !== key && one.startsWith(`${draft.templateId}/${draft.sessionId}/`),
  )
  // A new zone and its being open come in one turn: the second stands on the first.
  const latest = useRef(programme)
  useEffect(() => {
    latest.current = programme
  }, [programme])
  const apply = (asked: ProgrammeChange) => {
    const outcome = changeSession(latest.current, asked)
    if ('refused' in outcome) {
      setRefused(refusal(outcome.refused))
      return false
    }
    setRefused(null)
    latest.current = outcome.session
    change((now) => ({ programmes: { ...now.programmes, [key]: outcome.session } }))
    return true
  }
  const reset = () => {
    const { [key]: _, ...programmes } = draft.programmes
    change({ programmes })
  }
  return (
    <section className="st2" aria-labelledby="programme">
      <div className="ed-head">
        <h2 id="programme">{say('programme')}</h2>
        {draft.programmes[key] && (
          <button className="btn btn-small" type="button" onClick={reset}>
            <Icon name="undo" />
            {plan('reset')}
          </button>
        )}
      </div>
      {!template.languages.includes(draft.language) && (
        <p className="wn">
          {plan('notIn', {
            language: languageNames[draft.language],
            languages: languageList(pageLanguage, template.languages),
          })}
        </p>
      )}
      {others.length > 0 && <p className="wn">{plan('otherLanguage')}</p>}
      <ProgrammeEditor
        key={key}
        model={{
          session: programme,
          language: draft.language,
          startsAt: fromFields(draft.day, draft.time),
          past: [],
          current: null,
          place: draft.place.trim() || '…',
          change: apply,
        }}
      />
      <p role="alert" className={refused ? 'err' : 'vh'}>
        {refused}
      </p>
      <SaveTemplate language={draft.language} session={programme} />
    </section>
  )
}
