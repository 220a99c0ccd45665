/** What is on a board, by a newcomer's eyes and for comparing: the disk's, the server's and everybody's must be one. */
import { rootNames } from '@bordet/board'
import * as Y from 'yjs'
import { bodyOf, writeStep1 } from '../messages.ts'
import type { Room } from '../room.ts'

/** Takes in what a newcomer is sent: the very bytes of the board. */
export function greet(room: Room): Y.Doc {
  const newcomer = new Y.Doc()
  const socket = {
    send(messages: readonly Uint8Array[]) {
      for (const bytes of messages)
        if (bytes[0] === 0 && bytes[1] !== 0) Y.applyUpdate(newcomer, bodyOf(bytes))
    },
    bufferedBytes: () => 0,
    close() {},
  }
  const member = room.join(socket, {
    mayRead: true,
    mayWrite: () => false,
    by: 'newcomer',
    wantsSaved: false,
  })
  member.receive(writeStep1(Y.encodeStateVector(newcomer)))
  return newcomer
}

/** Down to what was deleted. */
export function isSame(a: Y.Doc, b: Y.Doc): boolean {
  return (
    a.store.pendingStructs === null &&
    Y.equalSnapshots(Y.snapshot(a), Y.snapshot(b)) &&
    textOf(a) === textOf(b)
  )
}

/** Everything that people can see, in a form that can be compared. */
export function textOf(doc: Y.Doc): string {
  const roots = rootNames.map((name) => doc.getMap(name).toJSON())
  return JSON.stringify(roots, (_, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
}
