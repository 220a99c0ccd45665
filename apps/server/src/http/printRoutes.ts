/** The paper of the evening: table cards, route cards and note sheets as one PDF, in the workshop's language. */
import type { Actor } from '@bordet/workshop/engine'
import { z } from 'zod'
import type { App, Surroundings } from './app.ts'
import { hallTimeZone } from '../hallTimeZone.ts'
import { waysIn } from '../links.ts'
import { requireMember, wantsKey, workshopParams } from './member.ts'
import { anyProblem } from './openApi.ts'
import { sendFile } from './sendFile.ts'
import type { Desk } from '../workshops/desk.ts'

const crew = ['facilitator', 'organiser', 'helper'] as const
const whatSchema = z.enum(['all', 'tableCards', 'routeCards', 'noteSheets'])

export function addPrintRoutes(app: App, { access, exporter, keyRing, publicUrl, now }: Surroundings): void {
  app.get(
    '/api/workshops/:id/print',
    {
      schema: {
        summary: 'The print pack, or one part of it, as a tagged PDF',
        security: wantsKey,
        params: workshopParams,
        querystring: z.object({ what: whatSchema.default('all') }),
        response: { 200: z.unknown().meta({ type: 'string', format: 'binary' }), ...anyProblem },
      },
    },
    async (request, reply) => {
      const { actor, desk } = await requireMember(access, request, request.params.id, crew)
      const { what } = request.query
      if (what === 'all' || what === 'routeCards') await keepRoutes(desk, actor)
      const { state } = desk
      const joinLink = waysIn(state, keyRing, publicUrl()).links.join
      const input = { state, joinLink, now: now(), timeZone: hallTimeZone }
      return sendFile(reply, exporter.print(input, what))
    },
  )
}

/** What stands on a route card is what will be: from now on the seats of those who are there are kept. */
async function keepRoutes(desk: Desk, actor: Actor): Promise<void> {
  const { people, status } = desk.state
  const isAnybodyThere = Object.values(people).some(({ leftAt }) => leftAt === null)
  if (status !== 'closed' && isAnybodyThere)
    await desk.ask(actor, { opId: crypto.randomUUID(), type: 'planRoutes' })
}
