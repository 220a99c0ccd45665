/**
 * What stands before commit and relay: decides about a member's update from its bytes and the document's clocks,
 * without changing the document. What passes leaves nothing pending in Yjs and takes nobody else's clock.
 */
import { rootNames } from '@bordet/board'
import * as Y from 'yjs'
import { createBoardRules, type BoardRules, type LastingValue } from './boardRules.ts'
import type { ClientOwners } from './clientOwners.ts'
import type { Refusal } from './closeCodes.ts'
import { limits } from './limits.ts'
import { parseUpdate, type ParsedUpdate } from './parseUpdate.ts'

export type Verdict =
  | { passed: 'nothingNew' }
  | { passed: 'news'; clients: number[]; touched: readonly LastingValue[] }
  | { refused: Refusal }

type Struct = ParsedUpdate['structs'][number]

const roots: ReadonlySet<string> = new Set(rootNames)
/** Harmless to Yjs' own maps, a trap for everything that turns them into plain objects. */
const trappedKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * `clients` of a verdict with news: whose clocks it moves; `touched`: what must still stand once Yjs took it in.
 * Deletions known before are no news: clients always send them all.
 */
export function admitUpdate(
  bytes: Uint8Array,
  doc: Y.Doc,
  owners: Pick<ClientOwners, 'mayUse'>,
  { by, mayHide = false }: { by: string; mayHide?: boolean },
): Verdict {
  if (bytes.length > limits.messageBytes) return { refused: 'tooBig' }
  const update = parseUpdate(bytes)
  if (update === null) return { refused: 'malformed' }
  const newByClient = new Map<number, Struct[]>()
  let count = 0
  for (const struct of update.structs) {
    const refusal = checkContent(struct)
    if (refusal) return { refused: refusal }
    const { client, clock } = struct.id
    if (clock + struct.length <= clockOf(doc, client)) continue
    if (!owners.mayUse(client, by)) return { refused: 'foreignClient' }
    if (++count > limits.newStructs) return { refused: 'tooBig' }
    const queue = newByClient.get(client)
    if (queue) queue.push(struct)
    else newByClient.set(client, [struct])
    if (newByClient.size > limits.newClients) return { refused: 'tooBig' }
  }
  const isDeleted = ({ client, clock }: Y.ID) => covers(update.deletes.get(client) ?? [], clock)
  const rules = createBoardRules({ doc, mayHide, newByClient, isDeleted })
  const played = integrateClocks(doc, newByClient, rules)
  if ('refused' in played) return played
  const deletes = checkDeletes(update, doc, played.clocks, rules)
  if ('refused' in deletes) return deletes
  if (newByClient.size === 0 && deletes.count === 0) return { passed: 'nothingNew' }
  return { passed: 'news', clients: [...newByClient.keys()], touched: rules.touched() }
}

/** The structs' own shape, known or new: Yjs makes a root for every name it reads. */
function checkContent(struct: Struct): Refusal | null {
  const { client, clock } = struct.id
  if (client > limits.client || clock + struct.length > limits.clock) return 'malformed'
  if (struct instanceof Y.Skip || struct.length < 1) return 'malformed'
  if (!(struct instanceof Y.Item)) return null
  const parent: unknown = struct.parent
  const key = struct.parentSub
  if (typeof parent === 'string') {
    if (!roots.has(parent)) return 'unknownRoot'
    if (key === null) return 'badKey'
  }
  if (key !== null && (key.length > limits.keyLength || trappedKeys.has(key))) return 'badKey'
  if (struct.content instanceof Y.ContentDoc || struct.content instanceof Y.ContentBinary)
    return 'forbiddenContent'
  return null
}

/**
 * Plays the order in which Yjs will take the new structs in, by their clocks alone. Returns the clocks afterwards;
 * a gap when something would wait for a struct that is not there.
 */
function integrateClocks(
  doc: Y.Doc,
  newByClient: ReadonlyMap<number, readonly Struct[]>,
  rules: BoardRules,
): { clocks: Map<number, number> } | { refused: Refusal } {
  const clocks = new Map<number, number>()
  const positions = new Map<number, number>()
  const has = (id: Y.ID): boolean => id.clock < (clocks.get(id.client) ?? clockOf(doc, id.client))
  let left = newByClient.size
  for (let moved = true; moved && left > 0;) {
    moved = false
    for (const [client, structs] of newByClient) {
      let position = positions.get(client) ?? 0
      if (position === structs.length) continue
      for (let struct = structs[position]; struct; struct = structs[++position]) {
        if (struct.id.clock > (clocks.get(client) ?? clockOf(doc, client))) return { refused: 'gap' }
        if (!needs(struct).every(has)) break
        const refusal = rules.add(struct)
        if (refusal) return { refused: refusal }
        clocks.set(client, struct.id.clock + struct.length)
        moved = true
      }
      positions.set(client, position)
      if (position === structs.length) left -= 1
    }
  }
  return left === 0 ? { clocks } : { refused: 'gap' }
}

function needs(struct: Struct): Y.ID[] {
  if (!(struct instanceof Y.Item)) return []
  const parent: unknown = struct.parent
  return [struct.origin, struct.rightOrigin, parent].filter((id) => id instanceof Y.ID)
}

function checkDeletes(
  update: ParsedUpdate,
  doc: Y.Doc,
  clocks: ReadonlyMap<number, number>,
  rules: BoardRules,
): { count: number } | { refused: Refusal } {
  let count = 0
  for (const [client, ranges] of update.deletes) {
    const known = clockOf(doc, client)
    const structs = doc.store.clients.get(client)
    let end = 0
    for (const { clock, length } of ranges) {
      // In order and apart, as Yjs writes them: else a few bytes could ask for the same walk a hundred thousand times.
      if (length < 1 || clock < end) return { refused: 'malformed' }
      end = clock + length
      if (end > (clocks.get(client) ?? known)) return { refused: 'gap' }
      if (structs === undefined || clock >= known) continue
      for (let i = Y.findIndexSS(structs, clock); i < structs.length; i++) {
        const struct = structs[i]
        if (struct === undefined || struct.id.clock >= end) break
        if (struct.deleted || !(struct instanceof Y.Item)) continue
        count += Math.min(struct.id.clock + struct.length, end) - Math.max(struct.id.clock, clock)
        const refusal = rules.remove(struct)
        if (refusal) return { refused: refusal }
      }
      if (count > limits.newDeletes) return { refused: 'tooManyDeletes' }
    }
  }
  return { count }
}

/** Ranges in order; those that are not are refused later. */
function covers(ranges: readonly { clock: number; length: number }[], clock: number): boolean {
  let [low, high] = [0, ranges.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ranges[middle]?.clock ?? 0) <= clock) low = middle + 1
    else high = middle
  }
  const range = ranges[low - 1]
  return range !== undefined && clock < range.clock + range.length
}

function clockOf(doc: Y.Doc, client: number): number {
  return Y.getState(doc.store, client)
}
