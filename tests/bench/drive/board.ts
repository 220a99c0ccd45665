/** A board as it is after an evening: many authors put up notes and moved them, some of others; a few were removed. */
import { boardRoots, markRemoved, moveNote, newBoard, writeNote } from '@bordet/board'
import * as Y from 'yjs'
import { createLoadNote } from './loadNotes.ts'

export interface Board {
  update: Uint8Array
  /** What a client says that has it all … */
  stateVector: Uint8Array
  /** … and answers when it is asked what it has more: nothing but everything that was ever deleted. */
  step2: Uint8Array
}

const authors = 60
const movesOfEach = 12
const firstAuthor = 5_000_000
const zone = { id: 'works', title: 'Det här fungerar', kind: 'notes', color: 'sky', icon: 'full' } as const

export function makeBoard(noteCount: number): Board {
  const doc = newBoard([zone])
  for (let author = 0; author < authors; author += 1) {
    doc.clientID = firstAuthor + author
    doc.transact(() => work(doc, author, noteCount))
  }
  if (boardRoots(doc).notes.size !== noteCount) throw new Error('The board is not what it should be')
  const stateVector = Y.encodeStateVector(doc)
  const update = Y.encodeStateAsUpdate(doc)
  const step2 = Y.encodeStateAsUpdate(doc, stateVector)
  doc.destroy()
  return { update, stateVector, step2 }
}

function work(doc: Y.Doc, author: number, noteCount: number): void {
  for (let n = author; n < noteCount; n += authors) {
    const { pos, id, text, phase } = createLoadNote(firstAuthor + author, n, '')
    writeNote(doc, { id, text, pos, phase, zone: zone.id, color: 'sun', by: 'table', at: n, via: 'board' })
    for (let move = 1; move <= movesOfEach; move += 1) moveNote(doc, id, [pos[0] + move * 7, pos[1] + move])
    if (n % 20 === 0) markRemoved(doc, id, true)
  }
  // Of others', who came before.
  for (let n = author - 1; n >= 0 && n < noteCount; n += authors * 5) {
    const { id, pos } = createLoadNote(firstAuthor + author - 1, n, '')
    moveNote(doc, id, [pos[0], 0])
  }
}
