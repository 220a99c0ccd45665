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
}

export function pretendEvening(evening: Evening = {}): PrintInput {
  return {
    state: stateOf(evening),
    joinLink: 'https://bordet.example/j/482913',
    now: Date.UTC(2025, 1, 1),
    timeZone: 'Europe/Stockholm',
  }
}

function stateOf({ language = 'sv', tables = 3, names = [], title = 'World Café' }: Evening): WorkshopState {
  const template = templateById('world-cafe-service')
  const session = template && makeSession(template, 'A1', language, { place: 'Lindåsa', owner: 'Älmhult' })
  if (!session) throw new Error('the template is gone')
  const { state } = createWorkshop({
    id: 'w1',
    templateId: 'world-cafe-service',
    sessionId: 'A1',
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

const nobody = { nextTable: null, stays: false, group: null, via: 'phone', leftAt: null } as const
