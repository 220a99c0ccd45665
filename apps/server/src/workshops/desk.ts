/**
 * One open workshop: takes commands one after the other, makes each durable together with what it writes on the
 * boards, answers, and only then shows it to anybody. Two states exist: `ahead` has every accepted command, so that
 * the next is judged right; `durable` has those that survive a power cut, and is all that views are made of.
 */
import { readNotes, type BoardNote } from '@bordet/board'
import type { Room, Rooms } from '@bordet/sync'
import type { Command, NoteView, View, WorkshopState } from '@bordet/workshop'
import {
  applyCommand,
  joinPerson,
  sharedView,
  viewFor,
  type Actor,
  type Applied,
  type Outcome,
} from '@bordet/workshop/engine'
import { Problem, Refused } from '../http/problem.ts'
import { newId } from '../keys.ts'
import type { KeyRow, Storage } from '../storage/storage.ts'
import { createOnceOnly, type CommandAnswer, type OnceOnly } from './answerOnce.ts'
import { createBoardIndex } from './boardIndex.ts'
import { closeCodes, createFollowers, type Followers } from './followers.ts'
import { newBoards, toEdits } from './writeEffects.ts'

export interface DeskParts {
  storage: Storage
  rooms: Rooms
  now(): number
  joinUrl(joinCode: string): string
  onCommand(result: 'done' | 'refused' | 'failed'): void
  /** Nothing can be committed here any more: the workshop must be opened again from storage. */
  onBroken(error: unknown): void
  /** The least time between two rounds of events. */
  gatherMs: number
}

export interface Newcomer {
  opId: string
  personId: string
  /** Becomes theirs in the same commit. */
  keyHash: string
  name: string
  table?: number
}

/** A stored state is replaced after so many commands, so that a start has little to replay. */
const saveEvery = 200

export class Desk {
  readonly workshopId: string
  readonly followers: Followers
  readonly #parts: DeskParts
  readonly #onceOnly: OnceOnly
  readonly #boards = createBoardIndex()
  readonly #rooms = new Map<string, Room>()
  readonly #stops: (() => void)[] = []
  #ahead: WorkshopState
  #durable: WorkshopState
  #savedVersion: number
  #usedAt: number
  #broken = false
  /** While tables are being added: commands that come later wait for their boards. */
  #growing: Promise<void> | null = null

  private constructor(state: WorkshopState, savedVersion: number, parts: DeskParts) {
    this.workshopId = state.id
    this.#parts = parts
    this.#onceOnly = createOnceOnly(state.id, parts.storage)
    this.#ahead = this.#durable = state
    this.#savedVersion = savedVersion
    this.#usedAt = parts.now()
    this.followers = createFollowers({
      viewsAt: (now) => this.#viewsAt(now),
      admits: (actor) => this.admits(actor),
      now: parts.now,
      gatherMs: parts.gatherMs,
    })
  }

  /** `state` is what storage holds, `savedVersion` the version up to which it need not be replayed. */
  static async open(state: WorkshopState, savedVersion: number, parts: DeskParts): Promise<Desk> {
    const desk = new Desk(state, savedVersion, parts)
    await desk.#openBoards(state)
    return desk
  }

  /** What is durable. */
  get state(): WorkshopState {
    return this.#durable
  }

  get usedAt(): number {
    return this.#usedAt
  }

  /** Whether this actor still has a place: not a person who was removed, nor a table that is gone. */
  admits({ role, personId, table }: Actor): boolean {
    if (role === 'participant') return personId !== null && this.#durable.people[personId]?.leftAt === null
    if (role === 'table') return this.#durable.tables.some(({ number }) => number === table)
    return true
  }

  /** Throws `Refused`. The same `opId` from the same actor is answered as before. */
  ask(actor: Actor, command: Command): Promise<CommandAnswer> {
    return this.#apply(command.opId, actor, (now) =>
      applyCommand(this.#ahead, command, actor, now, this.#boards.facts, newId),
    )
  }

  /** Seats a person, or finds the one whom the same `opId` seated. Throws `Refused`. */
  join({ keyHash, ...who }: Newcomer): Promise<CommandAnswer> {
    const { personId } = who
    const actor: Actor = { role: 'participant', personId, table: null }
    const key: KeyRow = {
      hash: keyHash,
      workshopId: this.workshopId,
      role: 'participant',
      personId,
      table: null,
    }
    return this.#apply(who.opId, actor, (now) => joinPerson(this.#ahead, who, now), [key])
  }

  view(actor: Actor): View {
    this.#usedAt = this.#parts.now()
    return this.#viewsAt(this.#usedAt)(actor)
  }

  /** Standing notes of one table, in reading order; 0 is the hall. */
  notesAt(table: number): NoteView[] {
    return this.#boards.standingAt(table).map((note) => ({ ...note, mine: false }))
  }

  /** Standing notes on all boards. */
  noteCount(): number {
    return boardsOf(this.#durable).reduce((sum, { table }) => sum + this.#boards.standingAt(table).length, 0)
  }

  /** Every note of every board in reading order, removed and hidden ones too. */
  async boards(): Promise<{ boardId: string; table: number; notes: BoardNote[] }[]> {
    const rooms = boardsOf(this.#durable).map((board) => ({ ...board, room: this.#room(board.boardId) }))
    await Promise.all(rooms.map(({ room }) => room.saved()))
    return rooms.map(({ room, ...board }) => ({ ...board, notes: readNotes(room.doc) }))
  }

  /** Waits for what is being saved, closes the events with this code. */
  async close(code: number): Promise<void> {
    await this.#onceOnly.settled()
    this.followers.closeAll(code)
    for (const stop of this.#stops) stop()
    if (!this.#broken) await this.#saveState()
  }

  #viewsAt(now: number): (actor: Actor) => View {
    const state = this.#durable
    const boards = this.#boards.boardsNow(this.#parts.joinUrl(state.joinCode))
    const shared = sharedView(state, boards, now)
    return (actor) => viewFor(state, actor, boards, now, shared)
  }

  async #apply(
    opId: string,
    actor: Actor,
    decide: (now: number) => Outcome,
    keys: KeyRow[] = [],
  ): Promise<CommandAnswer> {
    try {
      return await this.#onceOnly.answer(opId, actor, async () => {
        while (this.#growing) await this.#growing
        if (this.#broken) throw new Problem('storageFailed')
        const now = this.#parts.now()
        this.#usedAt = now
        const outcome = decide(now)
        if ('refused' in outcome) throw new Refused(outcome.refused)
        const answer = { version: outcome.state.version, ...outcome.answer }
        await this.#commit(outcome, actor, now, answer, keys)
        this.#parts.onCommand('done')
        return answer
      })
    } catch (error) {
      this.#parts.onCommand(error instanceof Refused ? 'refused' : 'failed')
      throw error
    }
  }

  /** Reaches the storage in the turn it is called in, so that commits are handed over in the order of their versions. */
  async #commit(
    applied: Applied,
    actor: Actor,
    now: number,
    answer: CommandAnswer,
    keys: KeyRow[],
  ): Promise<void> {
    const { storage, rooms } = this.#parts
    const { state, entry } = applied
    this.#ahead = state
    const isNew = ({ boardId }: { boardId: string }) => !this.#rooms.has(boardId)
    const grows = state.tables.some(isNew)
    const command = {
      workshopId: this.workshopId,
      version: state.version,
      opId: entry.opId,
      actor,
      at: now,
      command: entry,
      answer,
    }
    const boards = grows ? newBoards(this.workshopId, applied.effects.filter(isNew)) : []
    const effects = applied.effects.filter((effect) => !isNew(effect))
    const forgetExpected = this.#boards.expect(applied.effects)
    try {
      const saved = rooms.change(
        toEdits(effects, (boardId) => this.#room(boardId), actor.role),
        (updates) => storage.commit({ command, keys, boards, updates }),
      )
      await (grows ? this.#grow(saved, state) : saved)
      // A command before this one was lost, and this one stands on it.
      if (this.#broken) throw new Error('saved behind a command that was not')
    } catch (error) {
      this.#breakDown(error)
      throw new Problem('storageFailed', { cause: error })
    } finally {
      forgetExpected()
    }
    if (state.version > this.#durable.version) this.#durable = state
    this.followers.changed()
    if (this.#durable.version - this.#savedVersion >= saveEvery) void this.#saveState().catch(() => {})
  }

  /** Opens the boards of new tables once they exist, before anybody can write on them. */
  async #grow(saved: Promise<void>, state: WorkshopState): Promise<void> {
    const opened = saved.then(() => this.#openBoards(state))
    const growing = opened
      .catch(() => {})
      .then(() => {
        if (this.#growing === growing) this.#growing = null
      })
    this.#growing = growing
    await opened
  }

  async #openBoards(state: WorkshopState): Promise<void> {
    for (const { boardId, table } of boardsOf(state)) {
      if (this.#rooms.has(boardId)) continue
      const room = await this.#parts.rooms.open(boardId)
      this.#rooms.set(boardId, room)
      this.#boards.addBoard(boardId, table)
      const take = (notes: readonly BoardNote[]) => {
        this.#boards.take(boardId, notes)
        this.followers.changed()
      }
      this.#stops.push(room.onNotes(take))
      await room.saved()
      take(readNotes(room.doc))
    }
  }

  #room(boardId: string): Room {
    const room = this.#rooms.get(boardId)
    if (!room) throw new Error('a command writes on a board that is not of this workshop')
    return room
  }

  async #saveState(): Promise<void> {
    const state = this.#durable
    if (state.version <= this.#savedVersion) return
    this.#savedVersion = state.version
    await this.#parts.storage.saveState(this.workshopId, state.version, state)
  }

  #breakDown(error: unknown): void {
    if (this.#broken) return
    this.#broken = true
    this.followers.closeAll(closeCodes.restarting)
    this.#parts.onBroken(error)
  }
}

function boardsOf(state: WorkshopState): { boardId: string; table: number }[] {
  const tables = state.tables.map(({ boardId, number }) => ({ boardId, table: number }))
  return [{ boardId: state.hallBoardId, table: 0 }, ...tables]
}
