/** A World Café with as many tables and people as a test wants. */
import type { Language } from '@bordet/text'
import type { WorkshopState } from '@bordet/workshop'
import { createWorkshop } from '@bordet/workshop/engine'
import { makeSession, templateById } from '@bordet/workshop/templates'
import type { PrintInput } from '../printPack.ts'

export interface Evening {
  language?: Language
  tables?: number
  names?: readonly string[]
  title?: string
  /** Of any template; the World Café when left out. */
  session?: { templateId: string; sessionId: string }
}

export function pretendEvening(evening: Evening = {}): PrintInput {
  return {
    state: stateOf(evening),
    joinLink: 'https://bordet.example/j/482913',
    now: Date.UTC(2025, 1, 1),
    timeZone: 'Europe/Stockholm',
  }
}

const worldCafe = { templateId: 'world-cafe-service', sessionId: 'A1' }

function stateOf(evening: Evening): WorkshopState {
  const {
    language = 'sv',
    tables = 3,
    names = [],
    title = 'World Café',
    session: asked = worldCafe,
  } = evening
  const template = templateById(asked.templateId)
  const holes = { place: 'Lindåsa', owner: 'Älmhult' }
  const session = template && makeSession(template, asked.sessionId, language, holes)
  if (!session) throw new Error('the template is gone')
  const { state } = createWorkshop({
    id: 'w1',
    ...asked,
    title,
    place: 'Lindåsa',
    owner: 'Älmhult',
    language,
    createdAt: 0,
    startsAt: Date.UTC(2025, 1, 18, 17),
    joinCode: '482913',
    openBoards: false,
    seed: 1,
    session,
    hallBoardId: 'hall',
    tableBoardIds: Array.from({ length: tables }, (_, index) => `board${index + 1}`),
  })
  const people = names.map((name, index) => {
    const table = (index % tables) + 1
    return [`p${index}`, { ...nobody, id: `p${index}`, name, table, joinedAt: index }] as const
  })
  return { ...state, people: Object.fromEntries(people) }
}

const nobody = { nextTable: null, stays: false, group: null, via: 'phone', leftAt: null, form: null } as const
