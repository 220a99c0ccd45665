/**
 * Where people want the harvest sent: one's own to look at, all of them for the organiser, and for nobody else. They are
 * given by the command `giveContact`.
 */
import { writeContacts } from '@bordet/harvest'
import type { WorkshopState } from '@bordet/workshop'
import { contactsUntil } from '@bordet/workshop/engine'
import { z } from 'zod'
import { groupByAddress } from '../mail/recipients.ts'
import type { ContactRow } from '../storage/storage.ts'
import type { App, Surroundings } from './app.ts'
import { requireMember, requireSender, wantsKey, workshopParams } from './member.ts'
import { anyProblem } from './openApi.ts'
import { Problem } from './problem.ts'
import { sendFile } from './sendFile.ts'

const lead = ['facilitator', 'organiser'] as const

const ownSchema = z.object({
  email: z.string().nullable(),
  postal: z.string().nullable(),
  until: z.number().describe('When it deletes itself; epoch milliseconds.'),
})

const contactSchema = z.object({
  id: z.string(),
  email: z.string().nullable(),
  postal: z.string().nullable().describe('Name and address, a line each.'),
  language: z.string(),
  via: z.enum(['phone', 'paper']),
  at: z.number(),
  groups: z.array(z.string()).describe('Ids of the working groups that may contact this person.'),
})

export function addContactRoutes(app: App, { access, storage, now }: Surroundings): void {
  app.get(
    '/api/workshops/:id/contact',
    {
      schema: {
        summary: 'The address that this person gave',
        security: wantsKey,
        params: workshopParams,
        response: { 200: ownSchema, ...anyProblem },
      },
    },
    async (request, reply) => {
      const { actor, desk } = await requireSender(access, request, request.params.id)
      if (actor.role !== 'participant' || actor.personId === null) throw new Problem('notYourRole')
      reply.header('cache-control', 'no-store')
      const row = await storage.contact(desk.workshopId, actor.personId, now())
      return { email: row?.email ?? null, postal: row?.postal ?? null, until: contactsUntil(desk.state) }
    },
  )

  app.get(
    '/api/workshops/:id/contacts',
    {
      schema: {
        summary: 'Who wants the harvest: how many for a facilitator, with addresses for the organiser',
        security: wantsKey,
        params: workshopParams,
        response: {
          200: z.object({
            until: z.number().describe('When all of them delete themselves; epoch milliseconds.'),
            byEmail: z.number().int().describe('Each address once, also when two gave it.'),
            byPost: z.number().int(),
            contacts: z.array(contactSchema).nullable().describe('Null for a facilitator.'),
          }),
          ...anyProblem,
        },
      },
    },
    async (request, reply) => {
      const { actor, desk } = await requireMember(access, request, request.params.id, lead)
      reply.header('cache-control', 'no-store')
      const rows = await storage.listContacts(desk.workshopId, now())
      return {
        until: contactsUntil(desk.state),
        byEmail: groupByAddress(rows).length,
        byPost: rows.filter(({ postal }) => postal !== null).length,
        contacts: actor.role === 'organiser' ? rows.map((row) => toContact(row, desk.state)) : null,
      }
    },
  )

  app.get(
    '/api/workshops/:id/contacts.csv',
    {
      schema: {
        summary: 'The addresses as a spreadsheet, for the organiser alone',
        security: wantsKey,
        params: workshopParams,
        response: { 200: z.unknown().meta({ type: 'string', format: 'binary' }), ...anyProblem },
      },
    },
    async (request, reply) => {
      const { desk } = await requireMember(access, request, request.params.id, ['organiser'])
      const { language, place } = desk.state
      const rows = await storage.listContacts(desk.workshopId, now())
      const names = new Map(desk.everyNote().map(({ note }) => [note.id, note.text]))
      const lines = rows.map((row) => ({
        email: row.email ?? '',
        postal: row.postal ?? '',
        language: row.language,
        groups: groupsOf(row, desk.state).flatMap((id) => names.get(id) ?? []),
      }))
      return sendFile(reply, writeContacts(lines, place, language))
    },
  )

  app.delete(
    '/api/workshops/:id/contacts/:contact',
    {
      schema: {
        summary: 'Delete one address',
        security: wantsKey,
        params: workshopParams.extend({ contact: z.string().min(1).max(64) }),
        response: { 200: z.object({ removed: z.number().int() }), ...anyProblem },
      },
    },
    // oxlint-disable-next-line oxc/no-async-endpoint-handlers -- fastify, unlike express, awaits its handlers
    async (request) => {
      const { desk } = await requireMember(access, request, request.params.id, ['organiser'])
      const removed = await storage.removeContacts(desk.workshopId, request.params.contact)
      if (removed === 0) throw new Problem('notFound')
      return { removed }
    },
  )

  app.delete(
    '/api/workshops/:id/contacts',
    {
      schema: {
        summary: 'Delete all addresses of a workshop',
        security: wantsKey,
        params: workshopParams,
        response: { 200: z.object({ removed: z.number().int() }), ...anyProblem },
      },
    },
    // oxlint-disable-next-line oxc/no-async-endpoint-handlers -- fastify, unlike express, awaits its handlers
    async (request) => {
      const { desk } = await requireMember(access, request, request.params.id, ['organiser'])
      return { removed: await storage.removeContacts(desk.workshopId) }
    },
  )
}

function toContact(row: ContactRow, state: WorkshopState): z.infer<typeof contactSchema> {
  const { id, email, postal, language, via, at } = row
  return { id, email, postal, language, via, at, groups: groupsOf(row, state) }
}

function groupsOf({ personId }: ContactRow, { groups }: WorkshopState): string[] {
  if (personId === null) return []
  return Object.entries(groups).flatMap(([id, { members }]) =>
    Object.hasOwn(members, personId) && members[personId] === true ? [id] : [],
  )
}
