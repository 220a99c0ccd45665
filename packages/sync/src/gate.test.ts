/** The gate: honest pages pass, also on their way back; each known attack is refused and leaves the document alone. */
import * as encoding from 'lib0/encoding'
import { afterEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Room } from './room.ts'
import { createRooms } from './rooms.ts'
import { createHastyClock } from './testing/fakeClock.ts'
import { createFakeStorage, settle } from './testing/fakeStorage.ts'
import { createTestPage, type TestPage } from './testing/testPage.ts'

const pages: TestPage[] = []

afterEach(() => {
  for (const page of pages.splice(0)) page.doc.destroy()
})

async function openRoom(): Promise<Room> {
  const storage = createFakeStorage()
  return createRooms({ storage, clock: createHastyClock() }).open('b1')
}

async function joinPage(
  room: Room,
  clientId: number,
  by = `key of ${clientId}`,
  mayWrite = true,
): Promise<TestPage> {
  const page = createTestPage(clientId)
  pages.push(page)
  page.connect(room, { by, mayWrite: () => mayWrite })
  page.greet()
  await settle()
  return page
}

function bytesOf(...numbers: number[]): Uint8Array {
  const encoder = encoding.createEncoder()
  for (const number of numbers) encoding.writeVarUint(encoder, number)
  return encoding.toUint8Array(encoder)
}

function updateBy(client: number, edit: (doc: Y.Doc) => void, base?: Uint8Array): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = client
  if (base) Y.applyUpdate(doc, base)
  const before = Y.encodeStateVector(doc)
  edit(doc)
  const update = Y.encodeStateAsUpdate(doc, before)
  doc.destroy()
  return update
}

/** Ten million structs' worth of clock in a few bytes: the real edits of that client would count as known. */
function clockTheft(client: number, clock: number): Uint8Array {
  return bytesOf(1, 1, client, clock, 0, 1_000_000, 0)
}

function secondOfTwo(client: number): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = client
  doc.getMap('shapes').set('x', 1)
  const before = Y.encodeStateVector(doc)
  doc.getMap('shapes').set('y', 1)
  return Y.encodeStateAsUpdate(doc, before)
}

function idOf(n: number): string {
  return `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
}

const attacker = 7
const victim = 42

const attacks: Record<string, () => Uint8Array> = {
  'a count of 30 million structs': () => bytesOf(1, 3e7, attacker, 0),
  'a count of 2^50 clients': () => bytesOf(2 ** 50),
  'a count in the second section': () => bytesOf(2, 1, attacker, 0, 0, 1, 3e7, attacker + 1, 0),
  'a deletion count beyond the bytes': () => bytesOf(0, 1, victim, 3e7, 0),
  'the next clock of somebody else': () => clockTheft(victim, 300),
  'a gap in its own clock': () => secondOfTwo(attacker),
  'a root that boards do not have': () => updateBy(attacker, (doc) => doc.getArray('stash').push(['x'])),
  'a list in a root that is a map': () => updateBy(attacker, (doc) => doc.getArray('notes').push(['x'])),
  'a key named __proto__': () => updateBy(attacker, (doc) => doc.getMap('shapes').set('__proto__', { a: 1 })),
  'a document in the document': () => updateBy(attacker, (doc) => doc.getMap('shapes').set('d', new Y.Doc())),
  'a deletion of what is not there': () => bytesOf(0, 1, victim, 1, 300, 5),
  'deletions that overlap': () => bytesOf(0, 1, victim, 2, 0, 3, 1, 3),
  'a deletion of nothing': () => bytesOf(0, 1, victim, 1, 0, 0),
  'no bytes': () => new Uint8Array(0),
  'bytes after the end': () => bytesOf(0, 0, 1),
  'the same client twice': () => bytesOf(2, 1, attacker, 0, 0, 1, 1, attacker, 1, 0, 1, 0),
  'a hundred client ids at once': () =>
    bytesOf(100, ...Array.from({ length: 100 }, (_, i) => [1, 5000 + i, 0, 0, 1]).flat(), 0),
  'a skip': () => bytesOf(1, 1, attacker, 0, 10, 5, 0),
  'version 2 of the format': () => {
    const doc = new Y.Doc()
    doc.clientID = attacker
    doc.getMap('shapes').set('x', 'in version 2')
    return Y.encodeStateAsUpdateV2(doc)
  },
  'an origin that does not exist': () =>
    updateBy(
      attacker,
      (doc) => doc.getMap('shapes').set('x', 1),
      updateBy(99, (doc) => doc.getMap('shapes').set('x', 0)),
    ),
}

describe('an attack', () => {
  for (const [name, attack] of Object.entries(attacks)) {
    it(`by ${name} closes that connection and nothing else`, async () => {
      const room = await openRoom()
      const honest = await joinPage(room, victim)
      for (let i = 0; i < 300; i++) honest.doc.getMap('shapes').set(`s${i}`, `hei ${i}`)
      await settle()
      const before = Y.encodeStateAsUpdate(room.doc)
      const page = await joinPage(room, attacker)
      const startedAt = performance.now()
      page.sendUpdate(attack())
      await settle()
      expect(performance.now() - startedAt).toBeLessThan(500)
      expect(page.closedWith).toBe(4400)
      expect(honest.closedWith).toBeNull()
      expect(Y.encodeStateAsUpdate(room.doc)).toEqual(before)
    })
  }

  it('by random bytes never gets further than its own connection', async () => {
    const room = await openRoom()
    const honest = await joinPage(room, victim)
    honest.doc.getMap('shapes').set('s', 'stays')
    let state = 12_345
    const random = () => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31) % 256
    for (let i = 0; i < 300; i++) {
      const page = await joinPage(room, 1000 + i)
      page.send(Uint8Array.from({ length: 1 + (i % 60) }, (_, at) => (at < 2 && i % 2 ? at * 2 : random())))
    }
    await settle()
    expect(honest.closedWith).toBeNull()
    expect(room.doc.getMap('shapes').get('s')).toBe('stays')
    expect(room.doc.store.pendingStructs).toBeNull()
  })

  it('by mangled honest updates never breaks the room', async () => {
    const room = await openRoom()
    const honest = await joinPage(room, victim)
    for (let i = 0; i < 20; i++) honest.doc.getMap('shapes').set(`s${i % 5}`, { i, text: 'ord' })
    await settle()
    let state = 99
    const random = (below: number) => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31) % below
    const base = Y.encodeStateAsUpdate(room.doc)
    for (let i = 0; i < 500; i++) {
      const client = 2000 + i
      const page = await joinPage(room, client)
      const update = updateBy(
        client,
        (doc) => {
          doc.getMap('shapes').set('s1', 'x')
          const text = new Y.Text('abc')
          doc.getMap('notes').set(idOf(i), new Y.Map([['text', text]]))
          text.insert(1, 'zz')
          text.delete(0, 2)
        },
        base,
      )
      for (let flips = 1 + random(3); flips > 0; flips--) update[random(update.length)] = random(256)
      page.sendUpdate(update)
      page.drop()
    }
    await settle()
    expect(honest.closedWith).toBeNull()
    expect(room.doc.store.pendingStructs).toBeNull()
    expect(room.doc.store.pendingDs).toBeNull()
  })
})

describe('honest pages', () => {
  it('pass with thousands of small edits', async () => {
    const room = await openRoom()
    const page = await joinPage(room, 1)
    for (let i = 0; i < 2000; i++) page.doc.getMap('shapes').set(`s${i % 50}`, { x: i })
    await settle()
    expect(page.closedWith).toBeNull()
    expect(room.doc.getMap('shapes').toJSON()).toEqual(page.doc.getMap('shapes').toJSON())
  })

  it('come back with offline edits, also under the client id of an earlier visit, and with all deletions ever', async () => {
    const room = await openRoom()
    const [one, two] = [await joinPage(room, 1), await joinPage(room, 2)]
    for (const page of [one, two]) {
      for (let i = 0; i < 50; i++) page.doc.getMap('shapes').set(`s${i % 5}`, `${page.doc.clientID} ${i}`)
    }
    one.doc.getMap('shapes').set('mine', 1)
    await settle()
    one.awareness.setLocalState(null) // y-protocols cannot follow a document that changes its client id
    one.drop()
    one.doc.getMap('shapes').set('offline', 1)
    one.doc.getMap('shapes').delete('mine')
    one.doc.clientID = 111
    one.doc.getMap('shapes').set('offline', 2)
    two.doc.getMap('shapes').set('meanwhile', true)
    await settle()
    one.connect(room, { by: 'key of 1' })
    one.greet()
    await settle()
    expect(one.closedWith).toBeNull()
    expect(room.doc.getMap('shapes').toJSON()).toMatchObject({ offline: 2, meanwhile: true })
    expect(room.doc.getMap('shapes').has('mine')).toBe(false)
  })

  it('may type before they have answered our first message', async () => {
    const room = await openRoom()
    const page = createTestPage(1)
    pages.push(page)
    page.doc.getMap('shapes').set('offline', 1)
    const early = secondOfTwo(1)
    const messages: Uint8Array[] = []
    const socket = {
      send: (some: readonly Uint8Array[]) => messages.push(...some),
      bufferedBytes: () => 0,
      close() {},
    }
    const member = room.join(socket, { mayRead: true, mayWrite: () => true, by: 'k', wantsSaved: false })
    const update = (kind: number, bytes: Uint8Array) => {
      const encoder = encoding.createEncoder()
      encoding.writeUint8(encoder, 0)
      encoding.writeUint8(encoder, kind)
      encoding.writeVarUint8Array(encoder, bytes)
      return encoding.toUint8Array(encoder)
    }
    member.receive(update(2, early))
    expect(room.doc.getMap('shapes').size).toBe(0)
    page.doc.getMap('shapes').set('y', 1)
    member.receive(update(1, Y.encodeStateAsUpdate(page.doc)))
    await settle()
    expect(room.doc.getMap('shapes').toJSON()).toEqual({ offline: 1, y: 1 })
  })

  it('may edit and delete what others wrote', async () => {
    const room = await openRoom()
    const [one, two] = [await joinPage(room, 1), await joinPage(room, 2)]
    one.doc.getMap('shapes').set('s', 1)
    await settle()
    expect(two.closedWith).toBeNull()
    const seen = await joinPage(room, 3)
    seen.doc.getMap('shapes').set('s', 2)
    seen.doc.getMap('shapes').delete('s')
    await settle()
    expect(seen.closedWith).toBeNull()
    expect(room.doc.getMap('shapes').has('s')).toBe(false)
  })
})

describe('client ids', () => {
  it('belong to whoever showed them first, before a word was written', async () => {
    const room = await openRoom()
    const owner = createTestPage(5)
    pages.push(owner)
    owner.awareness.setLocalState({ name: 'Bord 5' })
    owner.connect(room)
    owner.greet()
    const thief = await joinPage(room, 6)
    thief.sendUpdate(updateBy(5, (doc) => doc.getMap('shapes').set('s', 'forged')))
    expect(thief.closedWith).toBe(4400)
    owner.doc.getMap('shapes').set('s', 'real')
    await settle()
    expect(owner.closedWith).toBeNull()
    expect(room.doc.getMap('shapes').get('s')).toBe('real')
  })

  it('stay theirs when the room was unloaded in between', async () => {
    const storage = createFakeStorage()
    const clock = createHastyClock()
    const rooms = createRooms({ storage, clock, idleMs: 1000 })
    const owner = await joinPage(await rooms.open('b1'), 5)
    owner.doc.getMap('shapes').set('s', 1)
    await settle()
    owner.drop()
    clock.pass(5000)
    expect(rooms.count()).toBe(0)
    const room = await rooms.open('b1')
    const thief = await joinPage(room, 6)
    thief.sendUpdate(clockTheft(5, 1))
    expect(thief.closedWith).toBe(4400)
    owner.doc.getMap('shapes').set('s', 2)
    owner.connect(room, { by: 'key of 5' })
    owner.greet()
    await settle()
    expect(room.doc.getMap('shapes').get('s')).toBe(2)
  })

  it('of the server are nobody’s to write with', async () => {
    const room = await openRoom()
    const page = await joinPage(room, 1)
    page.sendUpdate(updateBy(room.doc.clientID, (doc) => doc.getMap('shapes').set('s', 1)))
    expect(page.closedWith).toBe(4400)
  })
})

describe('readers', () => {
  it('are closed with 4403 when they write, and not for saying what is known', async () => {
    const room = await openRoom()
    const writer = await joinPage(room, 1)
    writer.doc.getMap('shapes').set('s', 1)
    writer.doc.getMap('shapes').delete('s')
    await settle()
    const reader = await joinPage(room, 2, 'reader', false)
    reader.sendUpdate(Y.encodeStateAsUpdate(reader.doc))
    await settle()
    expect(reader.closedWith).toBeNull()
    reader.doc.getMap('shapes').set('s', 2)
    expect(reader.closedWith).toBe(4403)
    expect(room.doc.getMap('shapes').has('s')).toBe(false)
  })
})

describe('a connection', () => {
  it('that talks too much is closed with 4429', async () => {
    const room = await openRoom()
    const page = await joinPage(room, 1)
    for (let i = 0; i < 11_000; i++) page.send(Uint8Array.of(3))
    expect(page.closedWith).toBe(4429)
  })

  it('that says something unknown is closed with 4400', async () => {
    const room = await openRoom()
    for (const bytes of [[], [9], [0], [0, 7, 0], [0, 2, 5, 1], [1], [2, 0]]) {
      const page = await joinPage(room, 1)
      page.send(Uint8Array.from(bytes))
      expect(page.closedWith).toBe(4400)
    }
  })
})
