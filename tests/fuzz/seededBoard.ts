/** A board as phones have left it before the table's device was touched: the same bytes every time. */
import * as Y from 'yjs'
import { boardRoots, seedZones, writeNote } from '../../packages/board/src/index.ts'

/** Of whoever wrote it. */
export const seedingClient = 77

export function createSeededBoard(notes: number): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = seedingClient
  seedZones(doc, [{ id: 'works', title: 'Det här fungerar', kind: 'notes', color: 'sky', icon: 'full' }])
  for (let i = 0; i < notes; i++) {
    writeNote(doc, {
      id: noteId(i),
      zone: 'works',
      phase: 'p',
      text: `Det saknas en bänk vid hållplats ${i}, och i november är det mörkt där redan klockan fyra.`,
      color: 'sky',
      by: 'phone',
      via: 'phone',
      at: i,
      pos: [(i % 40) * 200, Math.floor(i / 40) * 160],
    })
  }
  for (let i = 0; i < 20; i++)
    boardRoots(doc).shapes.set(`shape:${i}`, { id: `shape:${i}`, type: 'arrow', x: i })
  const state = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return state
}

export function noteId(i: number): string {
  return `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`
}
