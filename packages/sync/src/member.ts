/** One connection to a board: what it may say and what becomes of it. Handlers return a refusal and never close. */
import type { Answer } from './boardBytes.ts'
import type { BoardCore } from './boardCore.ts'
import type { Clock } from './clock.ts'
import type { Refusal } from './closeCodes.ts'
import type { FanOut, Receiver } from './fanOut.ts'
import { limits } from './limits.ts'
import { readMessage, writeAwareness, type Incoming } from './messages.ts'
import type { Presence, Presenter } from './presence.ts'
import type { Rations } from './ration.ts'
import type { JoinOptions } from './room.ts'
import type { Socket } from './socket.ts'

export interface BoardMember extends Receiver, Presenter {
  /** Null when all is well. */
  handle(message: Uint8Array): Refusal | null
}

/** What members of one board share. */
export interface MemberContext {
  clock: Clock
  core: BoardCore
  fanOut: FanOut
  presence: Presence
  rations: Rations
  /** Applies, makes durable, relays. Refused when Yjs cannot take it in after all. */
  commit(update: Uint8Array, clients: readonly number[], from: BoardMember): Refusal | null
}

export function createMember(socket: Socket, options: JoinOptions, context: MemberContext): BoardMember {
  const { clock, core, fanOut, presence, rations } = context
  let hasAnswered = false

  function handle(message: Uint8Array): Refusal | null {
    const now = clock.now()
    if (!rations.of(options.by, now).takeMessage(message.length, now)) return 'tooFast'
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
      case 'queryAwareness':
        return answerPresence()
    }
  }

  /** The answer is what the board is now; it is sent when all of that is durable. */
  function answerStep1(stateVector: Uint8Array): Refusal | null {
    if (socket.bufferedBytes() > limits.tooSlowBytes) return 'tooSlow'
    let answer = core.knownAnswer(stateVector)
    if (answer === null) {
      const now = clock.now()
      if (!rations.of(options.by, now).takeAnswer(now)) return 'tooFast'
      answer = core.makeAnswer(stateVector)
    }
    if (answer === null) return 'malformed'
    sendWhenSaved(answer)
    return null
  }

  function sendWhenSaved(answer: Answer): void {
    core.queue.afterAll(() => answer.forEach((packet) => socket.send(packet)))
  }

  function answerPresence(): null {
    const all = presence.readAll()
    if (all && socket.bufferedBytes() <= limits.slowBytes) socket.send([writeAwareness(all)])
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
    return context.commit(update, verdict.clients, member)
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
