/** For tests: a workshop with its boards, its clock and its log, played by calling it. */
import type { Ask, Command } from './commands.ts'
import type { Actor, BoardEffect, BoardFacts, NewNote } from './effects.ts'
import {
  applyCommand,
  areNotesDue,
  createWorkshop,
  joinPerson,
  landDueNotes,
  serverActor,
  type Entry,
  type Outcome,
} from './engine.ts'
import { frameFor, viewFor, type BoardsNow, type StandingNote } from './viewFor.ts'
import type { Session } from './session.ts'
import type { Role, WorkshopState } from './state.ts'
import { makeSession, templateById } from './templates.ts'
import type { View } from './view.ts'

export const minuteMs = 60_000
/** An evening in December, 18:00 UTC. */
export const eveningAt = Date.UTC(2026, 11, 3, 18)

interface PretendNote extends NewNote {
  boardId: string
  removed: boolean
  hidden: boolean
}

export function worldCafe(): Session {
  const template = templateById('world-cafe-service')
  const session = template && makeSession(template, 'A1', 'sv', { place: 'Lindåsa' })
  if (!session) throw new Error('the World Café is missing')
  return session
}

export interface HallOptions {
  tables?: number
  people?: number
  session?: Session
  openBoards?: boolean
  seed?: number
}

export class PretendHall {
  state: WorkshopState
  now = eveningAt
  readonly begun: WorkshopState
  readonly log: { command: Entry; actor: Actor; at: number }[] = []
  readonly notes = new Map<string, PretendNote>()
  readonly effects: BoardEffect[]
  #ids = 0

  constructor({
    tables = 4,
    people = 0,
    session = worldCafe(),
    openBoards = false,
    seed = 7,
  }: HallOptions = {}) {
    const created = createWorkshop({
      id: 'w1',
      templateId: 'world-cafe-service',
      sessionId: 'A1',
      title: 'World Café i Lindåsa',
      place: 'Lindåsa',
      owner: 'Lindåsa kommun',
      language: 'sv',
      createdAt: eveningAt - 24 * 60 * minuteMs,
      startsAt: eveningAt,
      joinCode: '123456',
      openBoards,
      seed,
      session,
      hallBoardId: 'board-hall',
      tableBoardIds: Array.from({ length: tables }, (_, index) => `board-${index + 1}`),
    })
    this.state = created.state
    this.begun = created.state
    this.effects = created.effects
    for (let person = 1; person <= people; person += 1) this.join(`Person ${person}`)
  }

  wait(minutes: number): this {
    this.now += minutes * minuteMs
    return this
  }

  /** Joins and gives the person's id. */
  join(name = '', table?: number): string {
    const id = `person-${Object.keys(this.state.people).length + 1}`
    this.take(
      joinPerson(this.state, { opId: this.newOpId(), personId: id, name, table }, this.now),
      participant(id),
    )
    return id
  }

  /** Does what must succeed; the answer's note or person. */
  do(actor: Actor, ask: Ask): string {
    const outcome = this.ask(actor, ask)
    if ('refused' in outcome) throw new Error(`${ask.type} was refused: ${outcome.refused}`)
    return outcome.answer.noteId ?? outcome.answer.personId ?? ''
  }

  /** Asks what should be refused; the reason, or null when it went through. */
  refusal(actor: Actor, ask: Ask): string | null {
    const before = this.state
    const outcome = this.ask(actor, ask)
    if (!('refused' in outcome)) return null
    if (this.state !== before) throw new Error('a refusal changed the state')
    return outcome.refused
  }

  ask(actor: Actor, ask: Ask): Outcome {
    this.landDue()
    const command: Command = { ...ask, opId: this.newOpId() }
    return this.take(
      applyCommand(this.state, command, actor, this.now, this.facts, () => `board-new-${(this.#ids += 1)}`),
      actor,
    )
  }

  /** As the server does before every command and when its clock says so. */
  landDue(): this {
    if (areNotesDue(this.state, this.now))
      this.take(landDueNotes(this.state, this.newOpId(), this.now), serverActor)
    return this
  }

  start(phaseId?: string): this {
    this.do(facilitator, phaseId === undefined ? { type: 'startPhase' } : { type: 'startPhase', phaseId })
    return this
  }

  view(actor: Actor): View {
    return viewFor(this.state, actor, this.boards, this.now)
  }

  frame(actor: Actor): Omit<View, 'notes'> {
    return frameFor(this.state, actor, this.boards, this.now)
  }

  readonly facts: BoardFacts = {
    note: (noteId) => {
      const note = this.notes.get(noteId)
      if (!note) return undefined
      const { boardId, zone, phase, removed, hidden } = note
      return { boardId, table: this.#tableOf(boardId), zone, phase, removed, hidden }
    },
    countInZone: (boardId, zone) =>
      [...this.notes.values()].filter(
        (note) => note.boardId === boardId && note.zone === zone && isStanding(note),
      ).length,
    countOnBoard: (boardId) =>
      [...this.notes.values()].filter((note) => note.boardId === boardId && isStanding(note)).length,
  }

  readonly boards: BoardsNow = {
    joinUrl: 'http://hall.test/j/123456',
    notes: (table) => this.#standing().filter((note) => note.table === table),
    countNotes: (table) => this.#standing().filter((note) => note.table === table).length,
    note: (noteId) => this.#standing().find((note) => note.id === noteId),
  }

  newOpId(): string {
    return `00000000-0000-4000-8000-${String((this.#ids += 1)).padStart(12, '0')}`
  }

  take(outcome: Outcome, actor: Actor): Outcome {
    if ('refused' in outcome) return outcome
    this.state = outcome.state
    this.log.push({ command: outcome.entry, actor, at: this.now })
    for (const effect of outcome.effects) this.#carryOut(effect)
    return outcome
  }

  #carryOut(effect: BoardEffect): void {
    this.effects.push(effect)
    if (effect.kind === 'seedZones' || effect.kind === 'editZone' || effect.kind === 'removeZone') return
    if (effect.kind === 'addNote') {
      this.notes.set(effect.note.id, {
        ...effect.note,
        boardId: effect.boardId,
        removed: false,
        hidden: false,
      })
      return
    }
    const note = this.notes.get(effect.noteId)
    if (!note) throw new Error(`no note ${effect.noteId}`)
    if (effect.kind === 'editNote') {
      note.text = effect.text
      if (effect.part !== undefined) note.part = effect.part
    } else if (effect.kind === 'removeNote') note.removed = effect.removed
    else note.hidden = effect.hidden
  }

  #standing(): StandingNote[] {
    return [...this.notes.values()]
      .filter(isStanding)
      .map(({ id, zone, phase, text, color, at, via, part, sheet, boardId }) => {
        const plain = { id, zone, phase, table: this.#tableOf(boardId), text, color, at, via }
        return {
          ...plain,
          ...(part === undefined ? {} : { part }),
          ...(sheet === undefined ? {} : { sheet }),
        }
      })
  }

  #tableOf(boardId: string): number {
    return this.state.tables.find((table) => table.boardId === boardId)?.number ?? 0
  }
}

function isStanding(note: PretendNote): boolean {
  return !note.removed && !note.hidden
}

function actorOf(role: Role): Actor {
  return { role, personId: null, table: null }
}

export const facilitator = actorOf('facilitator')
export const helper = actorOf('helper')
export const screen = actorOf('screen')
export const organiser = actorOf('organiser')

export function participant(personId: string): Actor {
  return { role: 'participant', personId, table: null }
}

export function tableDevice(table: number): Actor {
  return { role: 'table', personId: null, table }
}
