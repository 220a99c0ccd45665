/** A search over the notes of all workshops and interviews: for the organiser, whose they are. */
import { z } from 'zod'
import type { NoteFilter } from '../storage/noteIndex.ts'
import { searchTerms } from '../workshops/searchTerms.ts'
import { daySchema } from '../workshops/series.ts'
import type { App, Surroundings } from './app.ts'
import { requireOrganiser, wantsKey } from './member.ts'
import { noteHitSchema, toHit } from './noteHits.ts'
import { anyProblem } from './openApi.ts'
import { Problem } from './problem.ts'
import { sourcesOf } from './seriesRoutes.ts'

const hitsPerPage = 25

const facetsSchema = z.object({
  places: z.array(z.string()),
  themes: z.array(z.object({ key: z.string(), name: z.string() })),
  tables: z.array(z.number().int()),
  rounds: z.array(z.number().int()),
})

export function addSearchRoutes(app: App, { access, keyRing, storage, noteIndexer }: Surroundings): void {
  app.get(
    '/api/search',
    {
      schema: {
        summary: 'Notes of all workshops and interviews that have all these words in them',
        description:
          'Words are found where a word begins and, from four letters on, inside compounds; in quotation marks as they stand. Removed and hidden notes are never found.',
        security: wantsKey,
        querystring: z.object({
          q: z.string().trim().max(200).default('').describe('Empty: every note of the filter.'),
          series: z.string().max(64).optional().describe('Only in this programme.'),
          place: z.string().max(80).optional(),
          theme: z.string().max(120).optional().describe('Its key; empty for notes without a theme.'),
          table: z.coerce.number().int().min(0).optional(),
          round: z.coerce.number().int().min(1).optional(),
          kind: z.enum(['workshop', 'interviews']).optional(),
          from: daySchema.optional(),
          to: daySchema.optional(),
          page: z.coerce.number().int().min(1).max(10_000).default(1),
          best: z.stringbool().default(false).describe('Quotes first, then by dots; else the newest first.'),
        }),
        response: {
          200: z.object({
            hits: z.array(noteHitSchema),
            total: z.number().int(),
            pages: z.number().int(),
            filters: facetsSchema.describe('What can be chosen in this programme, or in all.'),
            unreadable: z.array(z.string()).describe('Ids of sources that could not be searched.'),
          }),
          ...anyProblem,
        },
      },
    },
    async (request, reply) => {
      requireOrganiser(access, request)
      reply.header('cache-control', 'no-store')
      const { q, series, page, best, ...only } = request.query
      const sources = series === undefined ? null : await sourcesOf(storage, series)
      await noteIndexer.catchUp().catch((cause: unknown) => {
        throw new Problem('storageFailed', { cause })
      })
      const terms = searchTerms(q)
      const filter: NoteFilter = { sources, ...only }
      // Something was asked for, and it has no letter in it: then nothing has it.
      const isNothing = q !== '' && terms.length === 0
      const offset = (page - 1) * hitsPerPage
      const { hits, total } = isNothing
        ? { hits: [], total: 0 }
        : await storage.searchNotes(terms, filter, { offset, limit: hitsPerPage, best })
      const listed = await storage.listSources(sources)
      return {
        hits: hits.map((note) => toHit(note, keyRing, terms)),
        total,
        pages: Math.ceil(total / hitsPerPage),
        filters: await storage.noteFacets(sources),
        unreadable: listed.filter(({ facts }) => facts === null).map(({ id }) => id),
      }
    },
  )
}
