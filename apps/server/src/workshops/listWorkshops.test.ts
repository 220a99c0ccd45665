import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, it } from 'vitest'
import { startTestServer } from '../testing/startTestServer.ts'

it('lists workshops without opening their boards, and counts the notes of those that are open', async () => {
  const first = await startTestServer()
  const old = await first.create({ title: 'I fjol' })
  await first.join(old.joinCode)
  const now = await first.create({ title: 'I kväll' })
  await first.close()

  const server = await startTestServer({ dataDir: first.dataDir })
  await server.view(now.id, now.keys.facilitator)
  for (let times = 0; times < 2; times += 1) {
    const { body } = await server.call('/api/workshops', { key: server.organiserKey })
    expect(body).toMatchObject({
      workshops: [
        { id: old.id, title: 'I fjol', people: 1, tables: 3, notes: null },
        { id: now.id, title: 'I kväll', people: 0, tables: 3, notes: 0 },
      ],
      unavailable: [],
    })
  }
  expect((await server.call('/metrics')).body).toMatch(/^bordet_workshops_open 1$/m)

  await server.join(old.joinCode)
  const { body } = await server.call('/api/workshops', { key: server.organiserKey })
  expect(body).toMatchObject({ workshops: [{ id: old.id, people: 2, notes: 0 }, { id: now.id }] })
})

it('counts the notes of a meeting that is over from the disk, without opening it', async () => {
  const first = await startTestServer()
  const old = await first.create()
  await first.command(old.id, old.keys.facilitator, { type: 'startPhase', phaseId: 'r1' })
  const anna = await first.join(old.joinCode, { table: 1 })
  for (const text of ['Bussen går i tid', 'Affären är öppen', 'Bort med den här'])
    await first.command(old.id, anna.key, { type: 'addNote', zone: 'works', text })
  const { noteId = '' } = await first.command(old.id, anna.key, {
    type: 'addNote',
    zone: 'works',
    text: 'Dold',
  })
  await first.command(old.id, old.keys.facilitator, { type: 'hideNote', noteId, hidden: true })
  await first.command(old.id, old.keys.facilitator, { type: 'close' })
  await first.close()

  const server = await startTestServer({ dataDir: first.dataDir })
  const { body } = await server.call('/api/workshops', { key: server.organiserKey })
  expect(body).toMatchObject({ workshops: [{ id: old.id, notes: 3 }] })
  expect((await server.call('/metrics')).body).toMatch(/^bordet_workshops_open 0$/m)
})

it('tells a workshop that cannot be read apart, and lists the others', async () => {
  const first = await startTestServer()
  const broken = await first.create({ title: 'Trasig' })
  const lost = await first.create({ title: 'Borta' })
  const sound = await first.create({ title: 'Hel' })
  await first.close()
  const db = new DatabaseSync(join(first.dataDir, 'bordet.sqlite'))
  const spoil = db.prepare('UPDATE workshop SET state = ?1, first_state = ?1 WHERE id = ?2')
  spoil.run('{"title":"Trasig","place":"Lindåsa"}', broken.id)
  spoil.run('{"torn', lost.id)
  db.close()

  const server = await startTestServer({ dataDir: first.dataDir })
  const { status, body } = await server.call('/api/workshops', { key: server.organiserKey })
  expect(status).toBe(200)
  expect(body).toMatchObject({
    workshops: [{ id: sound.id }],
    unavailable: [
      { id: broken.id, title: 'Trasig', place: 'Lindåsa' },
      { id: lost.id, title: lost.id, place: '' },
    ],
  })
})
