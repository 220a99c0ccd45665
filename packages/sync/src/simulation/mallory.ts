/**
 * Somebody with a key of their own and nothing good in mind, who has read Yjs and knows the board: what they send looks
 * right as far as a glance at the bytes goes, and much of it reaches Yjs.
 */
import { boardRoots, moveNote, readNotes, writeNote } from '@bordet/board'
import * as Y from 'yjs'
import { buildDoc } from '../buildDoc.ts'
import { writeUpdate } from '../messages.ts'
import type { Room } from '../room.ts'
import { uuid } from './page.ts'
import { drawClientId, type World } from './world.ts'

export interface Mallory {
  /**
   * Attacks in one turn, each message on a connection of its own: what follows a refusal would not be looked at.
   * `board`: as it can be seen; `others`: client ids of theirs; `overheard`: updates that they sent or were sent.
   */
  visit(room: Room, seen: { board: Y.Doc; others: readonly number[]; overheard: readonly Uint8Array[] }): void
}

type Change = (doc: Y.Doc) => void

export function createMallory(world: World): Mallory {
  const ownClient = drawClientId(world)

  function visit(room: Room, { board, others, overheard }: Parameters<Mallory['visit']>[1]): void {
    // Drawn anew by the server each time: which one it is must not decide what the seed tells.
    const server = [...board.store.clients.keys()].find((client) => !others.includes(client)) ?? ownClient
    const state = Y.encodeStateAsUpdate(board)
    const updateBy = (client: number, ...changes: Change[]): Uint8Array => {
      const doc = buildDoc([state])
      doc.clientID = client
      let before = Y.encodeStateVector(doc)
      for (const [i, change] of changes.entries()) {
        // Of several only the last is told.
        if (i === changes.length - 1) before = Y.encodeStateVector(doc)
        change(doc)
      }
      return Y.encodeStateAsUpdate(doc, before)
    }
    const attacks: (() => Uint8Array[])[] = [
      () => (overheard.length === 0 ? [] : [world.oneOf(overheard)]),
      () => [updateBy(ownClient, edit)],
      () => [updateBy(ownClient, takeAway)],
      // Whatever the first does to what is known by sight, the second must not be taken for it.
      () => {
        const twice = updateBy(ownClient, edit)
        return [twice, twice, updateBy(ownClient, takeAway), twice]
      },
      // The same clocks with other words, longer or shorter.
      () => [updateBy(ownClient, edit), updateBy(ownClient, edit)],
      () => [updateBy(ownClient, (doc) => [edit, edit].forEach((change) => change(doc)))],
      // Without its beginning.
      () => [updateBy(ownClient, edit, edit)],
      // In somebody else's name.
      () => [updateBy(world.oneOf([server, ...others]), edit)],
      () => [Uint8Array.from({ length: 2 + world.pick(60) }, () => world.pick(256))],
    ]
    // So many that the room no longer acts on the spot, and takes the rest together.
    for (let i = 0; i < 4 + world.pick(20); i++)
      for (const update of world.oneOf(attacks)()) send(room, writeUpdate(update))
    if (world.chance() < 0.3)
      send(room, Uint8Array.of(0, ...Array.from({ length: 20 }, () => world.pick(256))))
  }

  function edit(doc: Y.Doc): void {
    const notes = readNotes(doc)
    const choice = world.pick(3)
    if (choice === 0 && notes.length > 0) moveNote(doc, world.oneOf(notes).id, [world.pick(900), 1])
    else if (choice === 1) boardRoots(doc).shapes.set(`shape:${world.pick(6)}`, { id: 'mallory' })
    else writeNote(doc, { ...seed, id: uuid(world), text: 'm'.repeat(1 + world.pick(9)), pos: [1, 1] })
  }

  /** What no page does, and what can be told only when Yjs has taken it in. */
  function takeAway(doc: Y.Doc): void {
    const notes = [...doc.getMap('notes').values()].filter((note) => note instanceof Y.Map)
    if (notes.length > 0) world.oneOf(notes).delete(world.oneOf(['pos', 'color', 'zone']))
  }

  return { visit }
}

function send(room: Room, message: Uint8Array): void {
  const socket = { send() {}, bufferedBytes: () => 0, close() {} }
  const options = { mayRead: true, mayWrite: () => true, by: 'mallory', wantsSaved: false }
  const member = room.join(socket, options)
  member.receive(message)
  member.leave()
}

const seed = { zone: 'z', phase: 'p', color: 'sky', by: 'table', via: 'board', at: 1 } as const
