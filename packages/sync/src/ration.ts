/** What one key may ask of a board, over all its connections: coming again brings nothing fresh. */
import { createAllowance } from './allowance.ts'
import { limits } from './limits.ts'

export interface Ration {
  /** False when it is too much. */
  takeMessage(bytes: number, now: number): boolean
  /** One that must be made for it. */
  takeAnswer(now: number): boolean
  /** One that is there already. */
  takeAnswerBytes(bytes: number, now: number): boolean
  takePresence(bytes: number, now: number): boolean
  /** Steps of work for Yjs, see effort.ts. */
  takeEffort(steps: number, now: number): boolean
  /** See `Allowance.owe`. */
  oweEffort(steps: number, now: number): void
}

export interface Rations {
  of(owner: string, now: number): Ration
  /** Forgets those who used nothing lately. */
  tidy(now: number): void
}

export function createRations(): Rations {
  const rations = new Map<string, ReturnType<typeof createRation>>()
  return {
    of(owner, now) {
      const ration = rations.get(owner) ?? createRation(now)
      rations.set(owner, ration)
      return ration
    },
    tidy(now) {
      for (const [owner, ration] of rations) if (ration.isFull(now)) rations.delete(owner)
    },
  }
}

function createRation(now: number): Ration & { isFull(now: number): boolean } {
  const messages = createAllowance(limits.messagesPerSecond, limits.messageBurst, now)
  const bytes = createAllowance(limits.bytesPerSecond, limits.byteBurst, now)
  const answers = createAllowance(limits.answersPerSecond, limits.answerBurst, now)
  const answerBytes = createAllowance(limits.answerBytesPerSecond, limits.answerByteBurst, now)
  const presence = createAllowance(limits.presenceBytesOfKeyPerSecond, limits.presenceByteBurst, now)
  const effort = createAllowance(limits.effortPerSecond, limits.effortBurst, now)
  return {
    takeMessage: (length, at) => messages.take(1, at) && bytes.take(length, at),
    takeAnswer: (at) => answers.take(1, at),
    takeAnswerBytes: (length, at) => answerBytes.take(length, at),
    takePresence: (length, at) => presence.take(length, at),
    takeEffort: (steps, at) => effort.take(steps, at),
    oweEffort: (steps, at) => effort.owe(steps, at),
    isFull: (at) =>
      [messages, bytes, answers, answerBytes, presence, effort].every((allowance) => allowance.isFull(at)),
  }
}
