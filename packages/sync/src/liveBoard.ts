/** A loaded board with its members: where core, presence and fan-out meet. Lives until unloaded or until a write fails. */
import type { BoardNote } from '@bordet/board'
import type * as Y from 'yjs'
import { loadBoardCore } from './boardCore.ts'
import type { Clock } from './clock.ts'
import { closeCodes, refusalCloseCodes, type CloseCode, type Refusal } from './closeCodes.ts'
import { createFanOut, type Receiver } from './fanOut.ts'
import { inboxBytes, roomPace, waits } from './limits.ts'
import { createMember, type BoardMember, type Given, type MemberContext } from './member.ts'
import { writeAwareness } from './messages.ts'
import { createPace } from './pace.ts'
import { createPresence } from './presence.ts'
import { createRations } from './ration.ts'
import type { Relay } from './relay.ts'
import type { JoinOptions, Member } from './room.ts'
import type { RoomLog } from './rooms.ts'
import type { Rounds, Turn } from './rounds.ts'
import type { Edited } from './shadow.ts'
import type { Socket } from './socket.ts'
import type { BoardStorage, StoredBoard } from './storage.ts'

export interface LiveBoardOptions {
  boardId: string
  storage: BoardStorage
  clock: Clock
  relay: Relay
  /** Of all rooms together. */
  rounds: Rounds
  /** See `RoomsOptions`. */
  sleepMs: number
  /** See `RoomsOptions`. */
  drawClientId: (() => number) | undefined
  log: RoomLog
  notesChanged: (notes: BoardNote[]) => void
  /** Called once: nobody is connected any more and the board must be loaded again. */
  failed: (error: unknown) => void
  /** A member left, or something became durable. */
  settled: () => void
}

export interface LiveBoard {
  /** Made now when it sleeps. */
  readonly doc: Y.Doc
  memberCount(): number
  isSaved(): boolean
  /** What of the log's updates after its snapshot is durable. */
  durable(): { updates: number; bytes: number }
  /** Bytes of all. */
  size(): number
  /** Base and the first so many updates. */
  parts(updates: number): Uint8Array[]
  /** A snapshot of these parts is on the disk. */
  replaceBase(state: Uint8Array, updates: number): void
  /** Runs the edit now. */
  edit(change: (doc: Y.Doc) => void): Edited
  /** Undoes the last edit, in the same turn. */
  takeBack(): void
  /** Waits for this write, then relays and tells listeners. */
  deliver(edited: Edited & { update: Uint8Array }, write: Promise<void>): Promise<void>
  saved(): Promise<void>
  join(socket: Socket, options: JoinOptions): Member
  disconnect(code: CloseCode, reason: string, whose: (by: string) => boolean): void
  fail(error: unknown): void
  /** Closes every connection. Nothing that is not durable may wait. */
  stop(code: CloseCode, reason: string): void
}

export function createLiveBoard(stored: StoredBoard, options: LiveBoardOptions): LiveBoard {
  const { boardId, storage, clock, rounds, log } = options
  const core = loadBoardCore(stored, {
    clock,
    sleepMs: options.sleepMs,
    drawClientId: options.drawClientId,
    broke: logBroken,
    failed(error) {
      stop(closeCodes.notSaved, 'not saved')
      options.failed(error)
    },
  })
  const members = new Set<BoardMember>()
  /** Sent off for what they said: what else of theirs is in the inbox is not looked at. */
  const refused = new WeakSet<BoardMember>()
  const receivers: ReadonlySet<Receiver> = members
  const presence = createPresence(core.owners)
  const pace = createPace(clock, roomPace)
  const fanOut = createFanOut({ clock, pace, receivers, takePresence: presence.takeChanged })
  const rations = createRations()
  const durable = sizeOf(stored.updates.map(({ bytes }) => bytes))
  let cancelKeepAlive = clock.after(waits.keepAliveMs, keepAlive)
  /** What members sent, for the next round. */
  let inbox: Given[] = []
  let inboxSize = 0
  let isInRound = false
  const turn: Turn = { run: takeRound }
  const context: MemberContext = { clock, core, presence, rations, take, presenceChanged }

  function logBroken(error: unknown): void {
    log('boardBroken', { boardId, error: error instanceof Error ? error.message : 'unknown' })
  }

  function keepAlive(): void {
    fanOut.keepAlive()
    rations.tidy(clock.now())
    cancelKeepAlive = clock.after(waits.keepAliveMs, keepAlive)
  }

  function stop(code: CloseCode, reason: string): void {
    cancelKeepAlive()
    rounds.forget(turn)
    const closing = [...members]
    members.clear()
    for (const { socket } of closing) socket.close(code, reason)
    core.destroy()
  }

  function take(given: Given): void {
    inbox.push(given)
    inboxSize += given.update.length
    if (inboxSize > inboxBytes) takeRound()
    else rounds.ask(turn, pace.waitMs())
  }

  function presenceChanged(): void {
    fanOut.presenceChanged()
    rounds.ask(turn, fanOut.waitMs())
  }

  /** Everything that is to be done now: what came in becomes durable and is told then, all else is told at once. */
  function takeRound(): void {
    isInRound = true
    try {
      if (takeInbox()) return
      if (fanOut.waitMs() <= waits.presenceEarlyMs) fanOut.send()
      planNext()
    } catch (error) {
      logBroken(error)
      core.queue.fail(error)
    } finally {
      isInRound = false
    }
  }

  /** What was not to be said yet. */
  function planNext(): void {
    const waitMs = fanOut.waitMs()
    if (waitMs < Infinity) rounds.ask(turn, waitMs)
  }

  /** False when nothing of it has to become durable first. */
  function takeInbox(): boolean {
    const given = inbox.filter(({ member }) => !refused.has(member))
    inbox = []
    inboxSize = 0
    if (given.length === 0) return false
    const now = clock.now()
    const offers = given.map(({ member: { by, mayHide, mayWrite }, update }) => ({
      update,
      by,
      mayHide,
      mayWrite,
      mayWork: (steps: number) => rations.of(by, now).takeEffort(steps, now),
      owe: (steps: number) => rations.of(by, now).oweEffort(steps, now),
    }))
    const { outcomes, edited, claims } = core.take(offers)
    const taken: BoardMember[] = []
    const counted: BoardMember[] = []
    for (const [i, { member, isEarly, isAnswer }] of given.entries()) {
      const outcome = outcomes[i] ?? 'malformed'
      if (outcome === 'taken') taken.push(member)
      if (outcome === 'gap' && isEarly) member.owed += 1
      else if (outcome === 'taken' || outcome === 'nothingNew') {
        if (!isAnswer && member.owed > 0) member.owed += 1
        else counted.push(member, ...(isAnswer ? takeOwed(member) : []))
      } else if (!refused.has(member)) refuse(member, outcome)
    }
    const { update, notes } = edited
    if (update === null) {
      core.queue.afterAll(() => {
        count(counted)
        if (!isInRound) rounds.ask(turn, 0)
      })
      return false
    }
    const write = storage.append(boardId, update, claims)
    deliverRound({ update, notes }, write, { taken, counted })
    return true
  }

  function deliverRound(
    edited: Edited & { update: Uint8Array },
    write: Promise<void>,
    { taken, counted }: { taken: BoardMember[]; counted: BoardMember[] },
  ): void {
    core.queue
      .push(write, () => {
        count(counted)
        becameDurable(edited, taken)
        fanOut.send()
        planNext()
      })
      .catch(() => {
        // The whole board failed with it; `failed` has been told.
      })
  }

  function count(members: readonly BoardMember[]): void {
    for (const member of members) fanOut.countSaved(member)
  }

  function becameDurable(
    { update, notes }: Edited & { update: Uint8Array },
    from: readonly BoardMember[],
  ): void {
    durable.updates += 1
    durable.bytes += update.length
    fanOut.addUpdate(update, from)
    options.relay.hint({ boardId })
    if (notes.length > 0) options.notesChanged(notes)
    options.settled()
  }

  function deliver(edited: Edited & { update: Uint8Array }, write: Promise<void>): Promise<void> {
    return core.queue.push(write, () => {
      becameDurable(edited, [])
      rounds.ask(turn, fanOut.waitMs())
    })
  }

  function refuse(member: BoardMember, refusal: Refusal): void {
    refused.add(member)
    log('messageRefused', { boardId, refusal })
    leave(member)
    member.socket.close(refusalCloseCodes[refusal], refusal)
  }

  function receive(member: BoardMember, message: Uint8Array): void {
    if (!members.has(member)) return
    try {
      const refusal = member.handle(message)
      if (refusal !== null) refuse(member, refusal)
    } catch (error) {
      logBroken(error)
      leave(member)
      member.socket.close(closeCodes.badMessage, 'malformed')
      core.queue.fail(error)
    }
  }

  function leave(member: BoardMember): void {
    if (!members.delete(member)) return
    presence.leave(member)
    presenceChanged()
    options.settled()
  }

  return {
    get doc() {
      return core.doc
    },
    memberCount: () => members.size,
    isSaved: () => inbox.length === 0 && core.queue.isEmpty(),
    durable: () => durable,
    size: core.bytes.size,
    parts: (updates) => core.bytes.parts(updates),
    replaceBase(state, updates) {
      const replaced = core.bytes.parts(updates).slice(1)
      durable.updates -= updates
      durable.bytes -= sizeOf(replaced).bytes
      core.bytes.replaceBase(state, updates)
    },
    edit: core.edit,
    takeBack: core.takeBack,
    deliver,
    saved() {
      takeRound()
      return core.queue.push(Promise.resolve(), () => {})
    },
    join(socket, joinOptions) {
      const member = createMember(socket, joinOptions, context)
      members.add(member)
      const greeting = [core.question()]
      const present = presence.readAll()
      if (present) greeting.push(writeAwareness(present))
      socket.send(greeting)
      return { receive: (message) => receive(member, message), leave: () => leave(member) }
    },
    disconnect(code, reason, whose) {
      for (const member of members) {
        if (!whose(member.by)) continue
        leave(member)
        member.socket.close(code, reason)
      }
    },
    fail: core.queue.fail,
    stop,
  }
}

/** Once for each message. */
function takeOwed(member: BoardMember): BoardMember[] {
  const owed = Array.from({ length: member.owed }, () => member)
  member.owed = 0
  return owed
}

function sizeOf(updates: readonly Uint8Array[]): { updates: number; bytes: number } {
  return { updates: updates.length, bytes: updates.reduce((sum, { length }) => sum + length, 0) }
}
