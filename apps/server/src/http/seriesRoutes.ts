/** Programmes: several workshops and interview rounds under one name, compared, followed over time, taken home. */
import {
  compareThemes,
  fewestNotes,
  fewestSorted,
  gatherPlaces,
  placeKey,
  seriesFormats,
  themeTrend,
  type Counts,
  type SeriesNote,
  type SeriesReport,
  themeKey,
} from '@bordet/harvest'
import { languageSchema } from '@bordet/workshop/schemas'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { newId } from '../keys.ts'
import type { SeriesRow } from '../storage/seriesStorage.ts'
import type { Storage } from '../storage/storage.ts'
import { interviewsSchema, seriesSchema, type Interviews, type Series } from '../workshops/series.ts'
import type { Reader } from '../export/exporter.ts'
import type { SortingJob } from '../export/exportWorker.ts'
import type { App, Surroundings } from './app.ts'
import { addFileRoutes } from './exportJobRoutes.ts'
import { hallTimeZone } from '../hallTimeZone.ts'
import { requireOrganiser, wantsKey } from './member.ts'
import { noteHitSchema, toHit } from './noteHits.ts'
import { anyProblem } from './openApi.ts'
import { Problem } from './problem.ts'
import { sendFile } from './sendFile.ts'

const seriesMaxBytes = 256 * 1024
/** Two thousand quotes. */
const interviewsMaxBytes = 3 * 1024 * 1024
const notesAtOnce = 500
const quotesShown = 3
const themesShown = 5

const params = z.object({ id: z.string().min(1).max(64) })
const roundParams = params.extend({ round: z.string().min(1).max(64) })
const savedSchema = z.object({ id: z.string(), version: z.number().int() })

const sourceSchema = z.object({
  id: z.string(),
  kind: z.enum(['workshop', 'interviews']),
  title: z.string(),
  place: z.string(),
  heldOn: z.string(),
  participants: z.number().int().nullable(),
  isOpen: z.boolean(),
  isUnreadable: z.boolean().describe('Nothing of it can be read, or not all.'),
  notes: z.number().int(),
  sorted: z.number().int().describe('Notes with at least one theme.'),
})

const comparedPlaceSchema = z.object({
  name: z.string(),
  notes: z.number().int(),
  sorted: z.number().int(),
  days: z.array(z.string()),
  isFew: z.boolean().describe('Too few sorted notes to say what is special.'),
})

const cellSchema = z.object({
  count: z.number().int(),
  sources: z.number().int().describe('Tables, rounds and interviews.'),
  share: z.number().describe('Of the place’s sorted notes, 0 to 1.'),
  special: z.enum(['sure', 'likely']).nullable(),
})

const comparedThemeSchema = z.object({
  key: z.string(),
  name: z.string(),
  notes: z.number().int(),
  present: z.number().int().describe('In how many places with enough sorted notes it has some weight.'),
  of: z.number().int().describe('How many those places are.'),
  isShared: z.boolean().describe('In most places.'),
  places: z.array(cellSchema).describe('In the order of the places.'),
})

const overviewSchema = seriesSchema.extend({
  id: z.string(),
  version: z.number().int(),
  sources: z.array(sourceSchema),
  places: z.array(comparedPlaceSchema),
  themes: z.array(comparedThemeSchema),
  floors: z.object({ notes: z.number().int(), sorted: z.number().int() }),
})

const trendSchema = z.object({
  periods: z.array(
    z.object({
      period: z.string().describe('YYYY-MM-DD, or YYYY-1 and YYYY-2 for halves of a year.'),
      notes: z.number().int(),
      sorted: z.number().int(),
      isFew: z.boolean(),
      places: z.array(z.string()),
    }),
  ),
  themes: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      notes: z.number().int(),
      periods: z.array(z.object({ count: z.number().int(), share: z.number() })),
    }),
  ),
})

const profileSchema = comparedPlaceSchema.extend({
  text: z.string(),
  sentences: z.array(z.string()).describe('What the reports of its own meetings say in short.'),
  themes: z.array(comparedThemeSchema.omit({ places: true }).extend({ cell: cellSchema })),
  quotes: z.record(z.string(), z.array(noteHitSchema)).describe('By the theme’s key.'),
})

const fileSchema = z.object({
  format: z.enum(seriesFormats),
  language: languageSchema.optional().describe('Of headings; the programme’s own when left out.'),
})

const guessSchema = z.object({
  theme: z.string(),
  because: z.array(z.string()).describe('Words of the quote that speak for it.'),
  sure: z.boolean(),
})

export function addSeriesRoutes(app: App, around: Surroundings): void {
  const { access, storage, keyRing, noteIndexer, exporter, sorter, now } = around
  const organiser = async (request: FastifyRequest) => requireOrganiser(access, request)
  const catchUp = () =>
    noteIndexer.catchUp().catch((cause: unknown) => {
      throw new Problem('storageFailed', { cause })
    })
  const saved = async (saving: Promise<boolean>) => {
    const isSaved = await saving.catch((cause: unknown) => {
      throw new Problem('storageFailed', { cause })
    })
    if (!isSaved) throw new Problem('changedMeanwhile')
  }

  app.get(
    '/api/series',
    {
      schema: {
        summary: 'All programmes of several workshops, newest first',
        security: wantsKey,
        response: {
          200: z.object({
            series: z.array(
              z.object({
                id: z.string(),
                name: z.string(),
                workshops: z.number().int(),
                interviews: z.number().int(),
                notes: z.number().int(),
                places: z.array(z.string()),
              }),
            ),
          }),
          ...anyProblem,
        },
      },
      onRequest: organiser,
    },
    async (_request, reply) => {
      reply.header('cache-control', 'no-store')
      await catchUp()
      const series = []
      for (const row of await storage.listSeries()) {
        const { name, workshops } = seriesSchema.parse(row.content)
        const interviews = await storage.listInterviews(row.id)
        const ids = [...workshops, ...interviews.map(({ id }) => id)]
        const places = await storage.countPlaces(ids)
        series.push({
          id: row.id,
          name,
          workshops: workshops.length,
          interviews: interviews.length,
          notes: places.reduce((sum, { notes }) => sum + notes, 0),
          places: [...new Map(places.map(({ place }) => [placeKey(place), place])).values()],
        })
      }
      return { series }
    },
  )

  app.post(
    '/api/series',
    {
      bodyLimit: seriesMaxBytes,
      schema: {
        summary: 'Make a programme of several workshops',
        security: wantsKey,
        body: seriesSchema,
        response: { 201: savedSchema, ...anyProblem },
      },
      onRequest: organiser,
    },
    async (request, reply) => {
      const row = { id: newId(), createdAt: now(), version: 1, content: request.body }
      await saved(storage.saveSeries(row))
      return reply.code(201).send({ id: row.id, version: 1 })
    },
  )

  app.get(
    '/api/series/:id',
    {
      schema: {
        summary: 'A programme: its sources, and its themes over places',
        security: wantsKey,
        params,
        response: { 200: overviewSchema, ...anyProblem },
      },
      onRequest: organiser,
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store')
      await catchUp()
      const { row, series, ids, interviews } = await read(storage, request.params.id)
      const counts = await countsOf(storage, ids)
      const places = gatherPlaces(counts)
      return {
        ...series,
        // One whose workshop was lost with its data is not a reason to say nothing of the others.
        id: row.id,
        version: row.version,
        sources: await sourcesListed(storage, [...series.workshops, ...interviews]),
        places: places.map(({ name, notes, sorted, days }) => ({
          name,
          notes,
          sorted,
          days,
          isFew: sorted < fewestSorted,
        })),
        themes: compareThemes(places),
        floors: { notes: fewestNotes, sorted: fewestSorted },
      }
    },
  )

  app.route({
    method: 'PUT',
    url: '/api/series/:id',
    bodyLimit: seriesMaxBytes,
    schema: {
      summary: 'Change its name, its workshops or its texts; refused when somebody changed it meanwhile',
      security: wantsKey,
      params,
      body: seriesSchema.extend({ version: z.number().int().describe('Of what was changed.') }),
      response: { 200: savedSchema, ...anyProblem },
    },
    onRequest: organiser,
    handler: async (request) => {
      const { row } = await read(storage, request.params.id)
      const { version, ...content } = request.body
      await saved(storage.saveSeries({ ...row, version: version + 1, content }))
      return { id: row.id, version: version + 1 }
    },
  })

  app.route({
    method: 'DELETE',
    url: '/api/series/:id',
    schema: {
      summary: 'Remove a programme with its interview rounds; its workshops stay',
      security: wantsKey,
      params,
      response: { 200: z.object({ id: z.string() }), ...anyProblem },
    },
    onRequest: organiser,
    handler: async (request) => {
      if (!(await storage.removeSeries(request.params.id))) throw new Problem('seriesUnknown')
      return { id: request.params.id }
    },
  })

  app.get(
    '/api/series/:id/trend',
    {
      schema: {
        summary: 'Its themes over time',
        security: wantsKey,
        params,
        querystring: z.object({
          by: z.enum(['day', 'halfYear']).default('day'),
          place: z.string().max(80).optional().describe('Only there.'),
        }),
        response: { 200: trendSchema, ...anyProblem },
      },
      onRequest: organiser,
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store')
      await catchUp()
      const { ids } = await read(storage, request.params.id)
      const { by, place } = request.query
      return themeTrend(await countsOf(storage, ids), by, place ?? null)
    },
  )

  app.get(
    '/api/series/:id/profiles',
    {
      schema: {
        summary: 'Some of its places side by side, with quotes and where they come from',
        security: wantsKey,
        params,
        querystring: z.object({
          place: z.union([z.string().max(80), z.array(z.string().max(80)).max(4)]),
        }),
        response: { 200: z.object({ profiles: z.array(profileSchema) }), ...anyProblem },
      },
      onRequest: organiser,
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store')
      await catchUp()
      const { series, ids } = await read(storage, request.params.id)
      const places = gatherPlaces(await countsOf(storage, ids))
      const themes = compareThemes(places)
      const listed = await storage.listSources(ids)
      const profiles = []
      for (const asked of [request.query.place].flat()) {
        const index = places.findIndex(({ name }) => placeKey(name) === placeKey(asked))
        const place = places[index]
        if (!place) continue
        const own = themes
          .flatMap(({ places: cells, ...theme }) => {
            const cell = cells[index]
            return cell && cell.count > 0 ? [{ ...theme, cell }] : []
          })
          .sort((a, b) => rank(b.cell) - rank(a.cell))
          .slice(0, themesShown)
        const quotes: Record<string, z.infer<typeof noteHitSchema>[]> = {}
        for (const { key } of own) {
          const filter = { sources: ids, place: place.name, theme: key }
          const { hits } = await storage.searchNotes([], filter, {
            offset: 0,
            limit: quotesShown,
            best: true,
          })
          quotes[key] = hits.map((hit) => toHit(hit, keyRing))
        }
        profiles.push({
          name: place.name,
          notes: place.notes,
          sorted: place.sorted,
          days: place.days,
          isFew: place.sorted < fewestSorted,
          text: textOf(series, place.name),
          sentences: listed.flatMap(({ facts }) =>
            facts && facts.sentence !== '' && placeKey(facts.place) === placeKey(place.name)
              ? [facts.sentence]
              : [],
          ),
          themes: own,
          quotes,
        })
      }
      return { profiles }
    },
  )

  const writeFile = async (id: string, wanted: z.infer<typeof fileSchema>, reader: Reader) => {
    await catchUp()
    const { series, ids } = await read(storage, id)
    const report = await seriesReport(storage, series, ids, now())
    return exporter.series(report, wanted.format, wanted.language ?? series.language, reader)
  }

  app.get(
    '/api/series/:id/export',
    {
      schema: {
        summary: 'The programme’s report as a file, with every note and its source',
        security: wantsKey,
        params,
        querystring: fileSchema,
        response: { 200: z.unknown().meta({ type: 'string', format: 'binary' }), ...anyProblem },
      },
      onRequest: organiser,
    },
    async (request, reply) => {
      const gone = new AbortController()
      reply.raw.once('close', () => gone.abort())
      const written = writeFile(request.params.id, request.query, { signal: gone.signal })
      return sendFile(reply, written)
    },
  )

  addFileRoutes(app, around, {
    path: '/api/series/:id',
    summary: 'The programme’s report as a file that says how far it is',
    params,
    body: fileSchema,
    async requireOwner(request) {
      requireOrganiser(access, request)
      return 'organiser'
    },
    write: ({ id }, wanted, reader) => writeFile(id, wanted, reader),
  })

  app.get(
    '/api/series/:id/interviews/:round',
    {
      schema: {
        summary: 'An interview round with its quotes',
        security: wantsKey,
        params: roundParams,
        response: {
          200: interviewsSchema.extend({ id: z.string(), version: z.number().int() }),
          ...anyProblem,
        },
      },
      onRequest: organiser,
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store')
      const { row, content } = await readRound(storage, request.params)
      return { id: row.id, version: row.version, ...content }
    },
  )

  app.get(
    '/api/series/:id/interviews/:round/guesses',
    {
      schema: {
        summary: 'Which themes the quotes of a round may belong to, from what is sorted in the programme',
        security: wantsKey,
        params: roundParams,
        response: { 200: z.object({ guesses: z.record(z.string(), z.array(guessSchema)) }), ...anyProblem },
      },
      onRequest: organiser,
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store')
      const gone = new AbortController()
      reply.raw.once('close', () => gone.abort())
      const { content } = await readRound(storage, request.params)
      await catchUp()
      const { series, ids } = await read(storage, request.params.id)
      const job = toSortingJob(request.params.round, content, await seriesReport(storage, series, ids, now()))
      const nameOf = new Map(job.themes.map(({ id, name }) => [id, name]))
      const { guesses } = await sorter.sort(job, gone.signal)
      return {
        guesses: Object.fromEntries(
          [...guesses].map(([id, its]) => [
            id,
            its.map(({ themeId, because, sure }) => ({ theme: nameOf.get(themeId) ?? '', because, sure })),
          ]),
        ),
      }
    },
  )

  app.route({
    method: 'PUT',
    url: '/api/series/:id/interviews/:round',
    bodyLimit: interviewsMaxBytes,
    schema: {
      summary: 'Read in an interview round under an id of one’s own; the same once more changes nothing',
      security: wantsKey,
      params: roundParams,
      body: interviewsSchema,
      response: { 200: savedSchema, ...anyProblem },
    },
    onRequest: organiser,
    handler: async (request) => {
      const { id: seriesId, round } = request.params
      await read(storage, seriesId)
      const there = await storage.interviews(round)
      if (there?.seriesId === seriesId) return { id: round, version: there.version }
      // Ids of workshops and rounds name sources of notes side by side.
      if (there || (await storage.loadWorkshop(round))) throw new Problem('invalid')
      const content: Interviews = request.body
      if (new Set(content.quotes.map(({ id }) => id)).size < content.quotes.length)
        throw new Problem('invalid')
      await saved(storage.saveInterviews({ id: round, seriesId, savedAt: now(), version: 1, content }))
      return { id: round, version: 1 }
    },
  })

  app.route({
    method: 'PUT',
    url: '/api/series/:id/interviews/:round/themes',
    schema: {
      summary: 'Sort quotes of an interview round into themes',
      security: wantsKey,
      params: roundParams,
      body: z.object({
        version: z.number().int(),
        themes: z.record(z.string().max(64), z.array(z.string().trim().min(1).max(120)).max(3)),
      }),
      response: { 200: savedSchema, ...anyProblem },
    },
    onRequest: organiser,
    handler: async (request) => {
      const { row, content } = await readRound(storage, request.params)
      const { version, themes } = request.body
      const quotes = content.quotes.map((quote) => ({ ...quote, themes: themes[quote.id] ?? quote.themes }))
      await saved(storage.saveInterviews({ ...row, version: version + 1, content: { ...content, quotes } }))
      return { id: row.id, version: version + 1 }
    },
  })

  app.route({
    method: 'DELETE',
    url: '/api/series/:id/interviews/:round',
    schema: {
      summary: 'Take back an interview round with all its quotes',
      security: wantsKey,
      params: roundParams,
      response: { 200: z.object({ id: z.string() }), ...anyProblem },
    },
    onRequest: organiser,
    handler: async (request) => {
      const { id, round } = request.params
      if (!(await storage.removeInterviews(id, round))) throw new Problem('notFound')
      return { id: round }
    },
  })
}

/** Ids of the workshops and interview rounds of a programme. Throws the problem to answer. */
export async function sourcesOf(storage: Storage, seriesId: string): Promise<string[]> {
  return (await read(storage, seriesId)).ids
}

async function read(
  storage: Storage,
  id: string,
): Promise<{ row: SeriesRow; series: Series; interviews: string[]; ids: string[] }> {
  const row = await storage.series(id)
  if (!row) throw new Problem('seriesUnknown')
  const series = seriesSchema.parse(row.content)
  const interviews = (await storage.listInterviews(id)).map((round) => round.id)
  return { row, series, interviews, ids: [...series.workshops, ...interviews] }
}

async function readRound(storage: Storage, { id, round }: z.infer<typeof roundParams>) {
  const row = await storage.interviews(round)
  if (row?.seriesId !== id) throw new Problem('notFound')
  return { row, content: interviewsSchema.parse(row.content) }
}

async function countsOf(storage: Storage, ids: readonly string[]): Promise<Counts> {
  return { places: await storage.countPlaces(ids), themes: await storage.countThemes(ids) }
}

async function sourcesListed(
  storage: Storage,
  ids: readonly string[],
): Promise<z.infer<typeof sourceSchema>[]> {
  return (await storage.listSources(ids)).map(({ id, kind, facts, notes, sorted }) => ({
    id,
    kind,
    title: facts?.title ?? id,
    place: facts?.place ?? '',
    heldOn: facts?.heldOn ?? '',
    participants: facts?.participants ?? null,
    isOpen: facts?.isOpen ?? false,
    isUnreadable: facts === null || facts.unreadable.length > 0,
    notes,
    sorted,
  }))
}

function textOf({ texts }: Series, place: string): string {
  const found = Object.entries(texts).find(
    ([name]) => name.startsWith('place:') && placeKey(name.slice(6)) === placeKey(place),
  )
  return found?.[1] ?? ''
}

/** What is special first, then what is large. */
function rank({ special, share }: z.infer<typeof cellSchema>): number {
  return (special === 'sure' ? 2 : special === 'likely' ? 1 : 0) + share / 2
}

async function seriesReport(
  storage: Storage,
  { name, owner, language, texts }: Series,
  ids: readonly string[],
  writtenAt: number,
): Promise<SeriesReport> {
  const listed = await storage.listSources(ids)
  const indexOf = new Map(listed.map(({ id }, index) => [id, index]))
  const notes: SeriesNote[] = []
  for (;;) {
    const page = { offset: notes.length, limit: notesAtOnce }
    const { hits, total } = await storage.searchNotes([], { sources: ids }, page)
    for (const { source, kind: _kind, title: _title, seriesId: _id, writtenAt: _at, themes, ...note } of hits)
      notes.push({ ...note, source: indexOf.get(source) ?? 0, themes: themes.map((theme) => theme.name) })
    if (hits.length === 0 || notes.length >= total) break
  }
  return {
    name,
    owner,
    language,
    timeZone: hallTimeZone,
    writtenAt,
    texts,
    sources: listed.map(({ id, kind, facts }) => ({
      id,
      kind,
      title: facts?.title ?? id,
      place: facts?.place ?? '',
      heldOn: facts?.heldOn ?? '',
      participants: facts?.participants ?? null,
      isOpen: facts?.isOpen ?? false,
      unreadable: facts?.unreadable ?? null,
      sentence: facts?.sentence ?? '',
    })),
    // The oldest first, as it was.
    notes: notes.toSorted((a, b) => (a.heldOn < b.heldOn ? -1 : a.heldOn > b.heldOn ? 1 : 0)),
  }
}

/** Newest first: enough to learn from, and no more than is read in a moment. */
const mostLearnt = 3_000

/** Themes of all places under their most used names; what is sorted in other rounds and in workshops is learnt from. */
function toSortingJob(roundId: string, { quotes }: Interviews, { notes, sources }: SeriesReport): SortingJob {
  const elsewhere = notes.filter(({ source }) => sources[source]?.id !== roundId)
  const learnt = elsewhere
    .toReversed()
    .flatMap(({ text, themes }) => themes.map((theme) => ({ text, theme })))
    .slice(0, mostLearnt)
  const named = [...learnt.map(({ theme }) => theme), ...quotes.flatMap(({ themes }) => themes)]
  const themes = [...Map.groupBy(named, themeKey)].map(([id, names]) => ({ id, name: mostUsed(names) }))
  return {
    workshopId: roundId,
    notes: quotes.map(({ id, text, themes: its }) => ({ id, text, themeIds: its.map(themeKey) })),
    themes,
    learnt,
  }
}

function mostUsed(names: readonly string[]): string {
  const uses = [...Map.groupBy(names, (name) => name)].map(([name, its]) => ({ name, count: its.length }))
  return uses.toSorted((a, b) => b.count - a.count)[0]?.name ?? ''
}
