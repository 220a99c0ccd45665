/** The paper of the evening: table cards, route cards and note sheets as one PDF, in the workshop's language. */
import { z } from 'zod'
import type { App, Surroundings } from './app.ts'
import { hallTimeZone } from './hallTimeZone.ts'
import { waysIn } from './links.ts'
import { requireMember, wantsKey, workshopParams } from './member.ts'
import { anyProblem } from './openApi.ts'
import { sendFile } from './sendFile.ts'

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
      const { desk } = await requireMember(access, request, request.params.id, crew)
      const { state } = desk
      const joinLink = waysIn(state, keyRing, publicUrl()).links.join
      const input = { state, joinLink, now: now(), timeZone: hallTimeZone }
      return sendFile(reply, exporter.print(input, request.query.what))
    },
  )
}
