/** Updates made by hand for what they would do to Yjs or to others. Each is refused, and its connection closed. */
import * as Y from 'yjs'
import { boardRoots } from '../../../packages/board/src/index.ts'
import { writeStep2, writeUpdate } from '../../../packages/sync/src/messages.ts'
import type { Attack, Field } from '../attack.ts'
import { bytesOf, contents, craftUpdate, item, updateBy } from '../craftedBytes.ts'
import { noteId, seedingClient } from '../seededBoard.ts'
import { closedWithin, sideBySide } from '../sendEach.ts'

type Craft = (field: Field, client: number) => Uint8Array

const nothing = Uint8Array.of(0, 0)

/** `craft`: an update; `client`: an id that nobody has used. */
const refused = (name: string, craft: Craft): Attack => ({
  name,
  closedWith: [4400],
  most: 1000,
  run(field) {
    // What was refused has left nothing behind and can be said again.
    const crafted = Array.from({ length: Math.min(20, field.frames) }, () => craft(field, freshClient(field)))
    return sideBySide(8, field.frames, async (i) => {
      const attacker = await field.connect()
      // Before it has answered the server's question a page may be ahead of what the server knows.
      attacker.send(writeStep2(nothing))
      attacker.send(writeUpdate(crafted[i % crafted.length] ?? nothing))
      await closedWithin(field, attacker)
    })
  },
})

function freshClient({ random }: Field): number {
  return 3_000_000_000 + random.below(1_000_000_000)
}

/** Several of a kind behind one name, one after the other. */
const oneOf =
  (...crafts: Craft[]): Craft =>
  (field, client) =>
    crafts[field.random.below(crafts.length)]?.(field, client) ?? nothing

/** What a page could do by the ordinary calls of Yjs, on the board as it is. */
const edit =
  (change: (doc: Y.Doc, field: Field) => void): Craft =>
  (field, client) =>
    updateBy(client, (doc) => change(doc, field), Y.encodeStateAsUpdate(field.board))

const shape =
  (content: Uint8Array, key = 'shape:x', root = 'shapes'): Craft =>
  (_field, client) =>
    craftUpdate([{ client, structs: [item({ parent: root, key, content })] }])

const record = (...value: Uint8Array[]): Craft => shape(contents.any(bytesOf(...value)))

function nestedArrays(depth: number): Uint8Array {
  return Buffer.concat([Buffer.alloc(2 * depth, Uint8Array.of(117, 1)), Uint8Array.of(126)])
}

/** Somebody who is on the board. */
function victimOf({ board, random }: Field): { client: number; clock: number } {
  const all = [...Y.decodeStateVector(Y.encodeStateVector(board))].filter(
    ([client]) => client < 3_000_000_000,
  )
  const [client = seedingClient, clock = 0] = all[random.below(all.length)] ?? []
  return { client, clock }
}

function someNote(doc: Y.Doc, { random }: Field): Y.Map<unknown> {
  const note = boardRoots(doc).notes.get(noteId(random.below(20)))
  if (!note) throw new Error('There is no note to attack')
  return note
}

function wordsOf(note: Y.Map<unknown>): Y.Text {
  const text = note.get('text')
  if (!(text instanceof Y.Text)) throw new Error('The note has no words')
  return text
}

export const brokenUpdates: readonly Attack[] = [
  refused(
    'counts that the bytes cannot hold',
    oneOf(
      (_field, client) => bytesOf(1, 30_000_000, client, 0),
      () => bytesOf(30_000_000, 1),
      () => bytesOf(0, 30_000_000),
      (_field, client) => bytesOf(0, 1, client, 30_000_000),
      (_field, client) => bytesOf(1, 1, client, 0, 8 | 32, 1, 'shapes', 'x', 2 ** 31, 125, 1, 0),
    ),
  ),
  refused('in somebody else’s name', (field) => {
    const { client, clock } = victimOf(field)
    const forged = item({ parent: 'shapes', key: 'forged', content: contents.one })
    // Well ahead of its owner, who goes on writing.
    return craftUpdate([{ client, clock: clock + 100_000, structs: [forged] }])
  }),
  refused('somebody else’s clock taken', (field) => {
    const { client, clock } = victimOf(field)
    return bytesOf(1, 1, client, clock + 100_000, 0, 1_000_000, 0)
  }),
  refused('everybody’s notes deleted in eight bytes', (field) => {
    const clock = Y.getState(field.board.store, seedingClient)
    return craftUpdate([], [[seedingClient, [0, clock]]])
  }),
  refused(
    'a note deleted',
    edit((doc, { random }) => boardRoots(doc).notes.delete(noteId(random.below(20)))),
  ),
  refused(
    'a note written over',
    edit((doc, { random }) =>
      boardRoots(doc).notes.set(noteId(random.below(20)), new Y.Map([['text', new Y.Text('mine')]])),
    ),
  ),
  refused(
    'a note’s words deleted',
    edit((doc, field) => someNote(doc, field).delete('text')),
  ),
  refused(
    'a note’s words written over',
    edit((doc, field) => someNote(doc, field).set('text', new Y.Text('mine'))),
  ),
  refused(
    'a note’s field deleted',
    edit((doc, field) => someNote(doc, field).delete('pos')),
  ),
  refused(
    'a note’s fields made nonsense',
    oneOf(
      edit((doc, field) => someNote(doc, field).set('pos', [Number.NaN, 1e300])),
      edit((doc, field) => someNote(doc, field).set('pos', new Y.Array())),
      edit((doc, field) => someNote(doc, field).set('by', 'x'.repeat(10_000))),
      edit((doc, field) => someNote(doc, field).set('unheard', 1)),
      edit((doc, field) => someNote(doc, field).set('text', 'no Y.Text')),
    ),
  ),
  refused(
    'notes hidden by who may not',
    edit((doc, field) => someNote(doc, field).set('hidden', true)),
  ),
  refused(
    'notes that are none',
    oneOf(
      edit((doc) => boardRoots(doc).notes.set('no id', new Y.Map())),
      shape(contents.one, noteId(900_001), 'notes'),
      shape(contents.type(2), noteId(900_002), 'notes'),
      shape(contents.deleted(3), noteId(900_003), 'notes'),
    ),
  ),
  refused(
    'zones and the board’s own facts changed',
    oneOf(
      edit((doc) => boardRoots(doc).zones.delete('works')),
      edit((doc) => boardRoots(doc).zones.set('works', { id: 'works', title: 'mine' })),
      edit((doc) => boardRoots(doc).zones.set('mine', { id: 'mine', h: 10 })),
      edit((doc) => boardRoots(doc).meta.set('layout', 99)),
    ),
  ),
  refused(
    'formatting and embeds in a note’s words',
    oneOf(
      edit((doc, field) => wordsOf(someNote(doc, field)).format(0, 5, { bold: true })),
      edit((doc, field) => wordsOf(someNote(doc, field)).format(0, 5, { ['__proto__']: { polluted: 1 } })),
      edit((doc, field) => wordsOf(someNote(doc, field)).insertEmbed(0, { image: 'x' })),
      edit((doc, field) => wordsOf(someNote(doc, field)).insert(0, 'x'.repeat(100_000))),
    ),
  ),
  refused(
    'what comes before it is missing',
    oneOf(
      (_field, client) =>
        craftUpdate([
          { client, clock: 5, structs: [item({ parent: 'shapes', key: 'x', content: contents.one })] },
        ]),
      (_field, client) =>
        craftUpdate([{ client, structs: [item({ origin: [client + 1, 7], content: contents.one })] }]),
      (_field, client) =>
        craftUpdate([
          { client, structs: [item({ parent: [client + 1, 7], key: 'x', content: contents.one })] },
        ]),
      (_field, client) => craftUpdate([], [[client, [0, 10]]]),
      (_field, client) =>
        craftUpdate([{ client, structs: [item({ origin: [client, 0], content: contents.one })] }]),
    ),
  ),
  refused('version 2 of the update format', (field, client) =>
    Y.convertUpdateFormatV1ToV2(shape(contents.one)(field, client)),
  ),
  refused(
    'roots that nobody knows',
    oneOf(
      shape(contents.one, 'x', 'secrets'),
      shape(contents.one, 'x', '__proto__'),
      shape(contents.one, 'x', ''),
      shape(contents.one, 'x', 'n'.repeat(100_000)),
      (_field, client) =>
        craftUpdate([{ client, structs: [item({ parent: 'shapes', content: contents.one })] }]),
    ),
  ),
  refused(
    'keys that are traps',
    oneOf(
      shape(contents.one, '__proto__'),
      shape(contents.one, 'constructor'),
      shape(contents.one, 'prototype'),
      shape(contents.one, 'k'.repeat(500_000)),
    ),
  ),
  refused('documents inside the document', (_field, client) =>
    updateBy(client, (doc) => doc.getMap('shapes').set('x', new Y.Doc())),
  ),
  refused(
    'types where records belong',
    oneOf(
      shape(contents.type(0)),
      shape(contents.type(1)),
      shape(contents.type(3, 'script')),
      shape(contents.type(4)),
      shape(contents.type(5, 'hook')),
      shape(contents.type(6)),
      shape(contents.type(99)),
      shape(contents.string('words')),
      shape(contents.format('bold', 'true')),
      shape(bytesOf(2, 1, '{"a":1}')),
      shape(bytesOf(3, 5, Uint8Array.of(1, 2, 3, 4, 5))),
      shape(bytesOf(5, '{"a":1}')),
    ),
  ),
  refused('types nested a thousand deep', (_field, client) =>
    craftUpdate([
      {
        client,
        structs: Array.from({ length: 1000 }, (_, i) =>
          item({ parent: i === 0 ? 'shapes' : [client, i - 1], key: 'x', content: contents.type(1) }),
        ),
      },
    ]),
  ),
  refused(
    'records nested without end',
    oneOf(
      record(nestedArrays(50)),
      record(nestedArrays(5_000)),
      record(nestedArrays(300_000)),
      shape(bytesOf(2, 1, '['.repeat(100_000) + ']'.repeat(100_000))),
      shape(bytesOf(2, 1, '['.repeat(100_000))),
    ),
  ),
  refused(
    'records that are no JSON',
    oneOf(
      record(Uint8Array.of(127)),
      record(Uint8Array.of(122, 1, 2, 3, 4, 5, 6, 7, 8)),
      record(Uint8Array.of(116, 2, 1, 2)),
      record(Uint8Array.of(123, 0x7f, 0xf0, 0, 0, 0, 0, 0, 0)),
      shape(contents.any(bytesOf(125, 1), bytesOf(125, 2))),
      shape(bytesOf(8, 0)),
      record(bytesOf(119, 'x'.repeat(300_000))),
    ),
  ),
  refused(
    'leaps in a client’s own clock',
    oneOf(
      (_field, client) => bytesOf(1, 1, client, 0, 10, 5, 0),
      (_field, client) => bytesOf(1, 1, client, 0, 0, 2 ** 45, 0),
      (_field, client) => bytesOf(1, 1, client, 2 ** 45, 0, 1, 0),
      (_field, client) => bytesOf(1, 1, client, 0, 0, 0, 0),
      () => bytesOf(1, 1, 2 ** 40, 0, 0, 1, 0),
    ),
  ),
  refused('one client in two sections', (_field, client) => {
    const struct = item({ parent: 'shapes', key: 'x', content: contents.one })
    return craftUpdate([
      { client, structs: [struct] },
      { client, clock: 1, structs: [struct] },
    ])
  }),
  refused('a hundred clients in one update', (_field, client) =>
    craftUpdate(
      Array.from({ length: 100 }, (_, i) => ({ client: client + i, structs: [Uint8Array.of(0, 1)] })),
    ),
  ),
  refused('delete ranges out of order', () =>
    craftUpdate([], [[seedingClient, ...Array.from({ length: 50_000 }, () => [0, 5] as const)]]),
  ),
]
