/** One connection to a board: what it may say and what becomes of it. Handlers return a refusal and never close. */
import type { Answer } from './boardBytes.ts'
import type { BoardCore } from './boardCore.ts'
import type { Clock } from './clock.ts'
import { closeCodes, type Refusal } from './closeCodes.ts'
import type { Receiver } from './fanOut.ts'
import { limits } from './limits.ts'
import { readMessage, writeAwareness, type Incoming } from './messages.ts'
import type { Presence, Presenter } from './presence.ts'
import type { Rations } from './ration.ts'
import type { JoinOptions } from './room.ts'
import type { Socket } from './socket.ts'

export interface BoardMember extends Receiver, Presenter {
  mayHide: boolean
  mayWrite(): boolean
  /** Early messages with gaps, and those after them: they count as durable with the answer, which contains them. */
  owed: number
  /** Null when all is well. */
  handle(message: Uint8Array): Refusal | null
}

/** An update that a member sent. */
export interface Given {
  member: BoardMember
  update: Uint8Array
  /**
   * Before it answered our step 1: an edit made between connecting and the question's arrival builds on offline edits
   * that come with the answer, and is in that answer too. Then a gap is honest.
   */
  isEarly: boolean
  isAnswer: boolean
}

/** What members of one board share. */
export interface MemberContext {
  clock: Clock
  core: BoardCore
  presence: Presence
  rations: Rations
  /** For the next round. */
  take(given: Given): void
  presenceChanged(): void
}

export function createMember(socket: Socket, options: JoinOptions, context: MemberContext): BoardMember {
  const { clock, core, presence, rations } = context
  let hasAnswered = false
  let waitingAnswer: Answer | null = null

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
        hasAnswered = true
        context.take({ member, update: incoming.update, isEarly: false, isAnswer: true })
        return null
      }
      case 'update':
        context.take({ member, update: incoming.update, isEarly: !hasAnswered, isAnswer: false })
        return null
      case 'awareness':
        return takeAwareness(incoming.update)
      case 'queryAwareness':
        return answerPresence()
    }
  }

  /** The answer is what the board is now; it is sent when all of that is durable. */
  function answerStep1(stateVector: Uint8Array): Refusal | null {
    const now = clock.now()
    const ration = rations.of(options.by, now)
    let answer = core.knownAnswer(stateVector)
    if (answer === null) {
      if (!ration.takeAnswer(now)) return 'tooFast'
      answer = core.makeAnswer(stateVector)
    }
    if (answer === null) return 'malformed'
    if (!ration.takeAnswerBytes(sizeOf(answer), now)) return 'tooFast'
    sendWhenSaved(answer)
    return null
  }

  /** Whoever asks again before it is sent gets the later one only. */
  function sendWhenSaved(answer: Answer): void {
    waitingAnswer = answer
    core.queue.afterAll(() => {
      if (waitingAnswer !== answer) return
      waitingAnswer = null
      if (socket.bufferedBytes() > limits.tooSlowBytes) socket.close(closeCodes.tooSlow, 'too slow')
      else for (const packet of answer) socket.send(packet)
    })
  }

  function answerPresence(): null {
    // Asked first: one byte that arrives ten thousand times must not cost ten thousand copies of everybody.
    if (socket.bufferedBytes() > limits.slowBytes) return null
    const all = presence.readAll()
    if (all) socket.send([writeAwareness(all)])
    return null
  }

  function takeAwareness(update: Uint8Array): Refusal | null {
    const now = clock.now()
    if (!rations.of(options.by, now).takePresence(update.length, now)) return null
    const outcome = presence.receive(update, member)
    if (outcome === null) return 'badAwareness'
    if (outcome.nudge) socket.send([writeAwareness(outcome.nudge)])
    context.presenceChanged()
    return null
  }

  const member: BoardMember = {
    socket,
    wantsSaved: options.wantsSaved,
    savedCount: 0,
    savedTold: 0,
    by: options.by,
    mayHide: options.mayHide ?? false,
    mayWrite: options.mayWrite,
    owed: 0,
    clients: new Set(),
    handle,
  }
  return member
}

function sizeOf(answer: Answer): number {
  return answer.flat().reduce((sum, { length }) => sum + length, 0)
}
