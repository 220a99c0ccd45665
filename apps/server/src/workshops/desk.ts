/**
 * One open workshop: takes commands one after the other, makes each durable together with what it writes on the
 * boards, answers, and only then shows it to anybody. Two states exist: `ahead` has every accepted command, so that
 * the next is judged right; `durable` has those that survive a power cut, and is all that views are made of.
 */
import { randomUUID } from 'node:crypto'
import { RoomNotReady, type DurableBoard, type EncodeBoard, type Relay, type Rooms } from '@bordet/sync'
import { timeLeftMs, type Command, type NoteView, type View, type WorkshopState } from '@bordet/workshop'
import {
  applyCommand,
  areNotesDue,
  joinPerson,
  landDueNotes,
  mayReadBoard,
  mayWriteBoard,
  serverActor,
  sharedView,
  shownAt,
  viewFor,
  type Actor,
  type Applied,
  type Outcome,
} from '@bordet/workshop/engine'
import { Problem, Refused } from '../problem.ts'
import { newId } from '../keys.ts'
import type { KeyRow, Storage, Write } from '../storage/storage.ts'
import { createOnceOnly, type CommandAnswer, type OnceOnly } from './answerOnce.ts'
import { makeMarks, runEndedBy, type EndedRun } from './boardMarks.ts'
import { boardsOf, createBoardSet, type BoardSet } from './boardSet.ts'
import { closeCodes, createFollowers, type Followers } from './followers.ts'
import { contactWrites } from './contactWrites.ts'
import { createLastWords } from './lastWords.ts'
import { createPresence, type Presence } from './presence.ts'
import { newBoards } from './writeEffects.ts'

export interface DeskParts {
  storage: Storage
  rooms: Rooms
  relay: Relay
  now(): number
  joinUrl(joinCode: string): string
  onCommand(result: 'done' | 'refused' | 'failed'): void
  /** Nothing can be committed here any more: the workshop must be opened again from storage. */
  onBroken(error: unknown): void
  /** The workshop goes on without this board. */
  onUnreadable(boardId: string, error: unknown): void
  /** The history goes without these boards at the end of this phase. */
  onUnmarked(phaseId: string, error: unknown): void
  encodeBoard: EncodeBoard
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

export interface WholeDesk {
  state: WorkshopState
  /** Null for one that cannot be read. */
  boards: { boardId: string; board: DurableBoard | null }[]
  /** Of the notes on the boards, removed ones too. */
  photoIds: Set<string>
}

const runsTheEvening: ReadonlySet<Actor['role']> = new Set(['helper', 'facilitator', 'organiser'])

/** Beside the log and the boards. */
type AlsoWritten = Pick<Write, 'keys' | 'contact' | 'keepContacts'>

/** A stored state is replaced after so many commands, so that a start has little to replay. */
const saveEvery = 200

export class Desk {
  readonly workshopId: string
  readonly followers: Followers
  readonly presence: Presence
  readonly #parts: DeskParts
  readonly #onceOnly: OnceOnly
  readonly #boards: BoardSet
  readonly #lastWords = createLastWords()
  #ahead: WorkshopState
  #durable: WorkshopState
  #savedVersion: number
  #usedAt: number
  #broken = false
  /** Tells this desk from the next one of the same workshop. */
  readonly #name = newId()
  #boardChanges = 0
  #wake: NodeJS.Timeout | undefined
  /** While tables are being added: commands that come later wait for their boards. */
  #growing: Promise<void> | null = null
  #landing: Promise<void> = Promise.resolve()
  #marking: Promise<void> = Promise.resolve()

  private constructor(state: WorkshopState, savedVersion: number, parts: DeskParts) {
    this.workshopId = state.id
    this.#parts = parts
    this.#onceOnly = createOnceOnly(state.id, parts.storage)
    this.#ahead = this.#durable = state
    this.#savedVersion = savedVersion
    this.#usedAt = parts.now()
    this.#boards = createBoardSet(parts.rooms, {
      onChange: () => {
        this.#boardChanges += 1
        this.followers.changed()
      },
      onUnreadable: parts.onUnreadable,
    })
    this.presence = createPresence(parts.now, () => this.followers.changed())
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
    await desk.#boards.open(state)
    desk.#landDueNotes(parts.now())
    desk.#wakeAtTheEnd()
    return desk
  }

  /** What is durable. */
  get state(): WorkshopState {
    return this.#durable
  }

  get usedAt(): number {
    return this.#usedAt
  }

  /** Whether this actor may send commands: also a person who left, with notes from before; the engine judges them. */
  hears(actor: Actor): boolean {
    const { role, personId } = actor
    if (role !== 'participant') return this.admits(actor)
    return personId !== null && Object.hasOwn(this.#durable.people, personId)
  }

  /** Whether this actor still has a place: not a person who was removed, nor a table that is gone. */
  admits({ role, personId, table }: Actor): boolean {
    if (role === 'participant') return personId !== null && this.#durable.people[personId]?.leftAt === null
    if (role === 'table') return this.#durable.tables.some(({ number }) => number === table)
    return true
  }

  mayRead(actor: Actor, boardId: string): boolean {
    return this.admits(actor) && mayReadBoard(this.#durable, actor, boardId)
  }

  mayWrite(actor: Actor, boardId: string): boolean {
    return (
      this.admits(actor) &&
      (mayWriteBoard(this.#durable, actor, boardId) ||
        this.#lastWords.allow(this.#durable, actor, boardId, this.#parts.now()))
    )
  }

  /** Says that this key opens a board, so that it is sent away once it no longer may. */
  reads(actor: Actor, keyHash: string, boardId: string): void {
    this.#usedAt = this.#parts.now()
    this.#boards.addReader(actor, keyHash, boardId)
  }

  /** Throws `Refused`. The same `opId` from the same actor is answered as before. */
  ask(actor: Actor, command: Command): Promise<CommandAnswer> {
    return this.#apply(
      command.opId,
      actor,
      (now) => applyCommand(this.#ahead, command, actor, now, this.#boards.index.facts, newId),
      (state, now) => contactWrites(command, actor, state, now),
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
    return this.#apply(
      who.opId,
      actor,
      (now) => joinPerson(this.#ahead, who, now),
      () => ({ keys: [key] }),
    )
  }

  /** The state if this were asked now; null when it would be refused. Nothing is done. */
  preview(actor: Actor, command: Command): WorkshopState | null {
    const outcome = applyCommand(
      this.#ahead,
      command,
      actor,
      this.#parts.now(),
      this.#boards.index.facts,
      newId,
    )
    return 'refused' in outcome ? null : outcome.state
  }

  view(actor: Actor): View {
    this.#usedAt = this.#parts.now()
    return this.#viewsAt(this.#usedAt)(actor)
  }

  /** Standing notes of one table, in reading order; 0 is the hall. */
  notesAt(table: number): NoteView[] {
    return this.#boards.index.standingAt(table).map((note) => ({ ...note, mine: false }))
  }

  /** Every note that is not removed, on all boards, oldest first; hidden ones too. */
  everyNote(): { note: NoteView; hidden: boolean }[] {
    return this.#boards.index
      .everyNote()
      .map(({ note, hidden }) => ({ note: { ...note, mine: false }, hidden }))
  }

  /** Whether whoever leads has hidden this note, removed or not. */
  isHidden(noteId: string): boolean {
    return this.#boards.index.facts.note(noteId)?.hidden === true
  }

  /** Standing notes on all boards. */
  noteCount(): number {
    return boardsOf(this.#durable).reduce(
      (sum, { table }) => sum + this.#boards.index.standingAt(table).length,
      0,
    )
  }

  /** Another one whenever anything of the workshop or on its boards has changed, on this desk or on another. */
  get edition(): string {
    return `${this.#name}.${this.#durable.version}.${this.#boardChanges}`
  }

  /** Every note of every board in reading order, removed and hidden ones too. */
  boards(): ReturnType<BoardSet['notes']> {
    return this.#boards.notes(this.#durable)
  }

  /** What is durable of all of it, taken in one turn. Throws `RoomNotReady` while a board is loaded again. */
  whole(): WholeDesk {
    const state = this.#durable
    return { state, boards: this.#boards.durable(state), photoIds: this.#boards.index.photoIds() }
  }

  /** Resolves when what boards were at the end of the last phase is kept. */
  marked(): Promise<void> {
    return this.#marking
  }

  /** Waits for what is being saved, closes the events with this code. */
  async close(code: number): Promise<void> {
    await this.#onceOnly.settled()
    await this.#landing
    await this.#marking
    this.followers.closeAll(code)
    clearTimeout(this.#wake)
    this.#boards.close()
    if (!this.#broken) await this.#saveState()
  }

  #viewsAt(now: number): (actor: Actor) => View {
    const state = this.#durable
    const boards = {
      ...this.#boards.index.boardsNow(this.#parts.joinUrl(state.joinCode)),
      live: this.presence.now(),
    }
    const shared = sharedView(state, boards, now)
    return (actor) => viewFor(state, actor, boards, now, shared)
  }

  async #apply(
    opId: string,
    actor: Actor,
    decide: (now: number) => Outcome,
    /** What else becomes durable with it. */
    also: (state: WorkshopState, now: number) => AlsoWritten = () => ({}),
  ): Promise<CommandAnswer> {
    try {
      return await this.#onceOnly.answer(opId, actor, async () => {
        while (this.#growing) await this.#growing
        if (this.#broken) throw new Problem('storageFailed')
        const now = this.#parts.now()
        this.#usedAt = now
        this.#landDueNotes(now)
        const outcome = decide(now)
        if ('refused' in outcome) throw new Refused(outcome.refused)
        const answer = { version: outcome.state.version, ...outcome.answer }
        await this.#commit(outcome, actor, now, answer, also(outcome.state, now))
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
    also: AlsoWritten = {},
  ): Promise<void> {
    const { storage } = this.#parts
    const { state, entry } = applied
    const before = this.#ahead
    this.#ahead = state
    const isNew = ({ boardId }: { boardId: string }) => !this.#boards.has(boardId)
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
    const forgetExpected = this.#boards.index.expect(applied.effects)
    try {
      let isHandedOver = false
      const saved = this.#boards.write(effects, actor.role, (updates) => {
        isHandedOver = true
        return storage.commit({ ...also, command, boards, updates })
      })
      if (!isHandedOver) {
        // Nothing went to the storage: only this command failed, and those after it must not stand on it.
        this.#ahead = before
        return await saved.then(neverHandedOver, (error: unknown) => neverHandedOver(error))
      }
      await (grows ? this.#grow(saved, state) : saved)
      // A command before this one was lost, and this one stands on it.
      if (this.#broken) throw new Error('saved behind a command that was not')
    } catch (error) {
      if (error instanceof Problem) throw error
      this.#breakDown(error)
      throw new Problem('storageFailed', { cause: error })
    } finally {
      forgetExpected()
    }
    if (entry.type === 'broadcast' && entry.table === undefined)
      this.presence.messageReached(this.followers.people())
    const ended = runEndedBy(entry, before)
    if (ended) this.#mark(ended, state, now)
    if (state.version > this.#durable.version) this.#show(state)
    if (runsTheEvening.has(actor.role)) this.followers.changedNow()
    this.#parts.relay.hint({ workshopId: this.workshopId, version: state.version })
    if (this.#durable.version - this.#savedVersion >= saveEvery) void this.#saveState().catch(() => {})
  }

  /**
   * Notes that were hidden for a time go up before anything else is judged: the clock of a node that was down, or that
   * had not opened this workshop, told nobody. In the log like a command, so it happens once.
   */
  #landDueNotes(now: number): void {
    if (this.#broken || this.#growing || !areNotesDue(this.#ahead, now)) return
    const outcome = landDueNotes(this.#ahead, randomUUID(), now)
    if ('refused' in outcome) return
    // Should it fail, the notes are where they were and the next command tries again; a broken desk has said so itself.
    this.#landing = this.#commit(outcome, serverActor, now, { version: outcome.state.version }).catch(
      () => {},
    )
  }

  /** The boards are taken now and packed beside what goes on; in order, since a run that ends twice keeps the later. */
  #mark(run: EndedRun, state: WorkshopState, at: number): void {
    const { encodeBoard, storage, onUnmarked } = this.#parts
    try {
      const boards = this.#boards.durable(state)
      this.#marking = this.#marking
        .then(() => makeMarks(boards, { ...run, at }, encodeBoard, (error) => onUnmarked(run.phaseId, error)))
        .then((marks) => storage.saveMarks(marks))
        .catch((error: unknown) => onUnmarked(run.phaseId, error))
    } catch (error) {
      onUnmarked(run.phaseId, error)
    }
  }

  #show(state: WorkshopState): void {
    const before = this.#durable
    this.#durable = state
    this.#lastWords.watch(before, state, this.#parts.now())
    this.followers.changed()
    if (before.people !== state.people || before.tables !== state.tables)
      this.#boards.sendAway((actor, boardId) => this.mayRead(actor, boardId))
    if (before.timer !== state.timer) this.#wakeAtTheEnd()
  }

  /**
   * A courtesy to pages: when the time is out, buttons change, and notes that were hidden for a time are shown. Nothing
   * depends on this timer.
   */
  #wakeAtTheEnd(): void {
    clearTimeout(this.#wake)
    const { timer } = this.#durable
    const now = this.#parts.now()
    const shown = shownAt(this.#durable, now)
    const endsInMs = timer && timer.pausedAt === null ? timeLeftMs(timer, now) : 0
    const showsInMs = shown === null ? 0 : shown - now
    const leftMs = Math.min(...[endsInMs, showsInMs].filter((ms) => ms > 0), 2 ** 31)
    if (leftMs >= 2 ** 31) return
    this.#wake = setTimeout(() => {
      this.#landDueNotes(this.#parts.now())
      this.followers.changed()
      this.#wakeAtTheEnd()
    }, leftMs + 10)
    this.#wake.unref()
  }

  /** Opens the boards of new tables once they exist, before anybody can write on them. */
  async #grow(saved: Promise<void>, state: WorkshopState): Promise<void> {
    const opened = saved.then(() => this.#boards.open(state))
    const growing = opened
      .catch(() => {})
      .then(() => {
        if (this.#growing === growing) this.#growing = null
      })
    this.#growing = growing
    await opened
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

/** A board that is being loaded again or cannot be opened may be there at the next try; anything else is our fault. */
function neverHandedOver(cause: unknown): never {
  throw new Problem(cause instanceof RoomNotReady ? 'notReady' : 'internal', { cause })
}
