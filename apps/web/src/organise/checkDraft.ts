/** The form of a new workshop: what it starts from, and what is still missing in it. */
import type { Language } from '@bordet/text'
import { sessionIn } from '@bordet/workshop/programme'
import type { Session } from '@bordet/workshop'
import type { SessionChoice } from './organiserApi.ts'
import { fromFields, nextHalfHour, toFields } from './planTimes.ts'
import type { OrganiseKey } from './words.ts'

export interface Draft {
  templateId: string
  sessionId: string
  /** Empty until somebody writes one: then the template's own title is used. */
  title: string
  place: string
  owner: string
  day: string
  time: string
  language: Language
  tables: string
  openBoards: boolean
  /** Programmes that were changed, by method, meeting and language: whoever looks elsewhere finds them again. */
  programmes: Readonly<Record<string, Session>>
}

export type DraftField = 'title' | 'place' | 'day' | 'time' | 'tables'
export type DraftErrors = Partial<Record<DraftField, OrganiseKey>>

export function newDraft(templateId: string, sessionId: string, language: Language, now: number): Draft {
  return {
    templateId,
    sessionId,
    title: '',
    place: '',
    owner: '',
    ...toFields(nextHalfHour(now)),
    language,
    tables: '6',
    openBoards: false,
    programmes: {},
  }
}

/** In the order of the form, so that the first one is where to put the cursor. */
export function checkDraft(draft: Draft): DraftErrors {
  const errors: DraftErrors = {}
  if (draft.place.trim() === '') errors.place = 'errPlace'
  if (!draft.day) errors.day = 'errDay'
  if (fromFields(draft.day || '2000-01-01', draft.time) === null) errors.time = 'errTime'
  if (tableCount(draft) === null) errors.tables = 'errTables'
  return errors
}

export function tableCount({ tables }: Pick<Draft, 'tables'>): number | null {
  const count = Number(tables)
  return tables.trim() !== '' && Number.isInteger(count) && count >= 1 && count <= 100 ? count : null
}

/** "World Café i {place}" with the place in it; without one the hole stays open as three dots. */
export function suggestedTitle(session: SessionChoice, draft: Pick<Draft, 'language' | 'place'>): string {
  return fillPlace(session.name[draft.language], draft.place.trim() || '…')
}

/** Templates leave the place open under the names `{place}` and `{town}`. */
export function fillPlace(text: string, place: string): string {
  return text.replaceAll(/\{(place|town)\}/g, place)
}

type Choice = Pick<Draft, 'templateId' | 'sessionId' | 'language' | 'programmes'>

export function programmeKey({ templateId, sessionId, language }: Omit<Choice, 'programmes'>): string {
  return `${templateId}/${sessionId}/${language}`
}

/** The programme as it was changed, or else as the template has it. Holes such as {place} stand open. */
export function programmeOf(draft: Choice, session: SessionChoice): Session {
  return draft.programmes[programmeKey(draft)] ?? sessionIn(session, (words) => words[draft.language])
}
