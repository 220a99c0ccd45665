/** What members do all evening: look at the state, send commands, read a table's notes. */
import { commandSchema } from '@bordet/workshop/schemas'
import { z } from 'zod'
import type { App, Surroundings } from './app.ts'
import { crewName } from './crewName.ts'
import { requireMember, requireSender, wantsKey, workshopParams } from './member.ts'
import { anyProblem } from './openApi.ts'
import { hasPhoto } from './photoRoutes.ts'
import { Problem } from './problem.ts'
import { createTokenBuckets } from './throttle.ts'
import { noteViewSchema, viewSchema } from './viewSchema.ts'

const crew = ['helper', 'facilitator', 'organiser'] as const

const commandAnswer = z.object({
  version: z.number().int().describe('The version of the workshop that this command made.'),
  serverTime: z.number().describe('Epoch milliseconds.'),
  noteId: z.string().optional(),
  personId: z.string().optional(),
  left: z.number().int().optional(),
})

export function addMemberRoutes(app: App, { access, config, now }: Surroundings): void {
  // A phone that comes back from the dead zone sends what it kept; a finger that hammers is slowed down.
  const mayParticipant = createTokenBuckets(20, 5)
  const mayCrew = createTokenBuckets(100, 30)
  // Counted apart from commands: pages that poll must never keep a note from being sent.
  const mayLook = createTokenBuckets(100, 20)

  app.get(
    '/api/workshops/:id/state',
    {
      schema: {
        summary: 'The workshop as this member may see it',
        security: wantsKey,
        params: workshopParams,
        response: { 200: viewSchema, ...anyProblem },
      },
    },
    async (request, reply) => {
      const { actor, desk, keyHash } = await requireMember(access, request, request.params.id)
      const retryAfterMs = mayLook(keyHash, now())
      if (retryAfterMs > 0) throw new Problem('tooMany', { retryAfterMs })
      reply.header('cache-control', 'no-store')
      return desk.view(actor)
    },
  )

  app.post(
    '/api/workshops/:id/commands',
    {
      schema: {
        summary: 'Ask for something; answered once it is durable',
        description: 'A refusal is a problem with status 409 and the reason as its code.',
        security: wantsKey,
        params: workshopParams,
        body: commandSchema,
        response: { 200: commandAnswer, ...anyProblem },
      },
    },
    // oxlint-disable-next-line oxc/no-async-endpoint-handlers -- fastify, unlike express, awaits its handlers
    async (request) => {
      const { actor, desk, keyHash } = await requireSender(access, request, request.params.id)
      const brake = crew.some((role) => role === actor.role) ? mayCrew : mayParticipant
      const retryAfterMs = brake(keyHash, now())
      if (retryAfterMs > 0) throw new Problem('tooMany', { retryAfterMs })
      const { body } = request
      if (
        body.type === 'addNote' &&
        body.photoId !== undefined &&
        !(await hasPhoto(config.dataDir, body.photoId))
      )
        throw new Problem('photoUnreadable')
      const name = crew.some((role) => role === actor.role) ? crewName(request.headers) : ''
      const answer = await desk.ask(name ? { ...actor, name } : actor, body)
      return { ...answer, serverTime: now() }
    },
  )

  app.get(
    '/api/workshops/:id/notes',
    {
      schema: {
        summary: 'The standing notes of one table',
        security: wantsKey,
        params: workshopParams,
        querystring: z.object({ table: z.coerce.number().int().min(0).max(100).describe('0 is the hall.') }),
        response: { 200: z.object({ notes: z.array(noteViewSchema) }), ...anyProblem },
      },
    },
    async (request, reply) => {
      const { desk } = await requireMember(access, request, request.params.id, crew)
      reply.header('cache-control', 'no-store')
      return { notes: desk.notesAt(request.query.table) }
    },
  )
}
