/** A loaded board with its members: where core, presence and fan-out meet. Lives until unloaded or until a write fails. */
import type { BoardNote } from '@bordet/board'
import type * as Y from 'yjs'
import { loadBoardCore, type Edited } from './boardCore.ts'
import type { Clock } from './clock.ts'
import { closeCodes, refusalCloseCodes, type CloseCode } from './closeCodes.ts'
import { createFanOut, type Receiver } from './fanOut.ts'
import { waits } from './limits.ts'
import { createMember, type BoardMember, type MemberContext } from './member.ts'
import { writeAwareness } from './messages.ts'
import { createPresence } from './presence.ts'
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
  log: RoomLog
  notesChanged: (notes: BoardNote[]) => void
  /** Called once: nobody is connected any more and the board must be loaded again. */
  failed: (error: unknown) => void
  /** A member left, or something became durable. */
  settled: () => void
}

export interface LiveBoard {
  readonly doc: Y.Doc
  memberCount(): number
  isSaved(): boolean
  /** Updates and their bytes that became durable here. */
  written(): { updates: number; bytes: number }
  /** Runs the edit now. */
  edit(change: (doc: Y.Doc) => void): Edited
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
  const core = loadBoardCore(stored, (error) => {
    stop(closeCodes.notSaved, 'not saved')
    options.failed(error)
  })
  const members = new Set<BoardMember>()
  const receivers: ReadonlySet<Receiver> = members
  const presence = createPresence(core.owners.claim)
  const fanOut = createFanOut(clock, receivers, presence.takeChanged)
  const written = { updates: 0, bytes: 0 }
  let cancelKeepAlive = clock.after(waits.keepAliveMs, keepAlive)
  const context: MemberContext = { clock, core, fanOut, presence, commit: commitMember }

  function keepAlive(): void {
    fanOut.keepAlive()
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
      written.updates += 1
      written.bytes += update.length
      fanOut.relay(update, from)
      options.relay.hint({ boardId })
      if (notes.length > 0) options.notesChanged(notes)
      options.settled()
    })
  }

  function commitMember(bytes: Uint8Array, clients: readonly number[], from: BoardMember): void {
    for (const client of clients) core.owners.claim(client, from.by)
    const { update, notes } = core.apply(bytes)
    if (update === null) throw new Error('An update with news changed nothing')
    const write = storage.append(boardId, update, core.owners.takeUnsaved(clients))
    deliver({ update, notes }, write, from).catch(() => {
      // The whole board failed with it; `failed` has been told.
    })
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
    doc: core.doc,
    memberCount: () => members.size,
    isSaved: core.queue.isEmpty,
    written: () => written,
    edit: core.edit,
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
