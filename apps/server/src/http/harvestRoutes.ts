/** The harvest: as JSON for the pages' preview, and as files to take home. */
import { buildReport, exportNames, type Report } from '@bordet/harvest'
import { languageSchema } from '@bordet/workshop/schemas'
import { z } from 'zod'
import type { Desk } from '../workshops/desk.ts'
import type { App, Surroundings } from './app.ts'
import { hallTimeZone } from './hallTimeZone.ts'
import { requireMember, wantsKey, workshopParams } from './member.ts'
import { anyProblem } from './openApi.ts'
import { sendFile } from './sendFile.ts'

const lead = ['facilitator', 'organiser'] as const
const formatSchema = z.enum([...exportNames, 'zip'])

export function addHarvestRoutes(app: App, { access, exporter, now }: Surroundings): void {
  const report = async (desk: Desk): Promise<Report> =>
    buildReport({ state: desk.state, boards: await desk.boards(), now: now(), timeZone: hallTimeZone })

  app.get(
    '/api/workshops/:id/harvest',
    {
      schema: {
        summary: 'The report as JSON',
        security: wantsKey,
        params: workshopParams,
        response: {
          200: z
            .object({ title: z.string(), questions: z.array(z.unknown()) })
            .meta({ additionalProperties: true }),
          ...anyProblem,
        },
      },
    },
    async (request, reply) => {
      const { desk } = await requireMember(access, request, request.params.id, lead)
      reply.header('cache-control', 'no-store')
      return report(desk)
    },
  )

  app.get(
    '/api/workshops/:id/export',
    {
      schema: {
        summary: 'The report as a file',
        security: wantsKey,
        params: workshopParams,
        querystring: z.object({
          format: formatSchema,
          language: languageSchema
            .optional()
            .describe('Of headings and labels; the workshop’s own when left out.'),
        }),
        response: { 200: z.unknown().meta({ type: 'string', format: 'binary' }), ...anyProblem },
      },
    },
    async (request, reply) => {
      const { desk } = await requireMember(access, request, request.params.id, lead)
      const { format, language = desk.state.language } = request.query
      const gone = new AbortController()
      reply.raw.once('close', () => gone.abort())
      return sendFile(reply, exporter.write(await report(desk), format, language, gone.signal))
    },
  )
}
