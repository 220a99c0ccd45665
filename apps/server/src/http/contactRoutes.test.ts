/** Where people want the harvest sent, over real HTTP: who may see it, and above all where it never is. */
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { startTestServer } from '../testing/startTestServer.ts'

const ownSchema = z.object({ email: z.string().nullable(), postal: z.string().nullable(), until: z.number() })
const listSchema = z.object({
  until: z.number(),
  byEmail: z.number(),
  byPost: z.number(),
  contacts: z
    .array(z.object({ id: z.string(), email: z.string().nullable(), postal: z.string().nullable() }))
    .nullable(),
})

async function openEvening() {
  const server = await startTestServer()
  const { id, keys, joinCode } = await server.create()
  await server.command(id, keys.facilitator, { type: 'startPhase', phaseId: 'r1' })
  const path = `/api/workshops/${id}`
  const list = async (key: string) => listSchema.parse((await server.call(`${path}/contacts`, { key })).body)
  const own = async (key: string) => ownSchema.parse((await server.call(`${path}/contact`, { key })).body)
  return { server, id, keys, joinCode, path, list, own }
}

describe('an address', () => {
  it('is given, changed and taken back by its owner, also when the meeting is over', async () => {
    const { server, id, keys, joinCode, list, own } = await openEvening()
    const anna = await server.join(joinCode, { name: 'Anna' })
    await server.command(id, anna.key, { type: 'giveContact', email: 'anna@example.org' })
    expect(await own(anna.key)).toMatchObject({ email: 'anna@example.org', postal: null })
    await server.command(id, keys.facilitator, { type: 'close' })
    await server.command(id, anna.key, { type: 'giveContact', postal: 'Anna Ek\nStorgatan 1\n343 71 Diö' })
    expect(await own(anna.key)).toMatchObject({ email: null, postal: 'Anna Ek\nStorgatan 1\n343 71 Diö' })
    expect(await list(server.organiserKey)).toMatchObject({ byEmail: 0, byPost: 1 })
    await server.command(id, anna.key, { type: 'giveContact' })
    expect((await list(server.organiserKey)).contacts).toEqual([])
  })

  it('is the organiser’s to see and to delete; a facilitator learns how many there are', async () => {
    const { server, id, keys, joinCode, path, list } = await openEvening()
    const anna = await server.join(joinCode)
    await server.command(id, anna.key, { type: 'giveContact', email: 'anna@example.org' })
    await server.command(id, keys.helper, { type: 'giveContact', postal: '=Bo Ek\nLillgatan 2, Liatorp' })
    expect(await list(keys.facilitator)).toMatchObject({ byEmail: 1, byPost: 1, contacts: null })
    for (const key of [keys.helper, keys.screen, anna.key])
      expect((await server.call(`${path}/contacts`, { key })).status).toBe(403)
    for (const key of [keys.facilitator, keys.helper, anna.key]) {
      expect((await server.call(`${path}/contacts.csv`, { key })).status).toBe(403)
      expect((await server.call(`${path}/contacts`, { key, method: 'DELETE' })).status).toBe(403)
    }
    const key = server.organiserKey
    const csv = await (
      await fetch(`${server.url}${path}/contacts.csv`, { headers: { authorization: `Bearer ${key}` } })
    ).text()
    expect(csv).toContain('"anna@example.org"')
    expect(csv).toContain(`"'=Bo Ek\nLillgatan 2, Liatorp"`)
    const [first] = (await list(key)).contacts ?? []
    const one = `${path}/contacts/${first?.id}`
    expect((await server.call(one, { key, method: 'DELETE' })).status).toBe(200)
    expect((await server.call(one, { key, method: 'DELETE' })).status).toBe(404)
    expect((await server.call(`${path}/contacts`, { key, method: 'DELETE' })).body).toEqual({ removed: 1 })
  })

  it('is kept to a day that can be changed, and is refused as nonsense', async () => {
    const { server, id, keys, joinCode, path, list } = await openEvening()
    const anna = await server.join(joinCode)
    const until = Date.now() + 7 * 24 * 60 * 60_000
    await server.command(id, server.organiserKey, { type: 'keepContacts', until })
    expect((await list(keys.facilitator)).until).toBe(until)
    const ask = (body: object, key = anna.key) =>
      server.call(`${path}/commands`, { key, body: { opId: crypto.randomUUID(), ...body } })
    expect((await ask({ type: 'giveContact', email: 'no address' })).status).toBe(400)
    expect((await ask({ type: 'giveContact', postal: 'x'.repeat(401) })).status).toBe(400)
    expect(await ask({ type: 'keepContacts', until: 5 }, server.organiserKey)).toMatchObject({
      status: 409,
      body: { code: 'dateWrong' },
    })
    expect((await ask({ type: 'keepContacts', until }, keys.facilitator)).status).toBe(409)
    for (const email of ['åsa@exempel.se', 'ulla@björkö.se', 'o&b@exempel.se'])
      expect((await ask({ type: 'giveContact', email })).status).toBe(200)
  })

  it('is in no view, log or export, and when it is deleted nowhere in the data, whatever it is', async () => {
    const words = fc.tuple(fc.stringMatching(/^[a-z]{12}$/), fc.stringMatching(/^[A-Z][a-z]{12}$/))
    const hides = fc.asyncProperty(words, async ([mailbox, street]) => {
      const { server, id, keys, joinCode, path } = await openEvening()
      const anna = await server.join(joinCode, { table: 1 })
      await server.command(id, anna.key, { type: 'addNote', zone: 'works', text: 'Bussen' })
      await server.command(id, anna.key, {
        type: 'giveContact',
        email: `${mailbox}@example.org`,
        postal: `Anna Ek\n${street} 1`,
      })
      const found: string[] = []
      const search = (where: string, text: string) => {
        if (text.toLowerCase().includes(mailbox) || text.includes(street)) found.push(where)
      }
      const look = async (what: string, key: string) =>
        search(
          what,
          await (
            await fetch(`${server.url}${path}/${what}`, { headers: { authorization: `Bearer ${key}` } })
          ).text(),
        )
      for (const key of [keys.facilitator, keys.helper, keys.screen, anna.key, server.organiserKey])
        await look('state', key)
      for (const what of ['log', 'harvest', 'flagged', 'contacts']) await look(what, keys.facilitator)
      for (const format of ['csv', 'md', 'json']) await look(`export?format=${format}`, server.organiserKey)
      expect(found).toEqual([])
      // On the disk it stands in its own table alone, and deleting it leaves no trace in the file.
      await server.call(`${path}/contacts`, { key: server.organiserKey, method: 'DELETE' })
      for (const file of readdirSync(server.dataDir).filter((name) => name.startsWith('bordet.sqlite')))
        search(file, readFileSync(join(server.dataDir, file), 'latin1'))
      expect(found).toEqual([])
    })
    await fc.assert(hides, { numRuns: 5 })
  })
})
