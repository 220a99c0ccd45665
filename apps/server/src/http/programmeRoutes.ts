/** The whole programme of a workshop, for those who may change it. */
import { isPastPhase } from '@bordet/workshop/engine'
import { languageSchema, sessionSchema } from '@bordet/workshop/schemas'
import { z } from 'zod'
import type { App, Surroundings } from './app.ts'
import { requireMember, wantsKey, workshopParams } from './member.ts'
import { anyProblem } from './openApi.ts'

const programmeSchema = z.object({
  version: z.number().int(),
  status: z.enum(['planned', 'open', 'closed']),
  title: z.string(),
  place: z.string(),
  language: languageSchema,
  startsAt: z.number(),
  session: sessionSchema,
  past: z.array(z.string()).describe('Ids of phases that have run, in the order of the programme.'),
  imports: z
    .array(z.object({ id: z.string(), zone: z.string(), at: z.number(), notes: z.number().int() }))
    .describe('What was put up from elsewhere and not taken back.'),
  current: z.string().nullable().describe('The phase that is on; of it only the words change.'),
})

export function addProgrammeRoutes(app: App, { access }: Surroundings): void {
  app.get(
    '/api/workshops/:id/programme',
    {
      schema: {
        summary: 'The whole programme, with what is past',
        security: wantsKey,
        params: workshopParams,
        response: { 200: programmeSchema, ...anyProblem },
      },
    },
    async (request, reply) => {
      const { desk } = await requireMember(access, request, request.params.id, ['facilitator', 'organiser'])
      reply.header('cache-control', 'no-store')
      const { state } = desk
      const { version, status, title, place, language, startsAt, session, timer, phaseIndex } = state
      const current = timer === null ? null : (session.phases[phaseIndex]?.id ?? null)
      const past = session.phases.map(({ id }) => id).filter((id) => id !== current && isPastPhase(state, id))
      const imports = state.imports
        .filter(({ takenBack }) => !takenBack)
        .map(({ id, zone, at, noteIds }) => ({ id, zone, at, notes: noteIds.length }))
      return { version, status, title, place, language, startsAt, session, past, current, imports }
    },
  )
}
