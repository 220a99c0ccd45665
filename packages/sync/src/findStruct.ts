/** Finds the struct that holds an id, in the document or in an update that it has not taken in yet. */
import * as Y from 'yjs'
import type { ParsedUpdate } from './parseUpdate.ts'

type Struct = ParsedUpdate['structs'][number]

export type FindStruct = (id: Y.ID) => Struct | undefined

export function createFindStruct(
  doc: Y.Doc,
  newByClient: ReadonlyMap<number, readonly Struct[]>,
): FindStruct {
  return ({ client, clock }) => {
    const known = doc.store.clients.get(client)
    if (known && clock < Y.getState(doc.store, client)) return known[Y.findIndexSS(known, clock)]
    return findByClock(newByClient.get(client) ?? [], clock)
  }
}

function findByClock(structs: readonly Struct[], clock: number): Struct | undefined {
  let [low, high] = [0, structs.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const struct = structs[middle]
    if (!struct) return undefined
    if (clock < struct.id.clock) high = middle - 1
    else if (clock >= struct.id.clock + struct.length) low = middle + 1
    else return struct
  }
  return undefined
}
