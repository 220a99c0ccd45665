/** Notes, words and zones at the gate: what pages do passes, also on their way back; what would lose words does not. */
import {
  boardRoots,
  editText,
  markHidden,
  markRemoved,
  moveNote,
  newBoard,
  readNote,
  readNotes,
  readZones,
  setNoteText,
  writeNote,
} from '@bordet/board'
import { afterEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { admitUpdate } from './gate.ts'
import type { JoinOptions, Room } from './room.ts'
import { createRooms } from './rooms.ts'
import { createHastyClock } from './testing/fakeClock.ts'
import { createFakeStorage, settle } from './testing/fakeStorage.ts'
import { craftUpdate, letters, values } from './testing/craftUpdate.ts'
import { createTestPage, type TestPage } from './testing/testPage.ts'

const pages: TestPage[] = []
afterEach(() => {
  for (const page of pages.splice(0)) page.doc.destroy()
})

const ids = ['3f0d1c2b-5a6e-4f70-8192-a3b4c5d6e7f8', '9b8a7c6d-1e2f-4a3b-8c4d-5e6f7a8b9c0d'] as const
const [id, otherId] = ids
const zone = { id: 'ideas', title: 'Idéer', kind: 'idea', color: 'sun', icon: 'bulb' } as const
const seed = (noteId: string = id) => ({
  id: noteId,
  zone: 'ideas',
  phase: 'r1',
  text: 'Fler bussar',
  color: 'sun' as const,
  by: 'table',
  at: 1,
  via: 'board' as const,
  pos: [40, 80] as const,
})

async function openRoom(): Promise<Room> {
  const storage = createFakeStorage()
  const first = { snapshot: Y.encodeStateAsUpdate(newBoard([zone])), snapshotSeq: 0, updates: [], claims: [] }
  storage.boards.set('b1', first)
  const room = await createRooms({ storage, clock: createHastyClock() }).open('b1')
  await room.change((doc) => writeNote(doc, seed()))
  return room
}

async function join(room: Room, client: number, options: Partial<JoinOptions> = {}): Promise<TestPage> {
  const page = createTestPage(client)
  pages.push(page)
  page.connect(room, { by: `key of ${client}`, ...options })
  page.greet()
  await settle()
  return page
}

const textOf = (doc: Y.Doc, noteId: string = id) => boardRoots(doc).notes.get(noteId)?.get('text')
function setZone(doc: Y.Doc, change: object) {
  boardRoots(doc).zones.set('ideas', { ...readZones(doc)[0], ...change })
}

const forbidden: Record<string, (doc: Y.Doc) => void> = {
  'deletes a note': (doc) => boardRoots(doc).notes.delete(id),
  'deletes a note’s words': (doc) => boardRoots(doc).notes.get(id)?.delete('text'),
  'writes a note over another': (doc) => writeNote(doc, seed()),
  'puts other words in their place': (doc) => boardRoots(doc).notes.get(id)?.set('text', new Y.Text('x')),
  'writes something that is no note over one': (doc) => doc.getMap('notes').set(id, 'x'),
  'takes away where a note lies': (doc) => boardRoots(doc).notes.get(id)?.delete('pos'),
  'puts a note nowhere': (doc) => boardRoots(doc).notes.get(id)?.set('pos', 'x'),
  'gives a note a field that notes do not have': (doc) => boardRoots(doc).notes.get(id)?.set('owner', 'me'),
  'puts something else than letters among the words': (doc) => {
    const text = textOf(doc)
    if (text instanceof Y.Text) text.insertEmbed(0, { image: 'x' })
  },
  'draws something that is no record': (doc) => boardRoots(doc).shapes.set('shape:a', new Y.Map()),
  'draws something far too large': (doc) =>
    boardRoots(doc).shapes.set('shape:a', { id: 'x'.repeat(300_000) }),
  'puts up a note and deletes it again': (doc) => {
    writeNote(doc, seed(otherId))
    boardRoots(doc).notes.delete(otherId)
  },
  'puts up a note under a name that is no id': (doc) => writeNote(doc, seed('toString')),
  'puts up something that is no note': (doc) => doc.getMap('notes').set(otherId, 'x'),
  'hides a note': (doc) => markHidden(doc, id, true),
  'deletes a zone': (doc) => boardRoots(doc).zones.delete('ideas'),
  'deletes a zone after growing it': (doc) => {
    setZone(doc, { h: 900 })
    boardRoots(doc).zones.delete('ideas')
  },
  'renames a zone': (doc) => setZone(doc, { title: 'Fy' }),
  'moves a zone': (doc) => setZone(doc, { x: 5000 }),
  'writes a zone that is no zone': (doc) => boardRoots(doc).zones.set('ideas', 'x'),
  'adds to a zone': (doc) => setZone(doc, { extra: 'x'.repeat(1000) }),
  'puts up a zone': (doc) => boardRoots(doc).zones.set('mine', { ...readZones(doc)[0], id: 'mine' }),
  'changes what the board says of itself': (doc) => boardRoots(doc).meta.set('layout', 9),
  'deletes what the board says of itself': (doc) => boardRoots(doc).meta.delete('layout'),
  'pours in letters': (doc) => setNoteText(doc, id, 'x'.repeat(20_001)),
}

describe('a member who', () => {
  for (const [what, edit] of Object.entries(forbidden)) {
    for (const way of ['at once', 'in one transaction', 'offline']) {
      it(`${what} ${way} is closed with 4400, and the board stays as it is`, async () => {
        const room = await openRoom()
        const before = Y.encodeStateAsUpdate(room.doc)
        const page = await join(room, 7)
        if (way === 'offline') page.drop()
        if (way === 'in one transaction') page.doc.transact(() => edit(page.doc))
        else edit(page.doc)
        if (way === 'offline') {
          page.connect(room, { by: 'key of 7' })
          page.greet()
        }
        await settle()
        expect(page.closedWith).toBe(4400)
        expect(readNote(room.doc, id)).toMatchObject({ text: 'Fler bussar', hidden: false })
        const withoutHeight = (doc: Y.Doc) => readZones(doc).map((one) => ({ ...one, h: 0 }))
        expect(withoutHeight(room.doc)).toEqual(withoutHeight(newBoard([zone])))
        if (way === 'in one transaction') expect(Y.encodeStateAsUpdate(room.doc)).toEqual(before)
      })
    }
  }

  it('shows again what was hidden is closed, also by deleting the mark', async () => {
    for (const edit of [
      (doc: Y.Doc) => markHidden(doc, id, false),
      (doc: Y.Doc) => boardRoots(doc).notes.get(id)?.delete('hidden'),
    ]) {
      const room = await openRoom()
      await room.change((doc) => markHidden(doc, id, true))
      const page = await join(room, 7)
      edit(page.doc)
      await settle()
      expect(page.closedWith).toBe(4400)
      expect(readNote(room.doc, id)?.hidden).toBe(true)
    }
  })

  it('leads may hide and show again', async () => {
    const room = await openRoom()
    const page = await join(room, 7, { mayHide: true })
    markHidden(page.doc, id, true)
    await settle()
    expect(readNote(room.doc, id)?.hidden).toBe(true)
    markHidden(page.doc, id, false)
    await settle()
    expect(readNote(room.doc, id)?.hidden).toBe(false)
    expect(page.closedWith).toBeNull()
  })

  it('makes nonsense of a note’s place loses nobody’s words', async () => {
    const room = await openRoom()
    const page = await join(room, 7)
    boardRoots(page.doc).notes.get(id)?.set('pos', 'nowhere')
    boardRoots(page.doc).notes.get(id)?.delete('z')
    await settle()
    expect(readNote(room.doc, id)?.text).toBe('Fler bussar')
  })
})

function lastValue(doc: Y.Doc, key: string): Y.ID {
  const item = boardRoots(doc).notes.get(id)?._map.get(key)
  if (!item) throw new Error(`The note has no ${key}`)
  return item.id
}

describe('a struct that is known in part', () => {
  it('is refused when it says that its beginning stands somewhere else', async () => {
    const room = await openRoom()
    const page = await join(room, 7)
    setZone(page.doc, { h: 900 })
    await settle()
    const words = lastValue(room.doc, 'text')
    const struct = { parent: [words.client, words.clock] as const, content: letters('ab') }
    page.sendUpdate(craftUpdate([{ client: 7, clock: 0, structs: [struct] }]))
    await settle()
    expect(page.closedWith).toBe(4400)
    expect(readZones(room.doc)).toMatchObject([{ h: 900 }])
    expect(readNote(room.doc, id)?.text).toBe('Fler bussar')
  })

  it('passes when somebody typed on', async () => {
    const room = await openRoom()
    const page = await join(room, 7)
    const text = textOf(page.doc)
    if (!(text instanceof Y.Text)) throw new Error('The note has no words')
    const before = Y.encodeStateVector(page.doc)
    text.insert(4, 'fina ')
    await settle()
    page.drop()
    text.insert(9, 'nya ')
    page.connect(room, { by: 'key of 7' })
    page.sendUpdate(Y.encodeStateAsUpdate(page.doc, before))
    await settle()
    expect(page.closedWith).toBeNull()
    expect(readNote(room.doc, id)?.text).toBe(text.toString())
  })
})

describe('something lasting that is deleted, and nothing new in its place', () => {
  const edits = {
    'a note’s place': (doc: Y.Doc) => boardRoots(doc).notes.get(id)?.delete('pos'),
    'a zone': (doc: Y.Doc) => boardRoots(doc).zones.delete('ideas'),
  }
  for (const [what, edit] of Object.entries(edits)) {
    it(`is refused at the gate, before a shadow is spent on it: ${what}`, async () => {
      const room = await openRoom()
      const page = new Y.Doc()
      Y.applyUpdate(page, Y.encodeStateAsUpdate(room.doc))
      const before = Y.encodeStateVector(page)
      edit(page)
      const update = Y.encodeStateAsUpdate(page, before)
      expect(admitUpdate(update, room.doc, { mayUse: () => true }, { by: 'somebody' })).toHaveProperty(
        'refused',
      )
      page.destroy()
    })
  }
})

describe('two values of which only the first is deleted', () => {
  const places = {
    'a zone': (doc: Y.Doc) => boardRoots(doc).zones._map.get('ideas')?.id,
    'a note’s place': (doc: Y.Doc) => lastValue(doc, 'pos'),
    'a drawing': () => undefined,
  }
  for (const [what, find] of Object.entries(places)) {
    it(`do not get in as ${what}`, async () => {
      const room = await openRoom()
      const before = room.doc.toJSON()
      const page = await join(room, 7)
      const last = find(room.doc)
      const struct = {
        ...(last ? { origin: [last.client, last.clock] as const } : { parent: 'shapes', key: 'k' }),
        content: values('x', Infinity),
      }
      page.sendUpdate(craftUpdate([{ client: 7, structs: [struct] }], [[7, [[0, 1]]]]))
      await settle()
      expect(page.closedWith).toBe(4400)
      expect(room.doc.toJSON()).toEqual(before)
    })
  }

  it('count as letters what is left of a text', async () => {
    const room = await openRoom()
    const page = await join(room, 7)
    const words = lastValue(room.doc, 'text')
    const struct = { parent: [words.client, words.clock] as const, content: letters('x'.repeat(25_000)) }
    page.sendUpdate(craftUpdate([{ client: 7, structs: [struct] }], [[7, [[10, 24_980]]]]))
    await settle()
    expect(page.closedWith).toBeNull()
    expect(readNote(room.doc, id)?.text).toBe(`${'x'.repeat(20)}Fler bussar`)
  })
})

describe('honest pages', () => {
  it('write, move, remove, undo and grow zones, connected and offline, and all come to the same board', async () => {
    const room = await openRoom()
    const [one, two] = [await join(room, 1), await join(room, 2)]
    const origin = {}
    const undo = new Y.UndoManager([boardRoots(one.doc).notes], { trackedOrigins: new Set([origin]) })
    one.drop()
    writeNote(one.doc, seed(otherId))
    for (let i = 0; i < 20; i++) {
      undo.stopCapturing()
      one.doc.transact(() => {
        moveNote(one.doc, i % 2 ? id : otherId, [50, 700 + i * 10], 'ideas')
        setNoteText(one.doc, otherId, 'Ord '.repeat(i))
        markRemoved(one.doc, otherId, i % 3 === 0)
      }, origin)
      moveNote(two.doc, id, [60, 600 + i * 15], 'ideas')
    }
    for (let i = 0; i < 15; i++) undo.undo()
    for (let i = 0; i < 3; i++) undo.redo()
    const text = textOf(two.doc)
    if (text instanceof Y.Text) editText(text, 'Fler tåg')
    await settle()
    expect(readZones(room.doc)[0]?.h).toBeGreaterThan(640)
    // Twice: the second time everything is known, the deletions too.
    for (let times = 0; times < 2; times++) {
      one.connect(room, { by: 'key of 1' })
      one.greet()
      await settle()
      expect(one.closedWith).toBeNull()
      if (times === 0) one.drop()
    }
    expect(two.closedWith).toBeNull()
    expect(room.doc.toJSON()).toEqual(one.doc.toJSON())
    const fresh = await join(room, 3)
    expect(readNotes(room.doc)).toEqual(readNotes(fresh.doc))
    expect(readZones(room.doc)).toEqual(readZones(fresh.doc))
    expect(readNote(room.doc, otherId)).not.toBeNull()
  })

  it('may grow a zone again offline after a first growth that was saved', async () => {
    const room = await openRoom()
    const page = await join(room, 1)
    setZone(page.doc, { h: 700 })
    await settle()
    page.drop()
    for (const h of [800, 900, 1000]) setZone(page.doc, { h })
    page.connect(room, { by: 'key of 1' })
    page.greet()
    await settle()
    expect(page.closedWith).toBeNull()
    expect(readZones(room.doc)[0]?.h).toBe(1000)
  })
})
