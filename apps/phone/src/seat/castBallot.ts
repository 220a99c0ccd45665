/**
 * Sends what a person chose (dots, an order, yes or no) a moment after the last press, one request at a time, until the server has them. Only the
 * latest choice counts, so an older one that was not sent is simply replaced. Kept on the phone until answered.
 */
import { ApiError, newOpId, type CommandAnswer } from '@bordet/client'
import type { Ask } from '@bordet/workshop'
import { forget, keep, recall } from '../kept.ts'
import { backoffMs } from '../outbox/outbox.ts'

export type Choice = Extract<Ask, { type: 'castVotes' | 'rank' | 'score' | 'giveConsent' }>

interface Giving {
  opId: string
  phaseId: string
  choice: Choice
}

export interface Ballot {
  /** What this person chose and no view shows yet; null when there is nothing of that. */
  pending(phaseId: string): Choice | null
  /** Why the last giving was refused, for its phase. */
  refusal(phaseId: string): string | null
  /** Whether sending has failed and is being tried again. */
  isStuck(): boolean
  cast(phaseId: string, choice: Choice): void
  /** The view has come this far. */
  seen(version: number): void
  hurry(): void
  close(): void
}

const restMs = 500

export function castBallot(parts: {
  owner: string
  send(choice: Choice, opId: string): Promise<CommandAnswer>
  onChange(): void
}): Ballot {
  const name = `choice.${parts.owner}`
  let giving = recall<Giving | null>(name, null)
  /** Answered, but not in the view yet: the next press builds upon it. */
  let answered: { giving: Giving; version: number } | null = null
  let refused: { phaseId: string; code: string } | null = null
  let failures = 0
  let isSending = false
  let isClosed = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const settle = (sent: Giving) => {
    // Pressed again while it was on its way: then the newer one is still to be sent.
    if (giving?.opId !== sent.opId) return
    giving = null
    forget(name)
  }

  const send = async () => {
    clearTimeout(timer)
    const sent = giving
    if (!sent || isSending || isClosed) return
    isSending = true
    try {
      const { version } = await parts.send({ ...sent.choice, phaseId: sent.phaseId }, sent.opId)
      failures = 0
      answered = { giving: sent, version }
      settle(sent)
    } catch (error) {
      if (error instanceof ApiError && error.status !== 429) {
        refused = { phaseId: sent.phaseId, code: error.code }
        settle(sent)
      } else failures += 1
    }
    isSending = false
    if (isClosed) return
    if (giving) wakeIn(failures > 0 ? backoffMs(failures, Math.random()) : restMs)
    parts.onChange()
  }

  const wakeIn = (ms: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => void send(), ms)
  }

  if (giving) wakeIn(0)
  return {
    pending(phaseId) {
      const latest = giving ?? answered?.giving
      return latest?.phaseId === phaseId ? latest.choice : null
    },
    refusal: (phaseId) => (refused?.phaseId === phaseId ? refused.code : null),
    isStuck: () => failures > 0,
    cast(phaseId, choice) {
      giving = { opId: newOpId(), phaseId, choice }
      refused = null
      keep(name, giving)
      wakeIn(restMs)
      parts.onChange()
    },
    seen(version) {
      if (answered && answered.version <= version) answered = null
    },
    hurry() {
      if (giving && failures > 0) wakeIn(0)
    },
    close() {
      isClosed = true
      clearTimeout(timer)
    },
  }
}
