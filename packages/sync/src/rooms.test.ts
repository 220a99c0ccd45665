/** A room's promises: commit before acknowledging and relaying, one load for all, nothing half after a failure. */
import { placeNote, readNotes, type BoardNote, type NoteSeed } from '@bordet/board'
import { afterEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { buildDoc } from './buildDoc.ts'
import { encodeBoard } from './encodeBoard.ts'
import type { News } from './relay.ts'
import { BoardUnknown, RoomNotReady, type Room } from './room.ts'
import { createRooms } from './rooms.ts'
import { createFakeClock } from './testing/fakeClock.ts'
import { createFakeStorage, settle } from './testing/fakeStorage.ts'
import { createTestPage, type TestPage } from './testing/testPage.ts'

const pages: TestPage[] = []

afterEach(() => {
  for (const page of pages.splice(0)) page.doc.destroy()
})

function openHall(boardIds: readonly string[] = ['b1']) {
  const clock = createFakeClock()
  const storage = createFakeStorage(boardIds)
  const rooms = createRooms({ storage, clock, idleMs: 1000 })
  return { clock, storage, rooms }
}

function newPage(clientId?: number): TestPage {
  const page = createTestPage(clientId)
  pages.push(page)
  return page
}

function joinPage(room: Room, options: Parameters<TestPage['connect']>[1] = {}, clientId?: number): TestPage {
  const page = newPage(clientId)
  page.connect(room, options)
  page.greet()
  return page
}

const seed: NoteSeed = {
  id: 'n1',
  zone: 'z',
  phase: 'p',
  text: 'Fler sittplatser',
  color: 'sky',
  by: 'participant',
  via: 'phone',
  at: 1,
}

describe('commit before relay', () => {
  it('shows an update to nobody and acknowledges it to nobody before it is durable', async () => {
    const { rooms, storage, clock } = openHall()
    const room = await rooms.open('b1')
    const [writer, reader] = [joinPage(room), joinPage(room)]
    await settle()
    clock.pass(100)
    storage.hold()
    const before = writer.saved
    writer.doc.getMap('shapes').set('s', 1)
    await settle()
    clock.pass(100)
    expect(reader.doc.getMap('shapes').has('s')).toBe(false)
    expect(writer.saved).toBe(before)
    storage.release()
    await settle()
    clock.pass(1)
    expect(reader.doc.getMap('shapes').get('s')).toBe(1)
    expect(writer.saved).toBe(before + 1)
  })

  it('tells other nodes after the commit, and never before', async () => {
    const told: News[] = []
    const storage = createFakeStorage(['b1'])
    const relay = { hint: (news: News) => void told.push(news) }
    const rooms = createRooms({ storage, clock: createFakeClock(), relay, idleMs: 1000 })
    const room = await rooms.open('b1')
    storage.hold()
    const changed = room.change((doc) => void doc.getMap('shapes').set('s', 1))
    await settle()
    expect(told).toEqual([])
    storage.release()
    await changed
    expect(told).toEqual([{ boardId: 'b1' }])
  })

  it('gives a newcomer only what is durable', async () => {
    const { rooms, storage } = openHall()
    const room = await rooms.open('b1')
    const writer = joinPage(room)
    await settle()
    storage.hold()
    writer.doc.getMap('shapes').set('s', 1)
    const newcomer = joinPage(room)
    await settle()
    expect(newcomer.synced).toBe(false)
    storage.release()
    await settle()
    expect(newcomer.synced).toBe(true)
    expect(newcomer.doc.getMap('shapes').get('s')).toBe(1)
  })

  it('counts each document message of a client that asked for it, once it is durable', async () => {
    const { rooms, storage, clock } = openHall()
    const room = await rooms.open('b1')
    const [asked, silent] = [joinPage(room), joinPage(room, { wantsSaved: false })]
    await settle()
    clock.pass(100)
    expect(asked.saved).toBe(1) // its answer to our sync step 1
    asked.doc.getMap('shapes').set('a', 1)
    silent.doc.getMap('shapes').set('b', 1)
    asked.doc.getMap('shapes').delete('a')
    storage.hold()
    asked.doc.getMap('shapes').set('c', 1)
    await settle()
    clock.pass(100)
    expect(asked.saved).toBe(3)
    storage.release()
    await settle()
    clock.pass(100)
    expect(asked.saved).toBe(4)
    expect(silent.saved).toBe(0)
  })

  it('tells a quiet room without waiting, and lets the updates of a busy one wait for company', async () => {
    const { rooms, clock } = openHall()
    const room = await rooms.open('b1')
    const [writer, ...readers] = Array.from({ length: 300 }, () => joinPage(room))
    const reader = readers[0]
    if (!writer || !reader) throw new Error('nobody there')
    for (let i = 0; i < 3; i++) {
      await settle()
      clock.pass(1000)
    }
    const before = reader.received.length
    writer.doc.getMap('shapes').set('first', true)
    await settle()
    for (let i = 0; i < 100; i++) {
      writer.doc.getMap('shapes').set(`s${i}`, i)
      await settle()
      clock.pass(1)
    }
    expect(reader.received.length - before).toBeLessThan(14)
    clock.pass(70)
    await settle()
    expect(reader.doc.getMap('shapes').size).toBe(101)
  })

  it('gives all members the same bytes', async () => {
    const { rooms, clock } = openHall()
    const room = await rooms.open('b1')
    const [writer, a, b] = [joinPage(room), joinPage(room), joinPage(room)]
    await settle()
    clock.pass(100)
    writer.doc.getMap('shapes').set('s', 1)
    await settle()
    clock.pass(1)
    expect(a.received.at(-1)).toBe(b.received.at(-1))
  })
})

describe('loading', () => {
  it('loads once however many come, and answers nobody before that', async () => {
    const { rooms, storage } = openHall()
    const filled = new Y.Doc()
    filled.getMap('shapes').set('old', true)
    storage.boards.get('b1')?.updates.push({ seq: 1, bytes: Y.encodeStateAsUpdate(filled) })
    storage.hold()
    const opening = Array.from({ length: 50 }, () => rooms.open('b1'))
    await settle()
    storage.release()
    const opened = await Promise.all(opening)
    expect(new Set(opened).size).toBe(1)
    expect(storage.loads).toBe(1)
    const joined = opened.map((room) => joinPage(room))
    await settle()
    for (const page of joined) expect(page.doc.getMap('shapes').get('old')).toBe(true)
  })

  it('knows no board that storage does not know, and can be asked again', async () => {
    const { rooms } = openHall()
    await expect(rooms.open('other')).rejects.toThrow(BoardUnknown)
    await expect(rooms.open('other')).rejects.toThrow(BoardUnknown)
    expect(rooms.count()).toBe(0)
  })

  it('unloads a room that is empty for a while and loads it again with everything', async () => {
    const { rooms, clock, storage } = openHall()
    const room = await rooms.open('b1')
    const page = joinPage(room)
    page.doc.getMap('shapes').set('s', 1)
    await settle()
    page.drop()
    clock.pass(900)
    expect(rooms.count()).toBe(1)
    clock.pass(200)
    expect(rooms.count()).toBe(0)
    await expect(room.change(() => {})).rejects.toThrow(RoomNotReady)
    const again = await rooms.open('b1')
    expect(again.doc.getMap('shapes').get('s')).toBe(1)
    expect(storage.loads).toBe(2)
  })

  it('stays loaded while somebody is there, listens, or waits for the disk', async () => {
    const { rooms, clock, storage } = openHall(['b1', 'b2', 'b3'])
    joinPage(await rooms.open('b1'))
    const stop = (await rooms.open('b2')).onNotes(() => {})
    const third = await rooms.open('b3')
    storage.hold()
    const saving = third.change((doc) => placeNote(doc, seed))
    clock.pass(60_000)
    expect(rooms.count()).toBe(3)
    storage.release()
    await saving
    clock.pass(60_000)
    expect(rooms.count()).toBe(2)
    stop()
    clock.pass(60_000)
    expect(rooms.count()).toBe(1)
  })

  it('gives the document of a quiet board up and makes it again, with nobody noticing', async () => {
    const { rooms, clock } = openHall()
    const room = await rooms.open('b1')
    const [writer, reader] = [joinPage(room), joinPage(room)]
    writer.doc.getMap('shapes').set('before', 1)
    await settle()
    const awake = room.doc
    clock.pass(60_000)
    writer.doc.getMap('shapes').set('after', 2)
    await settle()
    clock.pass(100)
    expect(room.doc).not.toBe(awake)
    expect(reader.doc.getMap('shapes').toJSON()).toEqual({ before: 1, after: 2 })
    expect(room.doc.getMap('shapes').toJSON()).toEqual({ before: 1, after: 2 })
    expect(room.doc.clientID).toBe(awake.clientID)
    expect([writer.closedWith, reader.closedWith]).toEqual([null, null])
  })

  it('compacts while people write, and what they write meanwhile stays', async () => {
    const storage = createFakeStorage(['b1'])
    const clock = createFakeClock()
    const encoding = Promise.withResolvers<void>()
    const rooms = createRooms({
      storage,
      clock,
      compactAfter: { updates: 10, bytes: 1024 * 1024 },
      async encodeBoard(parts) {
        await encoding.promise
        return encodeBoard(parts)
      },
    })
    const room = await rooms.open('b1')
    const writer = joinPage(room)
    for (let i = 0; i < 30; i++) {
      writer.doc.getMap('shapes').set(`s${i}`, i)
      await settle()
      clock.pass(100)
      await settle()
    }
    encoding.resolve()
    await settle()
    expect(storage.boards.get('b1')?.snapshotSeq).toBe(11)
    writer.doc.getMap('shapes').set('after', true)
    await settle()
    const newcomer = joinPage(room)
    await settle()
    expect(newcomer.doc.getMap('shapes').toJSON()).toEqual(writer.doc.getMap('shapes').toJSON())
    const again = createRooms({ storage, clock })
    expect((await again.open('b1')).doc.getMap('shapes').size).toBe(31)
  })

  it('compacts a long log into a snapshot with the same content', async () => {
    const { rooms, clock, storage } = openHall()
    const room = await rooms.open('b1')
    for (let i = 0; i < 1100; i++) await room.change((doc) => doc.getMap('shapes').set(`s${i % 20}`, i))
    clock.pass(2000)
    await settle()
    const stored = storage.boards.get('b1')
    expect(stored?.snapshotSeq).toBeGreaterThan(1000)
    expect(stored?.updates.length).toBeLessThan(100)
    clock.pass(60_000)
    expect((await rooms.open('b1')).doc.getMap('shapes').toJSON()).toMatchObject({ s19: 1099, s0: 1080 })
  })
})

describe('changes by the server', () => {
  it('are durable and then relayed to everybody', async () => {
    const { rooms, storage, clock } = openHall()
    const room = await rooms.open('b1')
    const page = joinPage(room)
    await settle()
    clock.pass(100)
    storage.hold()
    const changing = room.change((doc) => placeNote(doc, seed))
    await settle()
    expect(readNotes(page.doc)).toHaveLength(0)
    storage.release()
    await changing
    clock.pass(1)
    expect(readNotes(page.doc).map(({ text }) => text)).toEqual(['Fler sittplatser'])
  })

  it('are made durable by whoever asked, in one write for several boards', async () => {
    const { rooms, storage } = openHall(['b1', 'b2'])
    const [one, two] = [await rooms.open('b1'), await rooms.open('b2')]
    const written: string[] = []
    await rooms.change(
      [
        { room: one, edit: (doc) => placeNote(doc, seed) },
        { room: two, edit: () => {} },
        { room: two, edit: (doc) => placeNote(doc, { ...seed, id: 'n2' }) },
      ],
      async (updates) => {
        written.push(...updates.map(({ boardId }) => boardId))
      },
    )
    expect(written).toEqual(['b1', 'b2'])
    expect(storage.boards.get('b1')?.updates).toEqual([])
  })

  it('run on no board when one of them is not ready', async () => {
    const { rooms, clock } = openHall(['b1', 'b2'])
    const gone = await rooms.open('b2')
    clock.pass(60_000)
    const room = await rooms.open('b1')
    const edits = [room, gone].map((room) => ({ room, edit: (doc: Y.Doc) => placeNote(doc, seed) }))
    await expect(rooms.change(edits, async () => {})).rejects.toThrow(RoomNotReady)
    expect(readNotes(room.doc)).toEqual([])
  })

  it('take back what was done on other boards when one edit throws, and close nobody', async () => {
    const { rooms, storage, clock } = openHall(['b1', 'b2'])
    const [one, two] = [await rooms.open('b1'), await rooms.open('b2')]
    const page = joinPage(one)
    await settle()
    const edits = [
      { room: one, edit: (doc: Y.Doc) => placeNote(doc, seed) },
      {
        room: two,
        edit(doc: Y.Doc) {
          placeNote(doc, seed)
          throw new Error('no such zone')
        },
      },
    ]
    await expect(rooms.change(edits, async () => {})).rejects.toThrow('no such zone')
    expect([readNotes(one.doc), readNotes(two.doc)]).toEqual([[], []])
    await one.change((doc) => placeNote(doc, { ...seed, id: 'n2' }))
    clock.pass(1)
    expect(readNotes(page.doc).map(({ id }) => id)).toEqual(['n2'])
    expect(page.closedWith).toBeNull()
    expect(storage.loads).toBe(2)
  })

  it('are told to listeners after they are durable, with the values as of that commit', async () => {
    const { rooms, storage } = openHall()
    const room = await rooms.open('b1')
    const heard: string[] = []
    room.onNotes((notes: BoardNote[]) => heard.push(...notes.map(({ text }) => text)))
    storage.hold()
    const first = room.change((doc) => placeNote(doc, seed))
    const second = room.change((doc) => placeNote(doc, { ...seed, id: 'n2', text: 'Buss på kvällen' }))
    await settle()
    expect(heard).toEqual([])
    storage.release()
    await Promise.all([first, second])
    expect(heard).toEqual(['Fler sittplatser', 'Buss på kvällen'])
  })

  it('hears of notes that editors change as well', async () => {
    const { rooms } = openHall()
    const room = await rooms.open('b1')
    await room.change((doc) => placeNote(doc, seed))
    const heard: BoardNote[] = []
    room.onNotes((notes) => heard.push(...notes))
    const page = joinPage(room)
    await settle()
    const note = page.doc.getMap('notes').get('n1')
    if (!(note instanceof Y.Map)) throw new Error('The note did not arrive')
    const text = note.get('text')
    if (text instanceof Y.Text) text.insert(0, 'Många ')
    await settle()
    expect(heard.map((one) => one.text)).toEqual(['Många Fler sittplatser'])
  })
})

describe('a write that fails', () => {
  it('rejects the change, forgets it, closes the members and goes on from what is stored', async () => {
    const { rooms, storage } = openHall()
    const room = await rooms.open('b1')
    await room.change((doc) => placeNote(doc, seed))
    const page = joinPage(room)
    await settle()
    storage.failNext()
    const outcomes = await Promise.allSettled([
      room.change((doc) => placeNote(doc, { ...seed, id: 'lost' })),
      room.change((doc) => placeNote(doc, { ...seed, id: 'after' })),
    ])
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(page.closedWith).toBe(1011)
    expect(readNotes(page.doc).map(({ id }) => id)).toEqual(['n1'])
    const again = await rooms.open('b1')
    expect(again).toBe(room)
    expect(readNotes(again.doc).map(({ id }) => id)).toEqual(['n1'])
    await again.change((doc) => placeNote(doc, { ...seed, id: 'n2' }))
    expect(readNotes((await rooms.open('b1')).doc)).toHaveLength(2)
  })

  it('leaves a member whose words it was with all of them, to be sent again', async () => {
    const { rooms, storage } = openHall()
    const room = await rooms.open('b1')
    const page = joinPage(room, { by: 'table 4' })
    await settle()
    storage.failNext()
    page.doc.getMap('shapes').set('s', 'kept')
    await settle()
    expect(page.closedWith).toBe(1011)
    await rooms.open('b1')
    page.connect(room, { by: 'table 4' })
    page.greet()
    await settle()
    expect(page.closedWith).toBeNull()
    expect(room.doc.getMap('shapes').get('s')).toBe('kept')
  })

  it('keeps the listeners', async () => {
    const { rooms, storage } = openHall()
    const room = await rooms.open('b1')
    const heard: string[] = []
    room.onNotes((notes) => heard.push(...notes.map(({ id }) => id)))
    storage.failNext()
    await expect(room.change((doc) => placeNote(doc, seed))).rejects.toThrow('disk')
    await rooms.open('b1')
    await room.change((doc) => placeNote(doc, { ...seed, id: 'n2' }))
    expect(heard).toEqual(['n2'])
  })
})

describe('what goes wrong around a board', () => {
  it('is logged when a listener throws, and holds nothing up', async () => {
    const { rooms } = openHall()
    const room = await rooms.open('b1')
    const heard: string[] = []
    room.onNotes(() => {
      throw new Error('somebody’s bug')
    })
    room.onNotes((notes) => heard.push(...notes.map(({ id }) => id)))
    await room.change((doc) => placeNote(doc, seed))
    await room.change((doc) => placeNote(doc, { ...seed, id: 'n2' }))
    expect(heard).toEqual(['n1', 'n2'])
  })

  it('is tried again until the board is there, and listeners hear of all that stands on it', async () => {
    const { rooms, storage, clock } = openHall()
    const room = await rooms.open('b1')
    const heard: string[] = []
    room.onNotes((notes) => heard.push(...notes.map(({ id }) => id)))
    await room.change((doc) => placeNote(doc, seed))
    heard.length = 0
    storage.failNext()
    storage.failLoads(2)
    await expect(room.change((doc) => placeNote(doc, { ...seed, id: 'n2' }))).rejects.toThrow('disk')
    for (let i = 0; i < 3; i++) {
      await settle()
      clock.pass(1000)
    }
    await settle()
    expect(heard).toEqual(['n1'])
    await room.change((doc) => placeNote(doc, { ...seed, id: 'n3' }))
    expect(heard).toEqual(['n1', 'n3'])
  })

  it('sends whoever asks on and on while the disk works one answer, not all of them', async () => {
    const { rooms, storage } = openHall()
    const room = await rooms.open('b1')
    const [writer, asker] = [joinPage(room), joinPage(room)]
    await settle()
    storage.hold()
    writer.doc.getMap('shapes').set('s', 1)
    await settle()
    const before = asker.received.length
    for (let i = 0; i < 100; i++) asker.greet()
    storage.release()
    await settle()
    expect(asker.received.length - before).toBeLessThan(8)
    expect(asker.doc.getMap('shapes').get('s')).toBe(1)
  })
})

describe('what is durable of a board', () => {
  it('can be taken with its sequence number, without what still waits for the disk, also after a compaction', async () => {
    const storage = createFakeStorage(['b1'])
    const rooms = createRooms({
      storage,
      clock: createFakeClock(),
      compactAfter: { updates: 5, bytes: 1024 * 1024 },
    })
    const room = await rooms.open('b1')
    const write = (i: number) => room.change((doc) => void doc.getMap('shapes').set(`s${i}`, i))
    for (let i = 1; i <= 7; i++) await write(i)
    await settle()
    expect(storage.boards.get('b1')?.snapshotSeq).toBe(6)
    storage.hold()
    const held = write(8)
    const { seq, parts } = room.durable()
    storage.release()
    await held
    expect(seq).toBe(7)
    expect(buildDoc(parts).getMap('shapes').size).toBe(7)
    expect(room.durable().seq).toBe(8)
  })
})

describe('a compaction while the disk works', () => {
  it('takes in only what is durable: what fails meanwhile is in no snapshot', async () => {
    const storage = createFakeStorage(['b1'])
    const rooms = createRooms({
      storage,
      clock: createFakeClock(),
      compactAfter: { updates: 5, bytes: 1024 * 1024 },
    })
    const room = await rooms.open('b1')
    const write = (i: number) => room.change((doc) => void doc.getMap('shapes').set(`s${i}`, i))
    const saved = [1, 2, 3, 4, 5, 6].map(write)
    storage.hold()
    const held = [7, 8].map(write)
    await Promise.all(saved)
    await settle()
    expect(storage.boards.get('b1')?.snapshotSeq).toBe(6)
    storage.failNext()
    storage.release()
    const outcomes = await Promise.allSettled(held)
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    const again = await rooms.open('b1')
    expect(Object.keys(again.doc.getMap('shapes').toJSON())).toEqual(['s1', 's2', 's3', 's4', 's5', 's6'])
  })
})

describe('closing', () => {
  it('saves what is on its way, then sends everybody off', async () => {
    const { rooms, storage } = openHall()
    const page = joinPage(await rooms.open('b1'))
    await settle()
    storage.hold()
    page.doc.getMap('shapes').set('s', 1)
    const closing = rooms.close()
    await settle()
    expect(page.closedWith).toBeNull()
    storage.release()
    await closing
    expect(page.closedWith).toBe(1001)
    expect(storage.boards.get('b1')?.updates).toHaveLength(1)
    await expect(rooms.open('b1')).rejects.toThrow(RoomNotReady)
  })
})
