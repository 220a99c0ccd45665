/** One effect for each `opId`, however often it comes and however close together; the same answer to all. */
import type { Actor } from '@bordet/workshop/engine'
import { z } from 'zod'
import { Refused } from '../problem.ts'
import type { Storage } from '../storage/storage.ts'

const answerSchema = z.object({
  version: z.number(),
  noteId: z.string().optional(),
  personId: z.string().optional(),
  left: z.number().int().optional(),
})

export type CommandAnswer = z.infer<typeof answerSchema>

export interface OnceOnly {
  /** Throws `Refused('opIdTaken')` when somebody else used the `opId`. A refused command may be tried again. */
  answer(opId: string, actor: Actor, run: () => Promise<CommandAnswer>): Promise<CommandAnswer>
  /** Resolves when nothing is on its way any more. */
  settled(): Promise<void>
}

export function createOnceOnly(workshopId: string, storage: Pick<Storage, 'answerTo'>): OnceOnly {
  const running = new Map<string, { actor: Actor; answer: Promise<CommandAnswer> }>()

  const findOrRun = async (opId: string, actor: Actor, run: () => Promise<CommandAnswer>) => {
    const before = await storage.answerTo(workshopId, opId)
    if (!before) return run()
    if (!isSame(before.actor, actor)) throw new Refused('opIdTaken')
    return answerSchema.parse(before.answer)
  }

  return {
    async answer(opId, actor, run) {
      const already = running.get(opId)
      if (already) {
        if (!isSame(already.actor, actor)) throw new Refused('opIdTaken')
        return already.answer
      }
      const answer = findOrRun(opId, actor, run)
      running.set(opId, { actor, answer })
      try {
        return await answer
      } finally {
        running.delete(opId)
      }
    },
    async settled() {
      await Promise.allSettled([...running.values()].map(({ answer }) => answer))
    },
  }
}

function isSame(a: Actor, b: Actor): boolean {
  return a.role === b.role && a.personId === b.personId && a.table === b.table
}
