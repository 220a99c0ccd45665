import { expect, it } from 'vitest'
import { z } from 'zod'
import { startTestServer } from '../testing/startTestServer.ts'

const momentsSchema = z.object({
  moments: z.array(
    z.object({ at: z.number(), startedAt: z.number(), phaseId: z.string(), kind: z.string() }),
  ),
})
const thenSchema = z.object({
  at: z.number(),
  phaseId: z.string(),
  notes: z.array(
    z.looseObject({ id: z.string(), text: z.string(), deleted: z.boolean(), hidden: z.boolean() }),
  ),
})

async function arrange() {
  const server = await startTestServer()
  const workshop = await server.create()
  const { id, keys, joinCode, boards } = workshop
  const lead = (command: Parameters<typeof server.command>[2]) =>
    server.command(id, keys.facilitator, command)
  const history = (boardId = boards.tables[0] ?? '', key = keys.facilitator) =>
    server.call(`/api/workshops/${id}/history/${boardId}`, { key })
  const moments = async (boardId?: string) => momentsSchema.parse((await history(boardId)).body).moments
  const notesAt = async (at: number | undefined, boardId?: string) => {
    const path = `/api/workshops/${id}/history/${boardId ?? boards.tables[0]}/${at}`
    return thenSchema.parse((await server.call(path, { key: keys.facilitator })).body).notes
  }
  await lead({ type: 'startPhase', phaseId: 'r1' })
  const person = await server.join(joinCode, { table: 1 })
  const write = async (text: string) => {
    const { phase } = await server.view(id, person.key)
    const zone = phase.zones[0]?.id ?? ''
    return (await server.command(id, person.key, { type: 'addNote', zone, text })).noteId ?? ''
  }
  return { server, workshop, lead, history, moments, notesAt, person, write }
}

it('tells how a board stood at the end of each phase, whatever became of its notes later', async () => {
  const { server, workshop, lead, moments, notesAt, person, write } = await arrange()
  const { id } = workshop
  const [kept, gone] = [await write('Först\nrad två 🌲'), await write('Tas bort')]
  await lead({ type: 'startPhase', phaseId: 'r2' })
  await write('I runda två')
  await lead({ type: 'startPhase', phaseId: 'r1' })
  await server.command(id, person.key, { type: 'removeNote', noteId: gone })
  await server.command(id, person.key, { type: 'editNote', noteId: kept, text: 'Ändrad' })
  await lead({ type: 'close' })

  const all = await moments()
  expect(all.map(({ phaseId, kind }) => [phaseId, kind])).toEqual([
    ['r1', 'startPhase'],
    ['r2', 'startPhase'],
    ['r1', 'close'],
  ])
  expect(all.every(({ at, startedAt }) => at >= startedAt)).toBe(true)
  const first = await notesAt(all[0]?.at)
  expect(first.map(({ text, deleted }) => [text, deleted])).toEqual([
    ['Först\nrad två 🌲', false],
    ['Tas bort', false],
  ])
  expect(first.every((note) => !('by' in note))).toBe(true)
  expect(await notesAt(all[1]?.at)).toHaveLength(3)
  const last = await notesAt(all[2]?.at)
  expect(last.map(({ text, deleted }) => [text, deleted])).toEqual([
    ['Ändrad', false],
    ['Tas bort', true],
    ['I runda två', false],
  ])
  expect(await notesAt((await moments(workshop.boards.hall))[0]?.at, workshop.boards.hall)).toEqual([])
})

it('keeps of a phase that ended twice the later moment, and none while it goes on or was undone', async () => {
  const { lead, moments, notesAt, write } = await arrange()
  await write('Ett')
  await lead({ type: 'endPhase' })
  expect(await moments()).toMatchObject([{ phaseId: 'r1', kind: 'endPhase' }])
  await lead({ type: 'extend', minutes: 5 })
  expect(await moments()).toEqual([])
  await write('Två')
  await lead({ type: 'startPhase', phaseId: 'r2' })
  await lead({ type: 'endPhase' })
  expect(await moments()).toHaveLength(2)
  await lead({ type: 'undoPhase' })
  expect(await moments()).toEqual([])
  await write('Tre')
  await lead({ type: 'endPhase' })
  const [moment, ...more] = await moments()
  expect(more).toEqual([])
  expect((await notesAt(moment?.at)).map(({ text }) => text)).toEqual(['Ett', 'Två', 'Tre'])
  await lead({ type: 'startPhase', phaseId: 'r2' })
  await lead({ type: 'endPhase' })
  expect((await moments()).map(({ phaseId }) => phaseId)).toEqual(['r1', 'r2'])
})

it('shows no note again that was hidden since', async () => {
  const { lead, moments, notesAt, write } = await arrange()
  const noteId = await write('Ring Anna på 070')
  await lead({ type: 'endPhase' })
  const [moment] = await moments()
  expect(await notesAt(moment?.at)).toMatchObject([{ id: noteId, hidden: false }])
  await lead({ type: 'hideNote', noteId, hidden: true })
  expect(await notesAt(moment?.at)).toMatchObject([{ id: noteId, hidden: true }])
})

it('is there after a restart, for those who lead and no others', async () => {
  const { server, workshop, lead, history, moments, person, write } = await arrange()
  await write('Kvar')
  await lead({ type: 'endPhase' })
  const before = await moments()
  expect(before).toHaveLength(1)
  const statuses = [person.key, workshop.keys.screen, workshop.keys.helper, 'nobody'].map(
    async (key) => (await history(undefined, key)).status,
  )
  expect(await Promise.all(statuses)).toEqual([403, 403, 403, 401])
  const other = await server.create()
  expect((await history(other.boards.hall)).status).toBe(404)
  const at = `/api/workshops/${workshop.id}/history/${workshop.boards.tables[0]}`
  expect((await server.call(`${at}/1`, { key: workshop.keys.facilitator })).status).toBe(404)
  expect((await server.call(`${at}/now`, { key: workshop.keys.facilitator })).status).toBe(400)

  // Nobody asks any more before the server stops.
  await lead({ type: 'startPhase', phaseId: 'r2' })
  await server.close()
  const again = await startTestServer({ dataDir: server.dataDir })
  const { body } = await again.call(`/api/workshops/${workshop.id}/history/${workshop.boards.tables[0]}`, {
    key: workshop.keys.facilitator,
  })
  const after = momentsSchema.parse(body).moments
  expect(after).toMatchObject([{ startedAt: before[0]?.startedAt, phaseId: 'r1', kind: 'startPhase' }])
})
