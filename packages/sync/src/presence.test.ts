/** Presence in a room: each for itself, gone with the connection, back with it. */
import { afterEach, describe, expect, it } from 'vitest'
import { limits } from './limits.ts'
import { createPresence } from './presence.ts'
import type { JoinOptions, Room } from './room.ts'
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

function joinPage(room: Room, name: string, options: Partial<JoinOptions> = {}): TestPage {
  const page = createTestPage()
  pages.push(page)
  page.awareness.setLocalState({ name })
  page.connect(room, options)
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

  it('stays when a page is back before its old connection is known to be dead', () => {
    const presence = createPresence({ mayUse: () => true, claim: () => true })
    const window = () => ({ by: 'a', clients: new Set<number>(), mayWrite: () => true })
    const [old, anew] = [window(), window()]
    const shown = Uint8Array.of(1, 5, 3, 2, 123, 125)
    presence.receive(shown, old)
    presence.receive(shown, anew)
    presence.leave(old)
    expect(presence.readAll()).toEqual(shown)
    presence.leave(anew)
    expect(presence.readAll()).toBeNull()
  })

  it('is written once for however many ask', () => {
    const presence = createPresence({ mayUse: () => true, claim: () => true })
    const page = { by: 'a', clients: new Set<number>(), mayWrite: () => true }
    presence.receive(Uint8Array.of(1, 5, 3, 2, 123, 125), page)
    const all = presence.readAll()
    expect(presence.readAll()).toBe(all)
    presence.receive(Uint8Array.of(1, 5, 4, 2, 123, 125), page)
    expect(presence.readAll()).toEqual(Uint8Array.of(1, 5, 4, 2, 123, 125))
  })

  it('of who may not write keeps no client id from whom it belongs to', async () => {
    const { room, clock } = await openRoom()
    const reader = joinPage(room, 'reader', { mayWrite: () => false })
    reader.send(Uint8Array.of(1, 6, 1, 50, 1, 2, 123, 125))
    clock.pass(100)
    const owner = createTestPage(50)
    pages.push(owner)
    owner.connect(room)
    owner.greet()
    await settle()
    owner.doc.getMap('shapes').set('s', 1)
    await settle()
    clock.pass(100)
    await settle()
    expect(owner.closedWith).toBeNull()
    expect(room.doc.getMap('shapes').has('s')).toBe(true)
  })

  it('that is too long is passed over', async () => {
    const { room, clock } = await openRoom()
    const [a, b] = [joinPage(room, 'a'), joinPage(room, 'b')]
    clock.pass(100)
    a.awareness.setLocalState({ name: 'x'.repeat(3000) })
    clock.pass(100)
    expect(namesSeenBy(b)).toEqual(['a', 'b'])
    expect(a.closedWith).toBeNull()
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
    slow.bufferedBytes = limits.tooSlowBytes + 1
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
