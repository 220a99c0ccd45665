/** What only those who run the evening look at: notes to look at, who would move where, who did what when. */
import { findRisks } from '@bordet/workshop'
import { templateById } from '@bordet/workshop/templates'
import { z } from 'zod'
import { newId } from '../keys.ts'
import { systemClock } from '../sync/systemClock.ts'
import { createLearntNotes } from '../workshops/learntNotes.ts'
import { readLog } from '../workshops/readLog.ts'
import { createSortingHelp } from '../workshops/sortingHelp.ts'
import type { App, Surroundings } from './app.ts'
import { createChangesSince } from './changesSince.ts'
import { requireMember, wantsKey, workshopParams } from './member.ts'
import { anyProblem } from './openApi.ts'
import { noteViewSchema } from './viewSchema.ts'

const lead = ['facilitator', 'organiser'] as const
const crew = ['helper', ...lead] as const
const paceMs = 15 * 60_000

const riskSchema = z.object({
  kind: z.enum(['identity', 'email', 'phone', 'insult']),
  from: z.number().int(),
  to: z.number().int(),
})

const flaggedSchema = z.object({
  note: noteViewSchema,
  hidden: z.boolean(),
  reports: z.number().int(),
  risks: z.array(riskSchema).describe('What was found in its words, as places in the text.'),
})

const sortingSchema = z.object({
  id: z.string(),
  note: noteViewSchema,
  zone: z.string().describe('Title of the zone it stands in.'),
  themeIds: z.array(z.string()),
  quote: z.boolean().describe('Whether the report quotes it.'),
})

const helpSchema = z.object({
  id: z.string().describe('Of the note; one without guesses and likes is not in it.'),
  guesses: z
    .array(z.object({ themeId: z.string(), because: z.array(z.string()), sure: z.boolean() }))
    .describe('Best first, with the words of the note that speak for it.'),
  alike: z.array(z.string()).describe('Ids of notes that say nearly the same.'),
})

const changesOf = <T extends z.ZodType>(entry: T) => ({
  mark: z.string().describe('To be said as `since` the next time.'),
  whole: z.boolean().describe('All there is, not what changed: forget what came before.'),
  changed: z.array(entry),
  gone: z.array(z.string()),
})

const sinceSchema = z.object({
  since: z.string().max(64).optional().describe('The mark of the last answer: what changed since is enough.'),
})

const paceSchema = z.object({
  number: z.number().int(),
  lastAt: z.number().nullable().describe('When the newest note was written.'),
  recent: z.array(z.number()).describe('When the notes of the last 15 minutes were written.'),
})

const doneSchema = z.object({
  at: z.number(),
  role: z.string(),
  name: z.string().describe('What somebody of the crew called themselves, or the table of a device.'),
  type: z.string(),
  about: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
})

export function addCrewRoutes(app: App, { access, storage, desks, sorter, now }: Surroundings): void {
  const learntNotes = createLearntNotes({
    listWorkshops: () => storage.listWorkshops(),
    open: (id) => desks.open(id),
    now,
  })
  const askForHelp = createSortingHelp({ sorter, learntNotes, clock: systemClock })
  const sortingSince = createChangesSince<z.infer<typeof sortingSchema>>()
  const helpSince = createChangesSince<z.infer<typeof helpSchema>>()
  app.get(
    '/api/workshops/:id/flagged',
    {
      schema: {
        summary: 'Notes that were reported, hidden, or hold what should perhaps not be shown',
        security: wantsKey,
        params: workshopParams,
        response: { 200: z.object({ notes: z.array(flaggedSchema) }), ...anyProblem },
      },
    },
    async (request, reply) => {
      const { desk } = await requireMember(access, request, request.params.id, lead)
      reply.header('cache-control', 'no-store')
      const { language, reports, keptNotes } = desk.state
      const notes = desk.everyNote().map(({ note, hidden }) => ({
        note,
        hidden,
        reports: reports[note.id] ?? 0,
        risks: findRisks(note.text, language),
      }))
      return {
        notes: notes.filter(({ note, hidden, reports: count, risks }) => {
          const kept = keptNotes[note.id]
          return hidden || (kept === undefined ? count > 0 || risks.length > 0 : count > kept)
        }),
      }
    },
  )

  app.get(
    '/api/workshops/:id/sorting',
    {
      schema: {
        summary: 'All standing notes with their themes, oldest first, or what changed of them',
        security: wantsKey,
        params: workshopParams,
        querystring: sinceSchema,
        response: {
          200: z.object({
            ...changesOf(sortingSchema),
            codebook: z.array(z.string()).describe('Themes to begin with.'),
          }),
          ...anyProblem,
        },
      },
    },
    async (request, reply) => {
      const { desk } = await requireMember(access, request, request.params.id, lead)
      reply.header('cache-control', 'no-store')
      const { noteThemes, templateId, language, report, session } = desk.state
      const zones = new Map(session.zones.map(({ id, title }) => [id, title]))
      const quotes = new Set(report.quotes)
      const notes = desk
        .everyNote()
        .filter(({ hidden }) => !hidden)
        .map(({ note }) => ({
          id: note.id,
          note,
          zone: zones.get(note.zone) ?? '',
          themeIds: noteThemes[note.id] ?? [],
          quote: quotes.has(note.id),
        }))
      return {
        ...sortingSince(desk.workshopId, notes, request.query.since),
        codebook: (templateById(templateId)?.codebook ?? []).map(({ name }) => name[language]),
      }
    },
  )

  app.get(
    '/api/workshops/:id/sorting/help',
    {
      schema: {
        summary: 'Guesses of themes, and notes that say nearly the same; takes a while in a large hall',
        security: wantsKey,
        params: workshopParams,
        querystring: sinceSchema,
        response: { 200: z.object(changesOf(helpSchema)), ...anyProblem },
      },
    },
    async (request, reply) => {
      const { desk } = await requireMember(access, request, request.params.id, lead)
      reply.header('cache-control', 'no-store')
      const gone = new AbortController()
      reply.raw.once('close', () => gone.abort())
      const { guesses, alike } = await askForHelp(desk, gone.signal)
      const helped = [...new Set([...guesses.keys(), ...alike.keys()])].map((id) => ({
        id,
        guesses: guesses.get(id) ?? [],
        alike: alike.get(id) ?? [],
      }))
      return helpSince(desk.workshopId, helped, request.query.since)
    },
  )

  app.get(
    '/api/workshops/:id/seatPlan',
    {
      schema: {
        summary: 'Who would move where if seats were planned now',
        security: wantsKey,
        params: workshopParams,
        response: {
          200: z.object({
            moves: z.array(z.object({ personId: z.string(), from: z.number().int(), to: z.number().int() })),
            sizes: z.array(z.number().int()).describe('People at each table then, in order.'),
          }),
          ...anyProblem,
        },
      },
    },
    async (request, reply) => {
      const { actor, desk } = await requireMember(access, request, request.params.id, lead)
      reply.header('cache-control', 'no-store')
      const before = desk.state.people
      const after = desk.preview(actor, { type: 'planSeats', opId: newId() }) ?? desk.state
      const here = Object.values(after.people).filter(({ leftAt }) => leftAt === null)
      const seat = ({ table, nextTable }: { table: number; nextTable: number | null }) => nextTable ?? table
      const moves = here.flatMap((person) => {
        const was = before[person.id]
        const [from, to] = [was ? seat(was) : person.table, seat(person)]
        return from === to ? [] : [{ personId: person.id, from, to }]
      })
      const sizes = after.tables.map(({ number }) => here.filter((person) => seat(person) === number).length)
      return { moves, sizes }
    },
  )

  app.get(
    '/api/workshops/:id/pace',
    {
      schema: {
        summary:
          'How fast each table wrote in the last quarter of an hour, for a cockpit that was just opened',
        security: wantsKey,
        params: workshopParams,
        response: { 200: z.object({ tables: z.array(paceSchema) }), ...anyProblem },
      },
    },
    async (request, reply) => {
      const { desk } = await requireMember(access, request, request.params.id, crew)
      reply.header('cache-control', 'no-store')
      const since = now() - paceMs
      return {
        tables: desk.state.tables.map(({ number }) => {
          const times = desk.notesAt(number).map(({ at }) => at)
          const recent = times.filter((at) => at > since)
          return { number, lastAt: times.length > 0 ? Math.max(...times) : null, recent }
        }),
      }
    },
  )

  app.get(
    '/api/workshops/:id/log',
    {
      schema: {
        summary: 'Who did what when; never the words of a note',
        security: wantsKey,
        params: workshopParams,
        response: { 200: z.object({ done: z.array(doneSchema) }), ...anyProblem },
      },
    },
    async (request, reply) => {
      const { desk } = await requireMember(access, request, request.params.id, lead)
      reply.header('cache-control', 'no-store')
      return { done: readLog(await storage.commandLog(desk.workshopId), desk.state) }
    },
  )
}
