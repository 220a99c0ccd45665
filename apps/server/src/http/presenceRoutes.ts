/** What pages tell of this very moment: a phone's unsent words, a colleague in the cockpit. Never logged. */
import { crewDoings } from '@bordet/workshop'
import { personName } from '@bordet/workshop/schemas'
import { z } from 'zod'
import type { App, Surroundings } from './app.ts'
import { requireMember, wantsKey, workshopParams } from './member.ts'
import { anyProblem } from './openApi.ts'
import { Problem } from './problem.ts'
import { createTokenBuckets } from './throttle.ts'

const fromPhone = z.object({
  unsent: z
    .number()
    .int()
    .min(0)
    .max(10_000)
    .describe('Things done on this phone that the server has not got.'),
})
const fromCrew = z.object({
  pageId: z.uuid(),
  name: personName,
  table: z.number().int().min(1).max(100).nullable().describe('The table that is being looked at.'),
  doing: z.enum(crewDoings).nullish().describe('What is open at the harvest’s desk.'),
  leaving: z.boolean().optional(),
})

export function addPresenceRoutes(app: App, { access, now }: Surroundings): void {
  const mayTell = createTokenBuckets(10, 1)
  const mayCrewTell = createTokenBuckets(100, 20)

  app.post(
    '/api/workshops/:id/presence',
    {
      schema: {
        summary: 'Tell what is true of this moment',
        description:
          'Phones: how much waits to be sent, when that changes. Crew: name, the table looked at and what is open at the desk, when that ' +
          'changes and every 15 s.',
        security: wantsKey,
        params: workshopParams,
        body: z.union([fromPhone, fromCrew]),
        response: { 204: z.null(), ...anyProblem },
      },
    },
    async (request, reply) => {
      const { actor, desk, keyHash } = await requireMember(access, request, request.params.id)
      const { body } = request
      const isPerson = actor.role === 'participant'
      const retryAfterMs = (isPerson ? mayTell : mayCrewTell)(keyHash, now())
      if (retryAfterMs > 0) throw new Problem('tooMany', { retryAfterMs })
      if ('unsent' in body) {
        if (actor.personId === null) throw new Problem('notYourRole')
        desk.presence.phoneHolds(actor.personId, body.unsent)
      } else {
        if (isPerson || actor.role === 'table' || actor.role === 'screen') throw new Problem('notYourRole')
        const { pageId, name, table, doing = null, leaving } = body
        if (leaving) desk.presence.crewLeft(pageId)
        else desk.presence.crewIsHere({ pageId, name, table, doing, role: actor.role })
      }
      return reply.code(204).send(null)
    },
  )
}
