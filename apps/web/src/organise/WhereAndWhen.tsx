/** Place, time, language, tables, and the words on the cover. */
import { languageNames, languages, pickLanguage } from '@bordet/text'
import { Icon } from '../shared/Icon.tsx'
import { suggestedTitle, tableCount, type DraftErrors } from './checkDraft.ts'
import { Field, type PartProps } from './Field.tsx'
import { useDesk } from './organiseContext.ts'
import type { SessionChoice } from './organiserApi.ts'

export function WhereAndWhen({
  session,
  draft,
  change,
  errors,
}: PartProps & { session: SessionChoice; errors: DraftErrors }) {
  const { say } = useDesk()
  return (
    <section className="st2" aria-labelledby="where">
      <h2 id="where">{say('whereAndWhen')}</h2>
      <div className="fs">
        <Field name="place" label={say('place')} errors={errors}>
          {(common) => (
            <input
              {...common}
              maxLength={80}
              autoComplete="off"
              value={draft.place}
              onChange={(event) => change({ place: event.target.value })}
            />
          )}
        </Field>
        <Field name="day" label={say('day')} errors={errors}>
          {(common) => (
            <input
              {...common}
              type="date"
              value={draft.day}
              onChange={(event) => change({ day: event.target.value })}
            />
          )}
        </Field>
        <Field name="time" label={say('starts')} errors={errors}>
          {(common) => (
            <input
              {...common}
              inputMode="numeric"
              autoComplete="off"
              maxLength={5}
              value={draft.time}
              onChange={(event) => change({ time: event.target.value })}
            />
          )}
        </Field>
        <Field name="language" label={say('language')} errors={errors}>
          {(common) => (
            <select
              {...common}
              value={draft.language}
              onChange={(event) => change({ language: pickLanguage([event.target.value]) })}
            >
              {languages.map((one) => (
                <option key={one} value={one} lang={one}>
                  {languageNames[one]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Tables draft={draft} change={change} errors={errors} />
      </div>
      <div className="fs fs-wide">
        <Field name="title" label={say('title')} hint={say('titleHint')} errors={errors}>
          {(common) => (
            <input
              {...common}
              maxLength={120}
              autoComplete="off"
              placeholder={suggestedTitle(session, draft)}
              value={draft.title}
              onChange={(event) => change({ title: event.target.value })}
            />
          )}
        </Field>
        <Field name="owner" label={say('owner')} hint={say('ownerHint')} errors={errors}>
          {(common) => (
            <input
              {...common}
              maxLength={120}
              autoComplete="organization"
              value={draft.owner}
              onChange={(event) => change({ owner: event.target.value })}
            />
          )}
        </Field>
      </div>
      <label className="tick">
        <input
          type="checkbox"
          checked={draft.openBoards}
          onChange={(event) => change({ openBoards: event.target.checked })}
        />
        <span>
          {say('openBoards')}
          <small>{say('openBoardsHint')}</small>
        </span>
      </label>
    </section>
  )
}

function Tables({ draft, change, errors }: PartProps & { errors: DraftErrors }) {
  const { say } = useDesk()
  const count = tableCount(draft) ?? 6
  const step = (by: number) => change({ tables: String(Math.min(100, Math.max(1, count + by))) })
  return (
    <Field name="tables" label={say('tables')} errors={errors}>
      {(common) => (
        <div className="stp">
          <button className="btn" type="button" aria-label={say('tableLess')} onClick={() => step(-1)}>
            <Icon name="minus" />
          </button>
          <input
            {...common}
            className="in num"
            inputMode="numeric"
            autoComplete="off"
            value={draft.tables}
            onChange={(event) => change({ tables: event.target.value })}
          />
          <button className="btn" type="button" aria-label={say('tableMore')} onClick={() => step(1)}>
            <Icon name="plus" />
          </button>
        </div>
      )}
    </Field>
  )
}
