/** Notes that a phase hides for its first minutes, across nodes that go down: the timer is data, not a promise. */
import { createRooms } from '@bordet/sync'
import { createWorkshop, type Actor } from '@bordet/workshop/engine'
import { makeSession, templateById } from '@bordet/workshop/templates'
import { expect, it, onTestFinished } from 'vitest'
import { newId } from '../keys.ts'
import { openSqlite } from '../storage/sqlite.ts'
import { systemClock } from '../sync/systemClock.ts'
import { createDesks } from './desks.ts'
import { newBoards } from './writeEffects.ts'

const facilitator: Actor = { role: 'facilitator', personId: null, table: null }
const minuteMs = 60_000

/** One storage, and as many nodes after each other as the test wants. */
async function arrange() {
  const storage = openSqlite(':memory:')
  const template = templateById('town-profile')
  const session = template && makeSession(template, 'B1', 'sv', { place: 'Lindåsa' })
  if (!session) throw new Error('the template is gone')
  const id = newId()
  const { state, effects } = createWorkshop({
    id,
    templateId: 'town-profile',
    sessionId: 'B1',
    title: 'Profil',
    place: 'Lindåsa',
    owner: '',
    language: 'sv',
    createdAt: 0,
    startsAt: 0,
    joinCode: '123456',
    openBoards: false,
    seed: 7,
    session,
    hallBoardId: newId(),
    tableBoardIds: [newId(), newId()],
  })
  await storage.commit({
    workshop: { id, joinCode: '123456', createdAt: 0, version: state.version, state },
    boards: newBoards(id, effects),
  })
  let clock = 0
  const startNode = async () => {
    const desks = createDesks({
      storage,
      rooms: createRooms({ storage, clock: systemClock }),
      relay: { hint: () => {} },
      now: () => clock,
      joinUrl: (code) => code,
      log: () => {},
    })
    onTestFinished(() => desks.close())
    const desk = await desks.open(id)
    if (!desk) throw new Error('the workshop is gone')
    return { desks, desk }
  }
  return { id, storage, startNode, wait: (ms: number) => (clock += ms) }
}

it('[K4] lands notes that came due while no node was up, once, for whoever opens the workshop next', async () => {
  const { id, storage, startNode, wait } = await arrange()
  const first = await startNode()
  const opId = () => crypto.randomUUID()
  await first.desk.join({ opId: opId(), personId: 'p1', keyHash: 'k1', name: 'Ulla' })
  const actor: Actor = { role: 'participant', personId: 'p1', table: null }
  await first.desk.ask(facilitator, { type: 'startPhase', opId: opId(), phaseId: 'r1' })
  await first.desk.ask(actor, { type: 'addNote', opId: opId(), zone: 'yes', text: 'Det stämmer' })
  expect(first.desk.noteCount()).toBe(0)
  expect(first.desk.view(facilitator).tables[0]?.heldNotes).toBe(1)
  await first.desks.close()

  wait(3 * minuteMs)
  for (let node = 0; node < 2; node += 1) {
    const { desk, desks } = await startNode()
    await desk.ask(facilitator, { type: 'pause', opId: opId() }).catch(() => {})
    expect(desk.notesAt(1).map(({ text }) => text)).toEqual(['Det stämmer'])
    expect(desk.view(actor).notes).toMatchObject([{ text: 'Det stämmer', mine: true }])
    expect(desk.view(actor).notes[0]?.held).toBeUndefined()
    await desks.close()
  }
  const landings = (await storage.commandLog(id)).filter(({ command }) =>
    JSON.stringify(command).includes('landNotes'),
  )
  expect(landings).toHaveLength(1)
})

it('[K4] lands them before the command that comes after, which finds them on their boards', async () => {
  const { startNode, wait } = await arrange()
  const { desk } = await startNode()
  const opId = () => crypto.randomUUID()
  await desk.join({ opId: opId(), personId: 'p1', keyHash: 'k1', name: 'Ulla' })
  const actor: Actor = { role: 'participant', personId: 'p1', table: null }
  await desk.ask(facilitator, { type: 'startPhase', opId: opId(), phaseId: 'r1' })
  const noteId = opId()
  await desk.ask(actor, { type: 'addNote', opId: noteId, zone: 'yes', text: 'Det stämmer' })
  wait(3 * minuteMs)
  await desk.ask(actor, { type: 'editNote', opId: opId(), noteId, text: 'Det stämmer inte' })
  expect(desk.notesAt(1).map(({ text }) => text)).toEqual(['Det stämmer inte'])
})
