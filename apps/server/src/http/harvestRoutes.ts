/** The harvest: as JSON for the pages' preview, and as files to take home. */
import { hasMemo, type ExportName } from '@bordet/harvest'
import type { Language } from '@bordet/text'
import { languageSchema } from '@bordet/workshop/schemas'
import { z } from 'zod'
import { attachBoards } from '../export/attachBoards.ts'
import { harvestFormatSchema, harvestReport } from '../export/harvestReport.ts'
import type { Desk } from '../workshops/desk.ts'
import type { App, Surroundings } from './app.ts'
import { addFileRoutes } from './exportJobRoutes.ts'
import { requireMember, wantsKey, workshopParams } from './member.ts'
import { anyProblem } from './openApi.ts'
import { Problem } from './problem.ts'
import { sendFile } from './sendFile.ts'

const lead = ['facilitator', 'organiser'] as const

const fileSchema = z.object({
  format: harvestFormatSchema,
  language: languageSchema.optional().describe('Of headings and labels; the workshop’s own when left out.'),
})

export function addHarvestRoutes(app: App, around: Surroundings): void {
  const { access, config, desks, exporter, storage, now } = around
  /** What only the ZIP has beside the files of the report. */
  const attachedTo = async (desk: Desk, format: ExportName, language: Language) =>
    format === 'zip' ? attachBoards(desk, { storage, dataDir: config.dataDir, language }) : []
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
        querystring: fileSchema,
        response: { 200: z.unknown().meta({ type: 'string', format: 'binary' }), ...anyProblem },
      },
    },
    async (request, reply) => {
      const { desk } = await requireMember(access, request, request.params.id, lead)
      const { format, language = desk.state.language } = request.query
      const gone = new AbortController()
      reply.raw.once('close', () => gone.abort())
      if (format === 'memo' && !hasMemo(desk.state.templateId)) throw new Problem('notFound')
      const { signal } = gone
      const attached = await attachedTo(desk, format, language)
      const report = await harvestReport(desk, now(), desks)
      return sendFile(reply, exporter.write(report, format, language, { signal }, attached))
    },
  )

  addFileRoutes(app, around, {
    path: '/api/workshops/:id',
    summary: 'The report as a file that says how far it is',
    params: workshopParams,
    body: fileSchema,
    requireOwner: async (request, { id }) => (await requireMember(access, request, id, lead)).desk.workshopId,
    async write({ id }, { format, language: wanted }, reader) {
      const desk = await desks.open(id)
      if (!desk) throw new Error('the workshop is gone')
      const language = wanted ?? desk.state.language
      const attached = await attachedTo(desk, format, language)
      return exporter.write(await harvestReport(desk, now(), desks), format, language, reader, attached)
    },
  })
}
