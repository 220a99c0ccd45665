import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, it } from 'vitest'
import { startTestServer } from '../testing/startTestServer.ts'
import { keepStatesReadable } from './keepStatesReadable.ts'
import { openSqlite } from './sqlite.ts'
import { workshopWrite } from './storageContractSuite.ts'

it.each(['{"id":"gone"}', '{"torn'])(
  'opens a workshop whose newest state is %s from its first',
  async (state) => {
    const first = await startTestServer()
    const { id, joinCode, keys } = await first.create()
    const person = await first.join(joinCode, { table: 2 })
    await first.command(id, keys.facilitator, { type: 'startPhase', phaseId: 'r1' })
    const before = await first.view(id, person.key)
    await first.close()

    const db = new DatabaseSync(join(first.dataDir, 'bordet.sqlite'))
    db.prepare('UPDATE workshop SET state = ? WHERE id = ?').run(state, id)
    db.close()

    const again = await startTestServer({ dataDir: first.dataDir })
    const after = await again.view(id, person.key)
    expect(after).toMatchObject({ version: before.version, me: before.me, status: 'open' })
    await again.command(id, person.key, { type: 'addNote', zone: 'works', text: 'Vi är kvar' })
  },
)

it('saves no state that could not be read again, and says where it is wrong', async () => {
  const logged: unknown[] = []
  const sqlite = openSqlite(':memory:')
  const storage = keepStatesReadable(sqlite, (_event, facts) => logged.push(facts))
  await storage.commit(workshopWrite('w1'))
  await storage.saveState('w1', 5, { id: 'w1', version: 5 })
  expect((await sqlite.loadWorkshop('w1'))?.state).toEqual({ id: 'w1', version: 0 })
  expect(logged).toMatchObject([{ workshopId: 'w1', version: 5, at: expect.arrayContaining(['status']) }])
  await storage.close()
})
