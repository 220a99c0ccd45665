/** What those who run the evening look at, over real HTTP. */
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { startTestServer } from '../testing/startTestServer.ts'

const flaggedSchema = z.object({
  notes: z.array(
    z.object({
      note: z.object({ id: z.string(), text: z.string() }),
      hidden: z.boolean(),
      reports: z.number(),
      risks: z.array(z.object({ kind: z.string(), from: z.number(), to: z.number() })),
    }),
  ),
})
const planSchema = z.object({
  moves: z.array(z.object({ personId: z.string(), from: z.number(), to: z.number() })),
  sizes: z.array(z.number()),
})
const logSchema = z.object({
  done: z.array(
    z.object({
      role: z.string(),
      name: z.string(),
      type: z.string(),
      about: z.record(z.string(), z.unknown()),
    }),
  ),
})

async function openRound() {
  const server = await startTestServer()
  const { id, keys, joinCode } = await server.create()
  await server.command(id, keys.facilitator, { type: 'startPhase', phaseId: 'r1' })
  const get = async (what: string, key = keys.facilitator) =>
    (await server.call(`/api/workshops/${id}/${what}`, { key })).body
  return { server, id, keys, joinCode, get }
}

describe('notes to look at', () => {
  it('are those with numbers or insults, those that were reported and those that are hidden, until they are kept', async () => {
    const { server, id, keys, joinCode, get } = await openRound()
    const person = await server.join(joinCode, { table: 1 })
    const other = await server.join(joinCode, { table: 1 })
    const write = async (text: string) =>
      (await server.command(id, person.key, { type: 'addNote', zone: 'works', text })).noteId ?? ''
    await write('Bussen går för sällan.')
    const numbered = await write('Ring Ulla på 070-123 45 67')
    const reported = await write('Grannen sköter inte sin häck')
    await server.command(id, other.key, { type: 'reportNote', noteId: reported })
    const look = async () => flaggedSchema.parse(await get('flagged')).notes
    expect((await look()).map(({ note, reports, risks }) => [note.id, reports, risks.length])).toEqual([
      [numbered, 0, 1],
      [reported, 1, 0],
    ])
    await server.command(id, keys.facilitator, { type: 'keepNote', noteId: reported })
    await server.command(id, keys.facilitator, { type: 'hideNote', noteId: numbered, hidden: true })
    expect((await look()).map(({ note, hidden }) => [note.id, hidden])).toEqual([[numbered, true]])
    expect((await server.call(`/api/workshops/${id}/flagged`, { key: keys.helper })).status).toBe(403)
  })
})

describe('the plan of seats', () => {
  it('says who would move, and moves nobody', async () => {
    const { server, id, keys, joinCode, get } = await openRound()
    for (let person = 0; person < 4; person += 1) await server.join(joinCode, { table: 1 })
    const { moves, sizes } = planSchema.parse(await get('seatPlan'))
    expect(moves.map(({ from }) => from)).toEqual([1, 1])
    expect(sizes).toEqual([2, 1, 1])
    const before = await server.view(id, keys.facilitator)
    expect(before.people?.every(({ nextTable }) => nextTable === null)).toBe(true)
    await server.command(id, keys.facilitator, { type: 'planSeats' })
    const after = await server.view(id, keys.facilitator)
    const under = after.people?.filter(({ nextTable }) => nextTable !== null)
    expect(under?.map(({ id: personId, nextTable }) => [personId, nextTable])).toEqual(
      moves.map(({ personId, to }) => [personId, to]),
    )
  })
})

describe('the pace of the tables', () => {
  it('is there for a cockpit that was just opened', async () => {
    const { server, id, joinCode, keys, get } = await openRound()
    const person = await server.join(joinCode, { table: 2 })
    for (const text of ['En', 'Två'])
      await server.command(id, person.key, { type: 'addNote', zone: 'works', text })
    expect(await get('pace', keys.helper)).toMatchObject({
      tables: [
        { number: 1, lastAt: null, recent: [] },
        { number: 2, lastAt: expect.any(Number), recent: [expect.any(Number), expect.any(Number)] },
        { number: 3 },
      ],
    })
    expect((await server.call(`/api/workshops/${id}/pace`, { key: person.key })).status).toBe(403)
  })
})

describe('the log', () => {
  it('says who did what when, and nothing that anybody wrote', async () => {
    const { server, id, keys, joinCode, get } = await openRound()
    const person = await server.join(joinCode, { table: 2, name: 'Ulla' })
    await server.command(id, person.key, { type: 'addNote', zone: 'works', text: 'Hemligt' })
    await server.command(id, keys.facilitator, { type: 'broadcast', text: 'Ord till alla' })
    await server.command(id, keys.helper, { type: 'setHost', table: 2, personId: person.personId })
    const log = await get('log')
    expect(JSON.stringify(log)).not.toMatch(/Hemligt|Ord till alla/)
    expect(logSchema.parse(log).done.map(({ role, type, about }) => [role, type, about])).toEqual([
      ['helper', 'setHost', { table: 2, person: 'Ulla' }],
      ['facilitator', 'broadcast', {}],
      ['facilitator', 'startPhase', { phase: expect.stringContaining('Omgång 1') }],
    ])
    expect((await server.call(`/api/workshops/${id}/log`, { key: person.key })).status).toBe(403)
  })
})
