/** One connection to a board: what it may say and what becomes of it. Handlers return a refusal and never close. */
import { createAllowance } from './allowance.ts'
import type { BoardCore } from './boardCore.ts'
import type { Clock } from './clock.ts'
import type { Refusal } from './closeCodes.ts'
import type { FanOut, Receiver } from './fanOut.ts'
import { limits } from './limits.ts'
import { readMessage, writeAwareness, type Incoming } from './messages.ts'
import type { Presence, Presenter } from './presence.ts'
import type { JoinOptions } from './room.ts'
import type { Socket } from './socket.ts'

export interface BoardMember extends Receiver, Presenter {
  /** Null when all is well. Throws when the document broke. */
  handle(message: Uint8Array): Refusal | null
}

/** What members of one board share. */
export interface MemberContext {
  clock: Clock
  core: BoardCore
  fanOut: FanOut
  presence: Presence
  /** Applies, makes durable, relays. */
  commit(update: Uint8Array, clients: readonly number[], from: BoardMember): void
}

export function createMember(socket: Socket, options: JoinOptions, context: MemberContext): BoardMember {
  const { clock, core, fanOut, presence } = context
  const messages = createAllowance(limits.messagesPerSecond, limits.messageBurst, clock.now())
  const bytes = createAllowance(limits.bytesPerSecond, limits.byteBurst, clock.now())
  let hasAnswered = false

  function handle(message: Uint8Array): Refusal | null {
    const now = clock.now()
    if (!messages.take(1, now) || !bytes.take(message.length, now)) return 'tooFast'
    if (message.length > limits.messageBytes) return 'tooBig'
    const incoming = readMessage(message)
    return incoming === null ? 'unknownMessage' : handleKnown(incoming)
  }

  function handleKnown(incoming: Incoming): Refusal | null {
    switch (incoming.kind) {
      case 'step1':
        return answerStep1(incoming.stateVector)
      case 'step2': {
        const refusal = takeUpdate(incoming.update)
        hasAnswered = true
        return refusal
      }
      case 'update':
        return takeUpdate(incoming.update)
      case 'awareness':
        return takeAwareness(incoming.update)
      case 'queryAwareness': {
        const all = presence.readAll()
        if (all) socket.send([writeAwareness(all)])
        return null
      }
    }
  }

  /** The answer is what the document is now; it is sent when all of that is durable. */
  function answerStep1(stateVector: Uint8Array): Refusal | null {
    const answer = core.answer(stateVector)
    if (answer === null) return 'malformed'
    core.queue.afterAll(() => socket.send(answer))
    return null
  }

  function takeUpdate(update: Uint8Array): Refusal | null {
    const verdict = core.admit(update, options)
    if ('refused' in verdict) {
      // An edit made between connecting and our step 1 arriving there builds on offline edits that come with the
      // answer to it, and is in that answer too: the one gap that is honest.
      if (verdict.refused !== 'gap' || hasAnswered) return verdict.refused
      core.queue.afterAll(() => fanOut.countSaved(member))
      return null
    }
    if (verdict.passed === 'nothingNew') {
      core.queue.afterAll(() => fanOut.countSaved(member))
      return null
    }
    if (!options.mayWrite()) return 'readOnly'
    context.commit(update, verdict.clients, member)
    return null
  }

  function takeAwareness(update: Uint8Array): Refusal | null {
    const outcome = presence.receive(update, member)
    if (outcome === null) return 'badAwareness'
    if (outcome.nudge) socket.send([writeAwareness(outcome.nudge)])
    fanOut.presenceChanged()
    return null
  }

  const member: BoardMember = {
    socket,
    wantsSaved: options.wantsSaved,
    savedCount: 0,
    savedTold: 0,
    by: options.by,
    clients: new Set(),
    handle,
  }
  return member
}
