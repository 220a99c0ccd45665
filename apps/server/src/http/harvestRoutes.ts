/** The harvest: as JSON for the pages' preview, and as files to take home. */
import { hasMemo } from '@bordet/harvest'
import { languageSchema } from '@bordet/workshop/schemas'
import { z } from 'zod'
import { harvestFormatSchema, harvestReport } from '../export/harvestReport.ts'
import type { App, Surroundings } from './app.ts'
import { requireMember, wantsKey, workshopParams } from './member.ts'
import { anyProblem } from './openApi.ts'
import { Problem } from './problem.ts'
import { sendFile } from './sendFile.ts'

const lead = ['facilitator', 'organiser'] as const

export function addHarvestRoutes(app: App, { access, desks, exporter, now }: Surroundings): void {
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
      return harvestReport(desk, now())
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
          format: harvestFormatSchema,
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
      if (format === 'memo' && !hasMemo(desk.state.templateId)) throw new Problem('notFound')
      const report = await harvestReport(desk, now(), desks)
      return sendFile(reply, exporter.write(report, format, language, gone.signal))
    },
  )
}
