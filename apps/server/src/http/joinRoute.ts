/**
 * The door: six digits for a seat and a key. Wrong codes are counted, per address and for the whole server; who looks
 * is braked as who enters.
 */
import { randomUUID } from 'node:crypto'
import { doorsOpenAt } from '@bordet/workshop/engine'
import { languageSchema, personName } from '@bordet/workshop/schemas'
import { z } from 'zod'
import { hashKey } from '../keys.ts'
import type { App, Surroundings } from './app.ts'
import { createDoorBrake } from './doorBrake.ts'
import { anyProblem } from './openApi.ts'
import { Problem, Refused } from './problem.ts'

const codeSchema = z.string().regex(/^\d{6}$/)

const joinBody = z.object({
  code: codeSchema,
  name: personName.optional(),
  table: z.number().int().min(1).max(100).optional().describe('From a table’s QR code.'),
  opId: z.uuid().optional().describe('Makes a repeated request the same person, with the same key.'),
})

const joinAnswer = z.object({
  workshopId: z.string(),
  personId: z.string(),
  key: z.string(),
  table: z.number().int(),
})

const door = z.object({
  title: z.string(),
  place: z.string(),
  owner: z.string(),
  language: languageSchema,
  opensAt: z.number().int().nullable().describe('When people may come in; null when they may now.'),
})

export function addJoinRoute(app: App, { storage, desks, keyRing, now }: Surroundings): void {
  const brake = createDoorBrake()

  const findByCode = async (code: string, address: string) => {
    const retryAfterMs = brake.waitMs(address, code, now())
    if (retryAfterMs > 0) throw new Problem('tooManyTries', { retryAfterMs })
    const workshopId = await storage.workshopIdByJoinCode(code)
    const desk = workshopId === null ? null : await desks.open(workshopId)
    if (!desk) {
      brake.failed(address, now())
      throw new Problem('codeUnknown')
    }
    brake.opened(address, code, now())
    return desk
  }

  app.get(
    '/api/join/:code',
    {
      schema: {
        summary: 'What a code opens, before anybody sits down',
        params: z.object({ code: codeSchema }),
        response: { 200: door, ...anyProblem },
      },
    },
    async (request, _reply) => {
      const { state } = await findByCode(request.params.code, request.ip)
      if (state.status === 'closed') throw new Refused('workshopClosed')
      const { title, place, owner, language } = state
      return { title, place, owner, language, opensAt: doorsOpenAt(state, now()) }
    },
  )

  app.post(
    '/api/join',
    {
      schema: { summary: 'Take a seat', body: joinBody, response: { 201: joinAnswer, ...anyProblem } },
    },
    async (request, reply) => {
      const { code, name = '', table, opId = randomUUID() } = request.body
      const desk = await findByCode(code, request.ip)
      const { workshopId } = desk
      const { personId, key } = keyRing.participant(workshopId, opId)
      const who = { opId, personId, keyHash: hashKey(key), name }
      await desk.join(table === undefined ? who : { ...who, table })
      const person = desk.state.people[personId]
      if (!person || person.leftAt !== null) throw new Refused('personUnknown')
      return reply.code(201).send({ workshopId, personId, key, table: person.table })
    },
  )
}
