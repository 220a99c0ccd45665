/** Presence in a room: each for itself, gone with the connection, back with it. */
import { afterEach, describe, expect, it } from 'vitest'
import type { Room } from './room.ts'
import { createRooms } from './rooms.ts'
import { createFakeClock, type FakeClock } from './testing/fakeClock.ts'
import { createFakeStorage, settle } from './testing/fakeStorage.ts'
import { createTestPage, type TestPage } from './testing/testPage.ts'

const pages: TestPage[] = []

afterEach(() => {
  for (const page of pages.splice(0)) page.doc.destroy()
})

async function openRoom(): Promise<{ room: Room; clock: FakeClock }> {
  const clock = createFakeClock()
  const room = await createRooms({ storage: createFakeStorage(), clock }).open('b1')
  return { room, clock }
}

function joinPage(room: Room, name: string): TestPage {
  const page = createTestPage()
  pages.push(page)
  page.awareness.setLocalState({ name })
  page.connect(room)
  page.greet()
  return page
}

function namesSeenBy(page: TestPage): unknown[] {
  return [...page.awareness.getStates().values()].map((state) => state['name']).sort()
}

describe('presence', () => {
  it('is shown to those who are there and to newcomers, and ends with the connection', async () => {
    const { room, clock } = await openRoom()
    const [a, b] = [joinPage(room, 'a'), joinPage(room, 'b')]
    clock.pass(100)
    const c = joinPage(room, 'c')
    clock.pass(100)
    for (const page of [a, b, c]) expect(namesSeenBy(page)).toEqual(['a', 'b', 'c'])
    a.drop()
    clock.pass(100)
    for (const page of [b, c]) expect(namesSeenBy(page)).toEqual(['b', 'c'])
    a.connect(room)
    a.greet()
    await settle()
    clock.pass(100)
    for (const page of [b, c]) expect(namesSeenBy(page)).toEqual(['a', 'b', 'c'])
  })

  it('cannot be taken away or changed by somebody else', async () => {
    const { room, clock } = await openRoom()
    const [a, b] = [joinPage(room, 'a'), joinPage(room, 'b')]
    clock.pass(100)
    b.awareness.meta.set(a.doc.clientID, { clock: 90, lastUpdated: 0 })
    b.awareness.states.set(a.doc.clientID, { name: 'forged' })
    b.awareness.emit('update', [{ added: [], updated: [a.doc.clientID], removed: [] }, 'local'])
    clock.pass(100)
    expect(b.closedWith).toBeNull()
    const c = joinPage(room, 'c')
    clock.pass(100)
    expect(namesSeenBy(c)).toEqual(['a', 'b', 'c'])
  })

  it('that is no JSON closes the connection that sent it', async () => {
    const { room } = await openRoom()
    const a = joinPage(room, 'a')
    a.send(Uint8Array.of(1, 5, 1, 9, 1, 1, 123))
    expect(a.closedWith).toBe(4400)
  })

  it('is dropped for whoever is slow, who is closed with 4408 when too much waits', async () => {
    const { room, clock } = await openRoom()
    const [a, slow] = [joinPage(room, 'a'), joinPage(room, 'slow')]
    clock.pass(100)
    slow.bufferedBytes = 1024 * 1024
    a.awareness.setLocalState({ name: 'a2' })
    clock.pass(100)
    expect(namesSeenBy(slow)).toEqual(['a', 'slow'])
    slow.bufferedBytes = 20 * 1024 * 1024
    a.doc.getMap('shapes').set('s', 1)
    await settle()
    clock.pass(1)
    expect(slow.closedWith).toBe(4408)
    expect(a.closedWith).toBeNull()
  })

  it('is told in its time although an update came in between', async () => {
    const { room, clock } = await openRoom()
    const [a, b] = [joinPage(room, 'a'), joinPage(room, 'b')]
    await settle()
    clock.pass(1000)
    await settle()
    a.awareness.setLocalState({ name: 'a2' })
    clock.pass(1)
    a.awareness.setLocalState({ name: 'a3' })
    a.doc.getMap('shapes').set('s', 1)
    await settle()
    clock.pass(100)
    expect(namesSeenBy(b)).toEqual(['a3', 'b'])
  })

  it('keeps a quiet connection from looking dead', async () => {
    const { room, clock } = await openRoom()
    const page = createTestPage()
    pages.push(page)
    page.awareness.setLocalState(null)
    page.connect(room)
    page.greet()
    await settle()
    clock.pass(1000)
    const before = page.received.length
    clock.pass(25_000)
    expect(page.received.length).toBeGreaterThan(before)
  })
})
