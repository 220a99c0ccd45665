/** Several workshops side by side, and a search over the notes of all: for the organiser, whose they are. */
import { buildReport, compareThemes, documentFormats } from '@bordet/harvest'
import { languageSchema } from '@bordet/workshop/schemas'
import { z } from 'zod'
import type { Desk } from '../workshops/desk.ts'
import type { App, Surroundings } from './app.ts'
import { addFileRoutes } from './exportJobRoutes.ts'
import { hallTimeZone } from './hallTimeZone.ts'
import { requireOrganiser, wantsKey } from './member.ts'
import { anyProblem } from './openApi.ts'
import { Problem } from './problem.ts'
import { sendFile } from './sendFile.ts'

const mostPlaces = 40
const mostHits = 100

const placeSchema = z.object({
  id: z.string(),
  title: z.string(),
  place: z.string(),
  heldAt: z.number(),
  notes: z.number().int(),
  sorted: z.number().int().describe('Notes with at least one theme.'),
})

const comparedSchema = z.object({
  name: z.string(),
  notes: z.number().int(),
  isShared: z.boolean().describe('In most places, and special in none.'),
  places: z.array(
    z.object({
      count: z.number().int(),
      share: z.number().describe('Of the place’s sorted notes, 0 to 1.'),
      special: z.enum(['sure', 'likely']).nullable(),
    }),
  ),
})

const hitSchema = z.object({
  workshopId: z.string(),
  title: z.string(),
  place: z.string(),
  noteId: z.string(),
  text: z.string(),
  table: z.number().int().describe('0 is the hall.'),
  phase: z.string().describe('Name of the part of the meeting in which it was written.'),
  themes: z.array(z.string()),
})

const fileSchema = z.object({
  workshops: z.string().max(4_000),
  format: z.enum(documentFormats),
  language: languageSchema,
})

export function addPlacesRoutes(app: App, around: Surroundings): void {
  const { access, storage, desks, exporter, now } = around
  const openAll = async (ids: readonly string[]): Promise<Desk[]> => {
    const opened = await Promise.all(ids.map((id) => desks.open(id).catch(() => null)))
    return opened.filter((desk) => desk !== null)
  }

  const reportsOf = async (workshops: string) => {
    const ids = [...new Set(workshops.split(','))].slice(0, mostPlaces)
    const opened = (await openAll(ids)).toSorted((a, b) => heldAt(a) - heldAt(b))
    return Promise.all(
      opened.map(async (desk) =>
        buildReport({ state: desk.state, boards: await desk.boards(), now: now(), timeZone: hallTimeZone }),
      ),
    )
  }

  app.get(
    '/api/places',
    {
      schema: {
        summary: 'Themes of several workshops side by side: what is special, what is shared',
        security: wantsKey,
        querystring: z.object({
          workshops: z.string().max(4_000).describe('Ids with commas between.'),
        }),
        response: {
          200: z.object({ places: z.array(placeSchema), themes: z.array(comparedSchema) }),
          ...anyProblem,
        },
      },
    },
    async (request, reply) => {
      requireOrganiser(access, request)
      reply.header('cache-control', 'no-store')
      const ids = request.query.workshops.split(',').filter((id) => id !== '')
      const opened = await openAll([...new Set(ids)].slice(0, mostPlaces))
      // Places in the order of their evenings, so that a place that met twice shows where it is going.
      const inTime = opened.toSorted((a, b) => heldAt(a) - heldAt(b))
      const read = inTime.map(readPlace)
      return {
        places: read.map(({ counts: _counts, ...place }) => place),
        themes: compareThemes(read),
      }
    },
  )

  app.get(
    '/api/places/export',
    {
      schema: {
        summary: 'The same as a report, with every note and its source',
        security: wantsKey,
        querystring: fileSchema,
        response: { 200: z.unknown().meta({ type: 'string', format: 'binary' }), ...anyProblem },
      },
    },
    async (request, reply) => {
      requireOrganiser(access, request)
      const { workshops, format, language } = request.query
      const reports = await reportsOf(workshops)
      if (reports.length === 0) throw new Problem('notFound')
      return sendFile(reply, exporter.places(reports, format, language))
    },
  )

  addFileRoutes(app, around, {
    path: '/api/places',
    summary: 'The report over several places as a file that says how far it is',
    params: z.object({}),
    body: fileSchema,
    async requireOwner(request) {
      requireOrganiser(access, request)
      return 'organiser'
    },
    async write(_, { workshops, format, language }, reader) {
      const reports = await reportsOf(workshops)
      if (reports.length === 0) throw new Error('there is no such place')
      return exporter.places(reports, format, language, reader)
    },
  })

  app.get(
    '/api/search',
    {
      schema: {
        summary: 'Notes of all workshops that have all these words in them',
        security: wantsKey,
        querystring: z.object({ q: z.string().trim().min(2).max(200) }),
        response: { 200: z.object({ hits: z.array(hitSchema), more: z.boolean() }), ...anyProblem },
      },
    },
    async (request, reply) => {
      requireOrganiser(access, request)
      reply.header('cache-control', 'no-store')
      const words = plain(request.query.q).split(/\s+/)
      const listed = await storage.listWorkshops()
      const hits: z.infer<typeof hitSchema>[] = []
      for (const { id } of listed.toSorted((a, b) => b.createdAt - a.createdAt)) {
        const desk = await desks.open(id).catch(() => null)
        if (desk) hits.push(...findIn(desk, words))
        if (hits.length > mostHits) break
      }
      return { hits: hits.slice(0, mostHits), more: hits.length > mostHits }
    },
  )
}

function heldAt({ state }: Desk): number {
  return state.runs[0]?.startedAt ?? state.startsAt
}

function readPlace(desk: Desk) {
  const { id, title, place, themes, noteThemes } = desk.state
  const notes = desk.everyNote().filter(({ hidden }) => !hidden)
  const counts = new Map<string, number>()
  for (const { note } of notes)
    for (const theme of themes)
      if (noteThemes[note.id]?.includes(theme.id)) counts.set(theme.name, (counts.get(theme.name) ?? 0) + 1)
  const sorted = notes.filter(({ note }) => noteThemes[note.id] !== undefined).length
  return { id, title, place, heldAt: heldAt(desk), notes: notes.length, sorted, counts }
}

function findIn(desk: Desk, words: readonly string[]): z.infer<typeof hitSchema>[] {
  const { id, title, place, themes, noteThemes, session } = desk.state
  return desk.everyNote().flatMap(({ note, hidden }) => {
    const text = plain(note.text)
    if (hidden || !words.every((word) => text.includes(word))) return []
    return [
      {
        workshopId: id,
        title,
        place,
        noteId: note.id,
        text: note.text,
        table: note.table,
        phase: session.phases.find((phase) => phase.id === note.phase)?.name ?? '',
        themes: themes.flatMap((theme) => (noteThemes[note.id]?.includes(theme.id) ? [theme.name] : [])),
      },
    ]
  })
}

/** As people search: without case, and with å as å. */
function plain(text: string): string {
  return text.toLocaleLowerCase('sv').normalize('NFC')
}
