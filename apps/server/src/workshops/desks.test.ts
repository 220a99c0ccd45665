/** What happens when the disk says no: the person hears it, nobody sees it, and the workshop goes on from storage. */
import { createRooms, type News } from '@bordet/sync'
import { createWorkshop, type Actor } from '@bordet/workshop/engine'
import { makeSession, templateById } from '@bordet/workshop/templates'
import { describe, expect, it, onTestFinished } from 'vitest'
import { Problem } from '../problem.ts'
import { newId } from '../keys.ts'
import { openSqlite } from '../storage/sqlite.ts'
import type { Storage } from '../storage/storage.ts'
import { systemClock } from '../sync/systemClock.ts'
import { createDesks } from './desks.ts'
import { newBoards } from './writeEffects.ts'

const facilitator: Actor = { role: 'facilitator', personId: null, table: null }
const opId = () => crypto.randomUUID()

async function arrange() {
  const real = openSqlite(':memory:')
  let isFull = false
  const damaged = new Set<string>()
  const storage: Storage = {
    ...real,
    loadBoard: (boardId) =>
      damaged.has(boardId) ? Promise.reject(new Error('damaged')) : real.loadBoard(boardId),
    // A key that exists already fails the whole write.
    commit: (write) => real.commit(isFull ? { ...write, keys: [{ ...key, hash: 'taken' }] } : write),
  }
  const template = templateById('world-cafe-service')
  const session = template && makeSession(template, 'A1', 'sv', { place: 'Lindåsa' })
  if (!session) throw new Error('the template is gone')
  const id = newId()
  const key = { hash: 'taken', workshopId: id, role: 'screen', personId: null, table: null } as const
  const { state, effects } = createWorkshop({
    id,
    templateId: 'world-cafe-service',
    sessionId: 'A1',
    title: 'World Café',
    place: 'Lindåsa',
    owner: '',
    language: 'sv',
    createdAt: 1_000_000,
    startsAt: 1_000_000,
    joinCode: '123456',
    openBoards: false,
    seed: 7,
    session,
    hallBoardId: newId(),
    tableBoardIds: [newId(), newId()],
  })
  const boards = newBoards(id, effects)
  await storage.commit({
    workshop: { id, joinCode: '123456', createdAt: 1_000_000, version: state.version, state },
    boards,
    keys: [key],
  })
  const realRooms = createRooms({ storage, clock: systemClock })
  let isFailing = false
  const rooms: typeof realRooms = {
    ...realRooms,
    change: (edits, persist) =>
      isFailing ? Promise.reject(new Error('an edit threw')) : realRooms.change(edits, persist),
  }
  const logged: string[] = []
  const told: News[] = []
  let clock = 1_000_000
  const desks = createDesks({
    storage,
    rooms,
    relay: { hint: (news) => void told.push(news) },
    now: () => (clock += 10),
    joinUrl: (code) => code,
    log: (event) => void logged.push(event),
  })
  onTestFinished(async () => {
    await desks.close()
    await rooms.close()
    await storage.close()
  })
  const desk = async () => {
    const found = await desks.open(id)
    if (!found) throw new Error('the workshop is gone')
    return found
  }
  const failEdits = (fail: boolean) => void (isFailing = fail)
  return {
    state,
    pass: (ms: number) => void (clock += ms),
    desk,
    logged,
    told,
    rooms,
    failEdits,
    damage: (boardId: string) => void damaged.add(boardId),
    fill: (full: boolean) => void (isFull = full),
  }
}

describe('a desk', () => {
  it('answers storageFailed when a command cannot be saved, shows nothing of it, and then goes on', async () => {
    const { desk, logged, told, fill } = await arrange()
    const first = await desk()
    await first.ask(facilitator, { opId: opId(), type: 'startPhase', phaseId: 'r1' })
    const { version } = first.state
    fill(true)
    const lost = { opId: opId(), type: 'addNoteFor', table: 1, zone: 'works', text: 'Borta' } as const
    const alsoLost = { opId: opId(), type: 'extend', minutes: 1 } as const
    const answers = await Promise.allSettled([first.ask(facilitator, lost), first.ask(facilitator, alsoLost)])
    for (const answer of answers) {
      expect(answer).toMatchObject({ status: 'rejected', reason: expect.any(Problem) })
    }
    expect(first.state.version).toBe(version)
    expect(first.notesAt(1)).toEqual([])
    expect(logged).toHaveLength(1)
    expect(told).toEqual([{ workshopId: first.workshopId, version }])

    fill(false)
    const second = await desk()
    expect(second).not.toBe(first)
    expect(second.state.version).toBe(version)
    expect(await second.ask(facilitator, lost)).toMatchObject({ version: version + 1, noteId: lost.opId })
    expect(second.notesAt(1)).toMatchObject([{ text: 'Borta' }])
  })

  it('fails only the command whose edit fails, and lets nothing stand on it', async () => {
    const { desk, logged, failEdits } = await arrange()
    const here = await desk()
    await here.ask(facilitator, { opId: opId(), type: 'startPhase', phaseId: 'r1' })
    const { version } = here.state
    const note = { opId: opId(), type: 'addNoteFor', table: 1, zone: 'works', text: 'Buss' } as const
    failEdits(true)
    const failed = here.ask(facilitator, note)
    await expect(failed).rejects.toThrow(Problem)
    await expect(failed).rejects.toMatchObject({ code: 'internal' })
    failEdits(false)
    expect(await desk()).toBe(here)
    expect(logged).toEqual([])
    expect(await here.ask(facilitator, note)).toMatchObject({ version: version + 1 })
  })

  it('puts a note whose zone is gone from the board on it all the same', async () => {
    const { desk, rooms, state } = await arrange()
    const here = await desk()
    await here.ask(facilitator, { opId: opId(), type: 'startPhase', phaseId: 'r1' })
    const room = await rooms.open(state.tables[0]?.boardId ?? '')
    await room.change((doc) => doc.getMap('zones').clear())
    await here.ask(facilitator, { opId: opId(), type: 'addNoteFor', table: 1, zone: 'works', text: 'Buss' })
    expect(here.notesAt(1)).toMatchObject([{ text: 'Buss', zone: 'works' }])
  })

  it('goes on without a board that cannot be read', async () => {
    const { desk, damage, logged, state } = await arrange()
    damage(state.tables[0]?.boardId ?? '')
    const here = await desk()
    expect(logged).toHaveLength(1)
    await here.ask(facilitator, { opId: opId(), type: 'startPhase', phaseId: 'r1' })
    const add = (table: number) =>
      here.ask(facilitator, { opId: opId(), type: 'addNoteFor', table, zone: 'works', text: 'Buss' })
    await expect(add(1)).rejects.toMatchObject({ code: 'notReady' })
    await add(2)
    expect(here.notesAt(2)).toHaveLength(1)
    expect((await here.boards()).map(({ notes }) => notes?.length ?? null)).toEqual([0, null, 1])
    expect(await desk()).toBe(here)
  })

  it('lets a table’s last letters in for ten seconds after the lock, and nobody else’s', async () => {
    const { desk, pass, state } = await arrange()
    const here = await desk()
    await here.ask(facilitator, { opId: opId(), type: 'startPhase', phaseId: 'r1' })
    const device: Actor = { role: 'table', personId: null, table: 1 }
    const [own = '', other = ''] = state.tables.map(({ boardId }) => boardId)
    await here.ask(facilitator, { opId: opId(), type: 'lockBoards', locked: true })
    expect(here.mayWrite(device, own)).toBe(true)
    expect(here.mayWrite(device, other)).toBe(false)
    pass(10_000)
    expect(here.mayWrite(device, own)).toBe(false)
  })

  it('does not let two notes at once take the last place of a zone', async () => {
    const { desk } = await arrange()
    const { state } = await desk()
    const zone = state.session.zones.find(({ max }) => max !== undefined)
    if (!zone?.max) throw new Error('no zone of the template has a maximum')
    const table = zone.scope === 'table' ? 1 : 0
    const add = async () =>
      (await desk()).ask(facilitator, { opId: opId(), type: 'addNoteFor', table, zone: zone.id, text: 'x' })
    const answers = await Promise.allSettled(Array.from({ length: zone.max + 2 }, add))
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(zone.max)
  })

  it('gives new tables their boards before anybody writes there', async () => {
    const { desk } = await arrange()
    const here = await desk()
    await here.ask(facilitator, { opId: opId(), type: 'startPhase', phaseId: 'r1' })
    const growing = here.ask(facilitator, { opId: opId(), type: 'setTables', count: 5 })
    const writing = here.ask(facilitator, {
      opId: opId(),
      type: 'addNoteFor',
      table: 5,
      zone: 'works',
      text: 'Nytt bord',
    })
    await Promise.all([growing, writing])
    expect(here.notesAt(5)).toMatchObject([{ text: 'Nytt bord' }])
    expect(here.state.tables).toHaveLength(5)
  })

  it('keeps the board of a removed table, and gives it back with what stands on it', async () => {
    const { desk } = await arrange()
    const here = await desk()
    const setTables = (count: number) => here.ask(facilitator, { opId: opId(), type: 'setTables', count })
    await here.ask(facilitator, { opId: opId(), type: 'startPhase', phaseId: 'r1' })
    const note = { opId: opId(), type: 'addNoteFor', table: 2, zone: 'works', text: 'Kvar' } as const
    await here.ask(facilitator, note)
    await expect(setTables(1)).rejects.toThrow('tableInUse')
    const hide = (hidden: boolean) =>
      here.ask(facilitator, { opId: opId(), type: 'hideNote', noteId: note.opId, hidden })
    await hide(true)
    await setTables(1)
    const texts = (boards: Awaited<ReturnType<typeof here.boards>>) =>
      boards.flatMap(({ notes }) => (notes ?? []).map(({ text }) => text))
    expect(texts(await here.boards())).toEqual(['Kvar'])
    await hide(false)
    expect(here.noteCount()).toBe(1)
    await setTables(2)
    expect(here.notesAt(2)).toMatchObject([{ text: 'Kvar' }])
  })
})
