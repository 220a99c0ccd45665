/**
 * Updates that would cost Yjs their square are refused before it sees them, and what many pages wrote offline passes
 * in whatever order it comes. After each update that passes the bytes say the same as the document.
 */
import { boardRoots, moveNote, newBoard, setNoteText, writeNote } from '@bordet/board'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { buildDoc } from './buildDoc.ts'
import { admitUpdate, type Verdict } from './gate.ts'
import { limits } from './limits.ts'
import {
  craftUpdate,
  deleted,
  format,
  letters,
  rubbish,
  values,
  type CraftedStruct,
  type Id,
} from './testing/craftUpdate.ts'

const zone = { id: 'z', title: 'Idéer', kind: 'idea', color: 'sun', icon: 'bulb' } as const
const noteId = '3f0d1c2b-5a6e-4f70-8192-a3b4c5d6e7f8'
const attacker = 77

function createBoard() {
  const source = newBoard([zone])
  source.clientID = 9
  writeNote(source, {
    id: noteId,
    zone: 'z',
    phase: 'r1',
    text: 'Fler bussar',
    color: 'sun',
    by: 'table',
    at: 1,
    via: 'board',
    pos: [40, 80],
  })
  const log = [Y.encodeStateAsUpdate(source)]
  const doc = buildDoc(log)
  doc.on('update', (update: Uint8Array) => void log.push(update))
  return {
    doc,
    rebuild: () => buildDoc(log),
    offer(update: Uint8Array): Verdict {
      const verdict = admitUpdate(update, doc, { mayUse: () => true }, { by: 'k', mayHide: true })
      if (!('refused' in verdict)) Y.applyUpdate(doc, update)
      return verdict
    },
  }
}

type Board = ReturnType<typeof createBoard>

function textItem(doc: Y.Doc): Y.Item {
  const item = boardRoots(doc).notes.get(noteId)?._map.get('text')
  if (!item) throw new Error('The note has no words')
  return item
}

const idOf = ({ client, clock }: Y.ID): Id => [client, clock]
const textId = (doc: Y.Doc): Id => idOf(textItem(doc).id)
const times = <T>(count: number, one: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => one(i))
const isTaken = (verdict: Verdict) => 'passed' in verdict
const by = (client: number, structs: CraftedStruct[], clock = 0) => ({ client, clock, structs })

const costly: Record<string, (board: Board) => Uint8Array> = {
  'twelve thousand values beside each other under one key': () =>
    craftUpdate([
      by(
        attacker,
        times(12_000, () => ({ parent: 'shapes', key: 'k', content: values({}) })),
      ),
    ]),
  'ten thousand letters beside each other': ({ doc }) =>
    craftUpdate([
      by(
        attacker,
        times(10_000, () => ({ parent: textId(doc), content: letters('a') })),
      ),
    ]),
  'letters in front of each of ten thousand that are said to be unknown': (board) => {
    board.offer(craftUpdate([by(78, chainInPieces(textId(board.doc), 10_000))]))
    return craftUpdate([
      by(
        attacker,
        times(10_000, (i) => ({ rightOrigin: [78, 2 * (9_999 - i)] as const, content: letters('a') })),
      ),
    ])
  },
  'a long text cut twenty-five thousand times': (board) => {
    board.offer(craftUpdate([by(78, [{ parent: textId(board.doc), content: deleted(100_000) }])]))
    return craftUpdate([
      by(
        attacker,
        times(25_000, (i) => ({
          origin: [78, 90_000 - 2 * i] as const,
          rightOrigin: [78, 90_001 - 2 * i] as const,
          content: deleted(1),
        })),
      ),
    ])
  },
  'ten thousand values that close up with those before them': (board) => {
    for (let round = 0; round < 3; round++) board.offer(keysSetTwice(round))
    return craftUpdate([
      by(
        attacker,
        times(10_000, (i) => ({ origin: [78, 3 * i + 2] as const, content: values({}) })),
      ),
    ])
  },
  'ten thousand pairs of rubbish': () =>
    craftUpdate([
      by(
        attacker,
        times(10_000, (i) => [
          { content: rubbish(1) },
          { content: rubbish(1) },
          { parent: 'shapes', key: `k${i}`, content: values({}) },
        ]).flat(),
      ),
    ]),
  'formatting in a text, deleted again': ({ doc }) =>
    craftUpdate([by(attacker, [{ parent: textId(doc), content: format('b') }])], [[attacker, [[0, 1]]]]),
  'more structs than hours of work': () =>
    craftUpdate([
      by(
        attacker,
        times(limits.newStructs + 1, () => ({ content: rubbish(1) })),
      ),
    ]),
  'known structs that cut a text': (board) => {
    board.offer(craftUpdate([by(78, [{ parent: textId(board.doc), content: deleted(100_000) }])]))
    const known = times(30_000, (i) => ({
      origin: [78, 90_000 - 2 * i] as const,
      content: deleted(1),
    }))
    board.offer(craftUpdate([by(attacker, [{ content: rubbish(30_000) }])]))
    return craftUpdate([by(attacker, [...known, { content: rubbish(1) }])])
  },
}

/** Nothing merges: between two letters there is always something else of the same client. */
function chainInPieces(parent: Id, count: number): CraftedStruct[] {
  return times(count, (i): CraftedStruct[] => [
    { ...(i === 0 ? { parent } : { origin: [78, 2 * i - 2] as const }), content: letters('a') },
    { content: rubbish(1) },
  ]).flat()
}

function keysSetTwice(round: number): Uint8Array {
  const clock = round * 30_000
  const structs = times(10_000, (i): CraftedStruct[] => [
    { parent: 'shapes', key: `${round} ${i}`, content: deleted(2) },
    { origin: [78, clock + 3 * i + 1], content: values({}) },
  ])
  return craftUpdate([by(78, structs.flat(), clock)])
}

describe('an update that would cost far more than it is long', () => {
  for (const [what, craft] of Object.entries(costly)) {
    it(`is refused: ${what}`, () => {
      const board = createBoard()
      const update = craft(board)
      const before = Y.encodeStateAsUpdate(board.doc)
      expect(board.offer(update)).toHaveProperty('refused')
      expect(Buffer.from(before).equals(Y.encodeStateAsUpdate(board.doc))).toBe(true)
    })
  }

  it('is refused however many small ones it comes in, once there is much at one place', () => {
    const board = createBoard()
    for (let round = 0; round < 4; round++) {
      const structs = chainInPieces(textId(board.doc), 15_000).map((struct, i) => {
        const clock = round * 30_000 + i
        return i % 2 || (round === 0 && i === 0)
          ? struct
          : { origin: [78, clock - 2] as const, content: letters('a') }
      })
      expect(board.offer(craftUpdate([by(78, structs, round * 30_000)]))).toHaveProperty('passed')
    }
    const refusals = times(20, (i) =>
      board.offer(
        craftUpdate([by(100 + i, [{ rightOrigin: [78, 118_000 - 2 * i], content: letters('a') }])]),
      ),
    )
    expect(refusals.some(isTaken)).toBe(false)
  })

  it('has no equal in a large honest one', () => {
    const board = createBoard()
    const page = buildDoc([Y.encodeStateAsUpdate(board.doc)])
    page.transact(() => {
      for (let i = 0; i < 6_000; i++) {
        boardRoots(page).shapes.set(`shape:${i % 900}`, { id: 'x', i })
        moveNote(page, noteId, [i, i], 'z')
        setNoteText(page, noteId, `${i} Fler bussar och ${i} tåg`)
      }
    })
    const verdict = board.offer(Y.encodeStateAsUpdate(page))
    expect(verdict).toHaveProperty('passed', 'news')
    expect('effort' in verdict && verdict.effort).toBeLessThan(limits.effort / 4)
  })
})

interface Page {
  doc: Y.Doc
  unsent: Uint8Array[]
  /** What it thinks the board has. */
  told: Uint8Array
}

const actions = [
  'type',
  'type',
  'prepend',
  'erase',
  'draw',
  'move',
  'undo',
  'send',
  'answer',
  'fetch',
] as const
const step = fc.record({
  page: fc.nat(3),
  action: fc.constantFrom(...actions),
  at: fc.nat(40),
})

function createPages(board: Board): { page: Page; undo: Y.UndoManager }[] {
  return times(4, (i) => {
    const doc = buildDoc([Y.encodeStateAsUpdate(board.doc)])
    doc.clientID = 1000 - i
    const page: Page = { doc, unsent: [], told: Y.encodeStateVector(board.doc) }
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'board') page.unsent.push(update)
    })
    const { shapes } = boardRoots(doc)
    return { page, undo: new Y.UndoManager([shapes, textOf(doc)], { captureTimeout: 0 }) }
  })
}

function textOf(doc: Y.Doc): Y.Text {
  const text = boardRoots(doc).notes.get(noteId)?.get('text')
  if (!(text instanceof Y.Text)) throw new Error('The note has no words')
  return text
}

function edit({ doc }: Page, undo: Y.UndoManager, action: (typeof actions)[number], at: number): void {
  const text = textOf(doc)
  switch (action) {
    case 'type':
      for (const [i, letter] of [...'abc'].entries()) text.insert(Math.min(at, text.length - i) + i, letter)
      break
    case 'prepend':
      doc.transact(() => [...'xyz'].forEach((letter) => text.insert(0, letter)))
      break
    case 'erase':
      text.delete(Math.min(at, text.length), Math.min(3, text.length - Math.min(at, text.length)))
      break
    case 'draw':
      doc.transact(() => times(3, (i) => boardRoots(doc).shapes.set(`s${at % 3}`, { at, i })))
      break
    case 'move':
      moveNote(doc, noteId, [at, 50], 'z')
      break
    case 'undo':
      if (at % 3 === 0) undo.redo()
      else undo.undo()
  }
}

describe('what pages write offline', () => {
  it('passes in whatever order it comes, also told again from where the board was long ago', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 20, maxLength: 120 }), (story) => {
        const board = createBoard()
        const pages = createPages(board)
        const offer = (update: Uint8Array) => expect(board.offer(update)).toHaveProperty('passed')
        for (const { page: number, action, at } of [...story, ...times(8, (i) => finish(i))]) {
          const { page, undo } = pages[number] ?? {}
          if (!page || !undo) continue
          if (action === 'send') page.unsent.splice(0, 1 + at).forEach(offer)
          else if (action === 'answer') offer(Y.encodeStateAsUpdate(page.doc, page.told))
          else if (action === 'fetch') {
            page.told = Y.encodeStateVector(board.doc)
            Y.applyUpdate(page.doc, Y.encodeStateAsUpdate(board.doc), 'board')
          } else edit(page, undo, action, at)
        }
        for (const { page } of pages) expect(page.doc.toJSON()).toEqual(board.doc.toJSON())
        expect(board.rebuild().toJSON()).toEqual(board.doc.toJSON())
      }),
      { numRuns: 100 },
    )
  })
})

/** All say everything, then all hear everything. */
function finish(i: number): { page: number; action: (typeof actions)[number]; at: number } {
  return { page: i % 4, action: i < 4 ? 'answer' : 'fetch', at: 0 }
}

const contents = [
  letters('ab'),
  letters('ab'),
  deleted(2),
  values({}),
  values('x', { a: 1 }),
  values(2),
  rubbish(2),
  format('b'),
]
const crafted = fc.record({
  client: fc.constantFrom(attacker, 5),
  back: fc.nat(2),
  origin: fc.option(fc.nat(60), { nil: undefined }),
  rightOrigin: fc.option(fc.nat(60), { nil: undefined }),
  parent: fc.constantFrom('text', 'note', 'shapes', 'zones'),
  key: fc.constantFrom('text', 'pos', 'z', 'k', undefined),
  content: fc.constantFrom(...contents),
  deletes: fc.option(fc.nat(2), { nil: undefined }),
})

function craft(doc: Y.Doc, one: typeof crafted extends fc.Arbitrary<infer T> ? T : never): Uint8Array {
  const ids = [...doc.store.clients].flatMap(([client, structs]) =>
    structs.flatMap(({ id, length }) => times(length, (i): Id => [client, id.clock + i])),
  )
  const pick = (n: number | undefined) => (n === undefined ? undefined : ids[(n * 7) % ids.length])
  const clock = Math.max(Y.getState(doc.store, one.client) - one.back, 0)
  const text = textId(doc)
  const note = idOf(textNote(doc))
  const struct: CraftedStruct = {
    origin: pick(one.origin),
    rightOrigin: pick(one.rightOrigin),
    parent: one.parent === 'text' ? text : one.parent === 'note' ? note : one.parent,
    key: one.key,
    content: one.content,
  }
  const deletes = one.deletes === undefined ? [] : [[one.client, [[clock, one.deletes + 1]]] as const]
  return craftUpdate([by(one.client, [struct], clock)], deletes)
}

function textNote(doc: Y.Doc): Y.ID {
  const item = boardRoots(doc).notes._map.get(noteId)
  if (!item) throw new Error('There is no note')
  return item.id
}

/**
 * With its words as letters in no order: Yjs itself may order them otherwise when they come between neighbours that
 * were never beside each other. They stay in their note.
 */
function contentOf(doc: Y.Doc): unknown[] {
  const { notes, shapes, zones, meta } = boardRoots(doc)
  const note = { ...notes.get(noteId)?.toJSON(), text: [...textOf(doc).toString()].sort() }
  return [notes.size, note, ...[shapes, zones, meta].map((root) => root.toJSON())]
}

describe('the bytes', () => {
  it('say the same as the document after whatever passes', () => {
    let taken = 0
    fc.assert(
      fc.property(fc.array(crafted, { minLength: 30, maxLength: 60 }), (story) => {
        const board = createBoard()
        for (const one of story) {
          if (!isTaken(board.offer(craft(board.doc, one)))) continue
          taken += 1
          const rebuilt = board.rebuild()
          expect(contentOf(rebuilt)).toEqual(contentOf(board.doc))
          expect(Y.encodeStateVector(rebuilt)).toEqual(Y.encodeStateVector(board.doc))
        }
      }),
      { numRuns: 100, endOnFailure: true },
    )
    expect(taken).toBeGreaterThan(100)
  })
})
