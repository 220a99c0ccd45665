/** The report while it is written: its sections, what stands in them, and what stood there before. */
import { hasClaims, reportOutline, zonesToWriteAbout } from '@bordet/harvest'
import { reportLists } from '@bordet/workshop'
import { removedRows, reportVersions, type ReportTarget } from '@bordet/workshop/engine'
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

const idSchema = z.string().min(1).max(64)
const listSchema = z.enum(reportLists)
const cellsSchema = z.record(z.string(), z.string())
const whoSchema = z.object({
  at: z.number(),
  name: z.string().describe('What they called themselves; may be empty.'),
  role: z.string(),
})
const versionSchema = whoSchema.extend({
  cells: cellsSchema.nullable().describe('Null: taken away. A text is a cell called `text`.'),
})
const removedSchema = whoSchema.extend({ rowId: z.string(), cells: cellsSchema })

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

  const addVersions = <Params extends z.ZodObject>(
    path: string,
    params: Params,
    targetOf: (params: z.infer<Params>) => ReportTarget,
  ) =>
    app.get(
      `/api/workshops/:id/report/${path}`,
      {
        schema: {
          summary: 'What this part of the report was, newest first, and who wrote it',
          security: wantsKey,
          params: workshopParams.extend(params.shape),
          response: { 200: z.object({ versions: z.array(versionSchema) }), ...anyProblem },
        },
      },
      async (request, reply) => {
        const { id } = workshopParams.parse(request.params)
        const { desk } = await requireMember(access, request, id, lead)
        reply.header('cache-control', 'no-store')
        const log = await storage.commandLog(desk.workshopId)
        return { versions: reportVersions(log, targetOf(params.parse(request.params))) }
      },
    )
  addVersions('texts/:part', z.object({ part: idSchema }), ({ part }) => ({ kind: 'text', part }))
  addVersions('answers/:note', z.object({ note: idSchema }), ({ note }) => ({ kind: 'answer', noteId: note }))
  addVersions('rows/:list/:row', z.object({ list: listSchema, row: idSchema }), ({ list, row }) => ({
    kind: 'row',
    list,
    rowId: row,
  }))

  app.get(
    '/api/workshops/:id/report/rows/:list',
    {
      schema: {
        summary: 'Rows of one of the report’s tables that were taken away, the last one first',
        security: wantsKey,
        params: workshopParams.extend({ list: listSchema }),
        response: { 200: z.object({ removed: z.array(removedSchema) }), ...anyProblem },
      },
    },
    async (request, reply) => {
      const { desk } = await requireMember(access, request, request.params.id, lead)
      reply.header('cache-control', 'no-store')
      const log = await storage.commandLog(desk.workshopId)
      return { removed: removedRows(log, request.params.list) }
    },
  )
}
