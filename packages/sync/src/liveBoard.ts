/** A loaded board with its members: where core, presence and fan-out meet. Lives until unloaded or until a write fails. */
import type { BoardNote } from '@bordet/board'
import type * as Y from 'yjs'
import { loadBoardCore, type Edited } from './boardCore.ts'
import type { Clock } from './clock.ts'
import { closeCodes, refusalCloseCodes, type CloseCode, type Refusal } from './closeCodes.ts'
import { createFanOut, type Receiver } from './fanOut.ts'
import { roomPace, waits } from './limits.ts'
import { createMember, type BoardMember, type MemberContext } from './member.ts'
import { writeAwareness } from './messages.ts'
import { createPace, type Pace } from './pace.ts'
import { createPresence } from './presence.ts'
import { createRations } from './ration.ts'
import type { Relay } from './relay.ts'
import type { JoinOptions, Member } from './room.ts'
import type { RoomLog } from './rooms.ts'
import type { Socket } from './socket.ts'
import type { BoardStorage, StoredBoard } from './storage.ts'

export interface LiveBoardOptions {
  boardId: string
  storage: BoardStorage
  clock: Clock
  relay: Relay
  /** Of all rooms together. */
  pace: Pace
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
  const { boardId, storage, clock, log } = options
  const core = loadBoardCore(stored, clock, (error) => {
    stop(closeCodes.notSaved, 'not saved')
    options.failed(error)
  })
  const members = new Set<BoardMember>()
  const receivers: ReadonlySet<Receiver> = members
  const presence = createPresence(core.owners.claim)
  const pace = createPace(clock, roomPace, options.pace)
  const fanOut = createFanOut({ clock, pace, receivers, takePresence: presence.takeChanged })
  const rations = createRations()
  const durable = sizeOf(stored.updates.map(({ bytes }) => bytes))
  let cancelKeepAlive = clock.after(waits.keepAliveMs, keepAlive)
  const context: MemberContext = { clock, core, fanOut, presence, rations, commit: commitMember }

  function keepAlive(): void {
    fanOut.keepAlive()
    rations.tidy(clock.now())
    cancelKeepAlive = clock.after(waits.keepAliveMs, keepAlive)
  }

  function stop(code: CloseCode, reason: string): void {
    cancelKeepAlive()
    fanOut.stop()
    const closing = [...members]
    members.clear()
    for (const { socket } of closing) socket.close(code, reason)
    core.destroy()
  }

  function deliver(
    { update, notes }: Edited & { update: Uint8Array },
    write: Promise<void>,
    from: BoardMember | null = null,
  ): Promise<void> {
    return core.queue.push(write, () => {
      durable.updates += 1
      durable.bytes += update.length
      fanOut.relay(update, from)
      options.relay.hint({ boardId })
      if (notes.length > 0) options.notesChanged(notes)
      options.settled()
    })
  }

  function commitMember(bytes: Uint8Array, clients: readonly number[], from: BoardMember): Refusal | null {
    for (const client of clients) core.owners.claim(client, from.by)
    const edited = applyIfPossible(bytes)
    if (edited === null) return 'malformed'
    const { update, notes } = edited
    if (update === null) {
      core.queue.afterAll(() => fanOut.countSaved(from))
      return null
    }
    const write = storage.append(boardId, update, core.owners.takeUnsaved(clients))
    deliver({ update, notes }, write, from).catch(() => {
      // The whole board failed with it; `failed` has been told.
    })
    return null
  }

  function applyIfPossible(bytes: Uint8Array): Edited | null {
    try {
      return core.apply(bytes)
    } catch (error) {
      log('updateNotTaken', { boardId, error: error instanceof Error ? error.message : 'unknown' })
      return null
    }
  }

  function receive(member: BoardMember, message: Uint8Array): void {
    if (!members.has(member)) return
    try {
      const refusal = member.handle(message)
      if (refusal === null) return
      log('messageRefused', { boardId, refusal })
      leave(member)
      member.socket.close(refusalCloseCodes[refusal], refusal)
    } catch (error) {
      log('boardBroken', { boardId, error: error instanceof Error ? error.message : 'unknown' })
      leave(member)
      member.socket.close(closeCodes.badMessage, 'malformed')
      core.queue.fail(error)
    }
  }

  function leave(member: BoardMember): void {
    if (!members.delete(member)) return
    presence.leave(member)
    fanOut.presenceChanged()
    options.settled()
  }

  return {
    get doc() {
      return core.doc
    },
    memberCount: () => members.size,
    isSaved: core.queue.isEmpty,
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
    saved: () => core.queue.push(Promise.resolve(), () => {}),
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

function sizeOf(updates: readonly Uint8Array[]): { updates: number; bytes: number } {
  return { updates: updates.length, bytes: updates.reduce((sum, { length }) => sum + length, 0) }
}
