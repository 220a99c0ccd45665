/** For organisers: which methods there are, make a workshop, find one again. */
import { randomInt } from 'node:crypto'
import { createWorkshop } from '@bordet/workshop/engine'
import { isSoundSession } from '@bordet/workshop/programme'
import { languageSchema, sessionSchema } from '@bordet/workshop/schemas'
import { fillSession, holesFor, makeSession } from '@bordet/workshop/templates'
import { z } from 'zod'
import { newId } from '../keys.ts'
import { findTemplate } from '../templates.ts'
import { freeJoinCode } from '../workshops/freeJoinCode.ts'
import { createWorkshopList } from '../workshops/listWorkshops.ts'
import { newBoards } from '../workshops/writeEffects.ts'
import type { App, Surroundings } from './app.ts'
import { linksSchema, waysIn, waysInSchema } from '../links.ts'
import { requireMember, requireOrganiser, wantsKey, workshopParams } from './member.ts'
import { anyProblem } from './openApi.ts'
import { Problem } from './problem.ts'

const newWorkshop = z.object({
  templateId: z.string().max(64),
  sessionId: z.string().max(64),
  title: z.string().trim().min(1).max(120),
  place: z.string().trim().min(1).max(80),
  owner: z.string().trim().max(120).default('').describe('Who invites.'),
  language: languageSchema,
  tables: z.number().int().min(1).max(100),
  openBoards: z.boolean().default(false).describe('Everybody seated at a table may draw on its board.'),
  startsAt: z
    .number()
    .int()
    .min(0)
    .max(8.64e15)
    .optional()
    .describe('When it is planned to start; now when left out.'),
  session: sessionSchema
    .optional()
    .describe(
      'The programme when it was changed: in the workshop’s language, with the template’s holes as they are.',
    ),
})

/** A programme of sixty phases in full words. */
const newWorkshopMaxBytes = 256 * 1024

export const createdSchema = waysInSchema.extend({ id: z.string(), joinCode: z.string() })

const listed = z.object({
  id: z.string(),
  title: z.string(),
  place: z.string(),
  language: languageSchema,
  status: z.enum(['planned', 'open', 'closed']),
  startsAt: z.number(),
  joinCode: z.string(),
  tables: z.number().int(),
  people: z.number().int(),
  notes: z
    .number()
    .int()
    .nullable()
    .describe('Null before the meeting while nobody has it open, and where a board cannot be read.'),
  links: linksSchema,
})

const workshopList = z.object({
  workshops: z.array(listed),
  unavailable: z
    .array(z.object({ id: z.string(), title: z.string(), place: z.string() }))
    .describe('What is stored of these cannot be read.'),
})

export function addWorkshopRoutes(app: App, around: Surroundings): void {
  const { access, keyRing } = around
  const log = (event: string, facts: object) => app.log.error(facts, event)
  const listWorkshops = createWorkshopList({ ...around, log })

  app.post(
    '/api/workshops',
    {
      bodyLimit: newWorkshopMaxBytes,
      schema: {
        summary: 'Make a workshop',
        security: wantsKey,
        body: newWorkshop,
        response: { 201: createdSchema, ...anyProblem },
      },
      // Before the body is judged: who has no key learns nothing of what it would take.
      onRequest: async (request) => requireOrganiser(access, request),
    },
    async (request, reply) => {
      const state = await makeWorkshop(around, request.body)
      const { id, joinCode } = state
      return reply.code(201).send({ id, joinCode, ...waysIn(state, keyRing, around.publicUrl()) })
    },
  )

  app.get(
    '/api/workshops',
    {
      schema: {
        summary: 'All workshops with their links',
        security: wantsKey,
        response: { 200: workshopList, ...anyProblem },
      },
      onRequest: async (request) => requireOrganiser(access, request),
    },
    async (_request, reply) => {
      reply.header('cache-control', 'no-store')
      const { workshops, unavailable } = await listWorkshops()
      const withLinks = workshops.map(({ hallBoardId, ...outline }) => ({
        ...outline,
        tables: outline.tables.length,
        links: waysIn({ ...outline, hallBoardId }, keyRing, around.publicUrl()).links,
      }))
      return { workshops: withLinks, unavailable }
    },
  )

  app.get(
    '/api/workshops/:id/links',
    {
      schema: {
        summary: 'The links, keys and boards of a workshop again',
        security: wantsKey,
        params: workshopParams,
        response: { 200: waysInSchema, ...anyProblem },
      },
    },
    async (request, reply) => {
      const { desk } = await requireMember(access, request, request.params.id, ['facilitator', 'organiser'])
      reply.header('cache-control', 'no-store')
      return waysIn(desk.state, keyRing, around.publicUrl())
    },
  )
}

async function makeWorkshop({ storage, keyRing, now }: Surroundings, asked: z.infer<typeof newWorkshop>) {
  const { templateId, sessionId, title, place, owner, language, tables, openBoards } = asked
  const known = await findTemplate(storage, templateId)
  if (!known) throw new Problem('templateUnknown')
  const { template } = known
  const createdAt = now()
  const startsAt = asked.startsAt ?? createdAt
  const holes = holesFor(template, language, { place, owner, startsAt })
  const planned = makeSession(template, sessionId, language, holes)
  if (asked.session && !isSoundSession(asked.session)) throw new Problem('sessionWrong')
  const session = asked.session && planned ? fillSession(asked.session, holes) : planned
  if (!session) throw new Problem('templateUnknown')
  const { state, effects } = createWorkshop({
    id: newId(),
    templateId,
    sessionId,
    title,
    place,
    owner,
    language,
    createdAt,
    startsAt,
    joinCode: await freeJoinCode(storage),
    openBoards,
    seed: randomInt(2 ** 31),
    session,
    hallBoardId: newId(),
    tableBoardIds: Array.from({ length: tables }, newId),
  })
  const { id, joinCode } = state
  await storage
    .commit({
      workshop: { id, joinCode, createdAt, version: state.version, state },
      boards: newBoards(id, effects),
      keys: keyRing.crewRows(id),
    })
    .catch((cause: unknown) => {
      throw new Problem('storageFailed', { cause })
    })
  return state
}
