/** A new workshop: everything is filled in from the template, and only the place has to be written. */
import { ApiError } from '@bordet/client'
import { useState } from 'react'
import { useDocument } from '../shared/useDocument.ts'
import {
  checkDraft,
  newDraft,
  programmeKey,
  programmeOf,
  suggestedTitle,
  tableCount,
  type Draft,
  type DraftErrors,
} from './checkDraft.ts'
import type { PartProps } from './Field.tsx'
import { MethodChoice } from './MethodChoice.tsx'
import { pageHref, useDesk } from './organiseContext.ts'
import { createWorkshop, fetchTemplates, type TemplateChoice } from './organiserApi.ts'
import { fromFields } from './planTimes.ts'
import { DraftProgramme } from './DraftProgramme.tsx'
import { Summary } from './Summary.tsx'
import { useAsked } from './useAsked.ts'
import { Waiting } from './Waiting.tsx'
import { WhereAndWhen } from './WhereAndWhen.tsx'

export function CreateWorkshop() {
  const { key, say, language } = useDesk()
  const asked = useAsked(fetchTemplates)
  const [openedAt] = useState(() => Date.now())
  useDocument(`${say('newWorkshop')} – Bordet`, language)
  const first = asked.state === 'here' ? asked.value[0] : undefined
  const session = first?.sessions[0]
  return (
    <>
      <p className="crumb">
        <a href={pageHref(key)}>{say('workshops')}</a>
      </p>
      <div className="head">
        <div>
          <h1>{say('newWorkshop')}</h1>
          <p>{say('createText')}</p>
        </div>
      </div>
      {asked.state !== 'here' || !first || !session ? (
        <Waiting failed={asked.state === 'failed'} />
      ) : (
        <Form templates={asked.value} start={newDraft(first.id, session.id, language, openedAt)} />
      )}
    </>
  )
}

function Form({ templates, start }: { templates: readonly TemplateChoice[]; start: Draft }) {
  const { key, say, refusal, deny } = useDesk()
  const [draft, setDraft] = useState(start)
  const [errors, setErrors] = useState<DraftErrors>({})
  const [sending, setSending] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const template = templates.find((one) => one.id === draft.templateId)
  const session = template?.sessions.find((one) => one.id === draft.sessionId)
  const changed = draft.programmes[programmeKey(draft)]
  const change: PartProps['change'] = (part) => {
    const changedFrom = (now: Draft) => ({ ...now, ...(typeof part === 'function' ? part(now) : part) })
    setDraft(changedFrom)
    // Once told what is missing, a field is judged as one writes; before that it is left in peace.
    if (Object.keys(errors).length > 0) setErrors(checkDraft(changedFrom(draft)))
  }
  const create = async () => {
    const found = checkDraft(draft)
    setErrors(found)
    const [missing] = Object.keys(found)
    if (missing !== undefined) return document.getElementById(`f-${missing}`)?.focus()
    const startsAt = fromFields(draft.day, draft.time)
    const tables = tableCount(draft)
    if (!session || startsAt === null || tables === null || sending) return
    setSending(true)
    setFailure(null)
    try {
      const { id } = await createWorkshop(key, {
        templateId: draft.templateId,
        sessionId: session.id,
        title: draft.title.trim() || suggestedTitle(session, draft),
        place: draft.place.trim(),
        owner: draft.owner.trim(),
        language: draft.language,
        tables,
        openBoards: draft.openBoards,
        startsAt,
        ...(changed ? { session: changed } : {}),
      })
      location.assign(pageHref(key, { workshop: id, fresh: '1' }))
    } catch (error) {
      setSending(false)
      if (!(error instanceof ApiError)) setFailure(say('createOffline'))
      else if (error.status === 401) deny()
      else setFailure(refusal(error.code))
    }
  }
  if (!template || !session) return null
  const programme = programmeOf(draft, session)
  return (
    <form
      className="two"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void create()
      }}
    >
      <div>
        <MethodChoice templates={templates} draft={draft} change={change} />
        <WhereAndWhen session={session} draft={draft} change={change} errors={errors} />
        <DraftProgramme session={session} template={template} draft={draft} change={change} />
      </div>
      <Summary session={programme} draft={draft} sending={sending} failure={failure} />
    </form>
  )
}
