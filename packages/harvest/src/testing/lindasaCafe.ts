/** The World Café in the invented village of Lindåsa, as the product would hold it the day after: 175 notes on real boards. */
import { readFileSync } from 'node:fs'
import { newBoard, placeNote, standingNotes, type NoteSeed } from '@bordet/board'
import type { WorkshopState } from '@bordet/workshop'
import { createWorkshop } from '@bordet/workshop/engine'
import { makeSession, templateById } from '@bordet/workshop/templates'
import { z } from 'zod'
import type { HarvestBoard } from '../model.ts'

const place = { village: z.string(), phaseId: z.string(), zoneId: z.string() }
const corpusSchema = z.object({
  notes: z.array(
    z.object({
      ...place,
      id: z.string(),
      table: z.number(),
      minuteInPhase: z.number(),
      person: z.string(),
      via: z.enum(['phone', 'board', 'paper']),
      text: z.string(),
    }),
  ),
  harvestCards: z.array(z.object({ ...place, table: z.number(), slot: z.number(), text: z.string() })),
  wallIdeas: z.array(z.object({ ...place, id: z.string(), text: z.string(), dots: z.number() })),
  villages: z.array(
    z.object({
      name: z.string(),
      ballots: z.array(z.object({ person: z.string(), dots: z.array(z.string()) })),
    }),
  ),
})

/** One note of the corpus and where it has to be found again. */
export interface CafeNote {
  id: string
  table: number
  phase: string
  zone: string
  text: string
  via: 'phone' | 'board' | 'paper'
  at: number
  person: string
}

export interface Cafe {
  state: WorkshopState
  boards: HarvestBoard[]
  notes: CafeNote[]
}

/** 18 February 2025 at 18.00 in Stockholm. */
export const startedAt = Date.UTC(2025, 1, 18, 17)
const village = 'Lindåsa'
const minuteMs = 60_000

export function lindasaCafe(): Cafe {
  const corpus = corpusSchema.parse(
    JSON.parse(
      readFileSync(new URL('../../../../tests/content/notes-world-cafe.json', import.meta.url), 'utf8'),
    ),
  )
  const state = closedWorkshop()
  const phaseStart = new Map(state.runs.map((run) => [run.phaseId, run.startedAt]))
  const here = <T extends { village: string }>(all: T[]) => all.filter((one) => one.village === village)
  const at = (phase: string, minute: number) => (phaseStart.get(phase) ?? startedAt) + minute * minuteMs
  const notes: CafeNote[] = [
    ...here(corpus.notes).map((note) => ({
      id: note.id,
      table: note.table,
      phase: note.phaseId,
      zone: note.zoneId,
      text: note.text,
      via: note.via,
      at: at(note.phaseId, note.minuteInPhase),
      person: note.person,
    })),
    ...here(corpus.harvestCards).map(({ table, slot, phaseId, zoneId, text }) => ({
      id: `card-${table}-${slot}`,
      table,
      phase: phaseId,
      zone: zoneId,
      text,
      via: 'board' as const,
      at: at(phaseId, slot),
      person: `p${table}`,
    })),
    ...here(corpus.wallIdeas).map(({ id, phaseId, zoneId, text }) => ({
      id,
      table: 0,
      phase: phaseId,
      zone: zoneId,
      text,
      via: 'board' as const,
      at: at(phaseId, 0),
      person: 'p1',
    })),
  ]
  state.noteOwners = Object.fromEntries(notes.map((note) => [note.id, note.person]))
  const ballots = corpus.villages.find(({ name }) => name === village)?.ballots ?? []
  state.votes = Object.fromEntries(ballots.map(({ person, dots }) => [person, countEach(dots)]))
  return { state, boards: boardsOf(state, notes), notes }
}

/** Boards as the server hands them over: each note placed in its zone, read back in reading order. */
export function boardsOf(state: WorkshopState, notes: readonly CafeNote[]): HarvestBoard[] {
  const numbers = [0, ...state.tables.map(({ number }) => number)]
  return numbers.map((table) => {
    const doc = newBoard(state.session.zones)
    for (const note of notes) if (note.table === table) placeNote(doc, seedOf(note))
    const boardId = table === 0 ? state.hallBoardId : (state.tables[table - 1]?.boardId ?? '')
    return { boardId, table, notes: standingNotes(doc) }
  })
}

function seedOf({ id, zone, phase, text, via, at }: CafeNote): NoteSeed {
  return { id, zone, phase, text, via, at, color: 'sun', by: 'participant' }
}

function closedWorkshop(): WorkshopState {
  const template = templateById('world-cafe-service')
  const session = template ? makeSession(template, 'A1', 'sv', { place: village }) : null
  if (!session) throw new Error('The World Café has no session A1.')
  const { state } = createWorkshop({
    id: 'lindasa',
    templateId: 'world-cafe-service',
    sessionId: 'A1',
    title: `World Café i ${village}`,
    place: village,
    owner: 'Storbäckens kommun',
    language: 'sv',
    createdAt: 0,
    startsAt: startedAt,
    joinCode: '123456',
    openBoards: false,
    seed: 1,
    session,
    hallBoardId: 'hall',
    tableBoardIds: [1, 2, 3, 4, 5, 6].map((number) => `table-${number}`),
  })
  let clock = startedAt
  state.runs = session.phases.map(({ id, minutes }) => {
    const run = { phaseId: id, startedAt: clock, endedAt: clock + minutes * minuteMs }
    clock = run.endedAt
    return run
  })
  const people = Array.from({ length: 30 }, (_, index) => `p${index + 1}`)
  state.people = Object.fromEntries(
    people.map((id, index) => [
      id,
      {
        id,
        name: `Namn-${id}-Hemligsson`,
        table: (index % 6) + 1,
        nextTable: null,
        stays: false,
        group: null,
        via: 'phone' as const,
        joinedAt: startedAt,
        leftAt: null,
        form: null,
      },
    ]),
  )
  return { ...state, status: 'closed', votesRevealed: true }
}

function countEach(ids: readonly string[]): Record<string, number> {
  return Object.fromEntries([...Map.groupBy(ids, (id) => id)].map(([id, all]) => [id, all.length]))
}
