/** The report while it is written: its sections, what stands in them, and what stood there before. */
import { hasClaims, reportOutline, zonesToWriteAbout } from '@bordet/harvest'
import { textVersions } from '@bordet/workshop/engine'
import { reportSchema } from '@bordet/workshop/schemas'
import { z } from 'zod'
import type { App, Surroundings } from './app.ts'
import { requireMember, wantsKey, workshopParams } from './member.ts'
import { anyProblem } from './openApi.ts'
import { noteViewSchema } from './viewSchema.ts'

const lead = ['facilitator', 'organiser'] as const

const outlinePartSchema = z.object({
  part: z.string(),
  title: z.string(),
  shows: z.array(z.object({ show: z.string(), zones: z.array(z.string()) })),
})

const draftSchema = z.object({
  version: z.number().int(),
  sections: z.array(outlinePartSchema.extend({ subs: z.array(outlinePartSchema), isShared: z.boolean() })),
  themes: z.array(z.object({ themeId: z.string(), name: z.string(), notes: z.number().int() })),
  questions: z.array(noteViewSchema).describe('Notes that ask something, answered or not.'),
  notes: z
    .array(noteViewSchema)
    .describe(
      'Notes that organisers say more about; all notes where they may speak for or against a conclusion.',
    ),
  groups: z.array(z.object({ groupId: z.string(), name: z.string(), members: z.number().int() })),
  report: reportSchema,
})

export function addReportRoutes(app: App, { access, storage }: Surroundings): void {
  app.get(
    '/api/workshops/:id/report',
    {
      schema: {
        summary: 'The report as it is being written',
        security: wantsKey,
        params: workshopParams,
        response: { 200: draftSchema, ...anyProblem },
      },
    },
    async (request, reply) => {
      const { desk } = await requireMember(access, request, request.params.id, lead)
      reply.header('cache-control', 'no-store')
      const { version, templateId, language, report, themes, noteThemes, groups } = desk.state
      const { asking, saidMore } = zonesToWriteAbout(templateId)
      const anyNote = hasClaims(templateId)
      const notes = desk
        .everyNote()
        .filter(({ hidden }) => !hidden)
        .map(({ note }) => note)
      const standing = new Set(notes.map(({ id }) => id))
      const size = (themeId: string) =>
        Object.entries(noteThemes).filter(([id, ids]) => standing.has(id) && ids.includes(themeId)).length
      return {
        version,
        sections: await reportOutline(templateId, language),
        themes: themes.map(({ id, name }) => ({ themeId: id, name, notes: size(id) })),
        questions: notes.filter(({ id, zone }) => asking.has(zone) || report.answers[id] !== undefined),
        notes: notes.filter(({ zone }) => anyNote || saidMore.has(zone)),
        groups: notes.flatMap(({ id, text }) => {
          const members = Object.keys(groups[id]?.members ?? {}).length
          return members > 0 ? [{ groupId: id, name: text, members }] : []
        }),
        report,
      }
    },
  )

  app.get(
    '/api/workshops/:id/report/texts/:part',
    {
      schema: {
        summary: 'What one text of the report was, newest first',
        security: wantsKey,
        params: workshopParams.extend({ part: z.string().min(1).max(64) }),
        response: {
          200: z.object({
            versions: z.array(z.object({ at: z.number(), name: z.string(), text: z.string() })),
          }),
          ...anyProblem,
        },
      },
    },
    async (request, reply) => {
      const { desk } = await requireMember(access, request, request.params.id, lead)
      reply.header('cache-control', 'no-store')
      const log = await storage.commandLog(desk.workshopId)
      return { versions: textVersions(log, request.params.part) }
    },
  )
}
