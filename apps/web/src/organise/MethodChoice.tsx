/** Which method, and which of its meetings. */
import { suggestedTitle } from './checkDraft.ts'
import type { PartProps } from './Field.tsx'
import { useDesk } from './organiseContext.ts'
import type { TemplateChoice } from './organiserApi.ts'
import { languageList } from './languageList.ts'

export function MethodChoice({
  templates,
  draft,
  change,
}: PartProps & { templates: readonly TemplateChoice[] }) {
  const { say, plan, language: pageLanguage } = useDesk()
  const template = templates.find((one) => one.id === draft.templateId)
  const { language } = draft
  const ownText = ({ languages }: TemplateChoice) =>
    languages.length === 4
      ? plan('own')
      : plan('onlyIn', { languages: languageList(pageLanguage, languages) })
  return (
    <>
      <fieldset className="st2">
        <legend>{say('method')}</legend>
        <div className="choices meth">
          {templates.map((one) => (
            <Choice
              key={one.id}
              group="template"
              checked={one.id === draft.templateId}
              title={one.name[language]}
              text={one.own ? ownText(one) : one.size[language]}
              onChoose={() => change({ templateId: one.id, sessionId: one.sessions[0]?.id ?? '' })}
            />
          ))}
        </div>
        {template?.purpose[language] && <p className="hint">{template.purpose[language]}</p>}
      </fieldset>
      {template && template.sessions.length > 1 && (
        <fieldset className="st2">
          <legend>{say('session')}</legend>
          <div className="choices meth">
            {template.sessions.map((one) => (
              <Choice
                key={one.id}
                group="session"
                checked={one.id === draft.sessionId}
                title={suggestedTitle(one, draft)}
                text={say('minutes', { n: one.minutes })}
                onChoose={() => change({ sessionId: one.id })}
              />
            ))}
          </div>
        </fieldset>
      )}
    </>
  )
}

interface ChoiceProps {
  group: string
  checked: boolean
  title: string
  text: string
  onChoose(): void
}

function Choice({ group, checked, title, text, onChoose }: ChoiceProps) {
  return (
    <label className="choice">
      <input type="radio" name={group} checked={checked} onChange={onChoose} />
      <span className="tile">
        <span className="dot" />
        <span>
          {title}
          <small>{text}</small>
        </span>
      </span>
    </label>
  )
}
