/**
 * What stands before commit and relay: decides about a member's update from its bytes and the document's clocks,
 * without changing the document. What passes leaves nothing pending in Yjs and takes nobody else's clock.
 */
import { rootNames } from '@bordet/board'
import * as Y from 'yjs'
import { createBoardRules, type BoardRules, type Deleted, type LastingValue } from './boardRules.ts'
import type { ClientOwners } from './clientOwners.ts'
import type { Refusal } from './closeCodes.ts'
import { createEffort, type Effort } from './effort.ts'
import { createFindStruct } from './findStruct.ts'
import { limits } from './limits.ts'
import { parseUpdate, type ParsedUpdate } from './parseUpdate.ts'

export type Verdict =
  | { passed: 'nothingNew' }
  | { passed: 'news'; clients: number[]; touched: readonly LastingValue[]; effort: number }
  | { refused: Refusal }

type Struct = ParsedUpdate['structs'][number]

const noRanges: readonly { clock: number; length: number }[] = []
const roots: ReadonlySet<string> = new Set(rootNames)
/** Harmless to Yjs' own maps, a trap for everything that turns them into plain objects. */
const trappedKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * `clients` of a verdict with news: whose clocks it moves; `touched`: what must still stand once Yjs took it in;
 * `effort`: what that costs, see effort.ts.
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
  if (!areInOrder(update)) return { refused: 'malformed' }
  const newByClient = new Map<number, Struct[]>()
  const known: Y.Item[] = []
  let count = 0
  for (const struct of update.structs) {
    const refusal = checkContent(struct)
    if (refusal) return { refused: refusal }
    const { client, clock } = struct.id
    if (clock + struct.length <= clockOf(doc, client)) {
      if (struct instanceof Y.Item) known.push(struct)
      continue
    }
    if (!owners.mayUse(client, by)) return { refused: 'foreignClient' }
    if (++count > limits.newStructs) return { refused: 'tooBig' }
    const queue = newByClient.get(client)
    if (queue) queue.push(struct)
    else newByClient.set(client, [struct])
    if (newByClient.size > limits.newClients) return { refused: 'tooBig' }
  }
  const find = createFindStruct(doc, newByClient)
  const effort = createEffort(doc, newByClient, find, { count, bytes: bytes.length })
  const countDeleted = (client: number, clock: number, length: number) =>
    countCovered(update.deletes.get(client) ?? noRanges, clock, clock + length)
  const rules = createBoardRules({ doc, mayHide, find, effort, countDeleted })
  const played = integrateClocks(doc, newByClient, rules, effort)
  if ('refused' in played) return played
  const deletes = checkDeletes(update, doc, played.clocks, rules, effort)
  if ('refused' in deletes) return deletes
  if (newByClient.size === 0 && deletes.count === 0) return { passed: 'nothingNew' }
  // Else the shadow would have to be made again without it: a few bytes against a whole board.
  const refusal = rules.end() ?? checkKnown(known, doc, effort)
  if (refusal) return { refused: refusal }
  const clients = [...newByClient.keys()]
  return { passed: 'news', clients, touched: rules.touched(), effort: effort.steps() }
}

/** In order and apart, as Yjs writes them: else a few bytes could ask for the same walk a hundred thousand times. */
function areInOrder({ deletes }: ParsedUpdate): boolean {
  for (const ranges of deletes.values()) {
    let end = 0
    for (const { clock, length } of ranges) {
      if (length < 1 || clock < end) return false
      end = clock + length
    }
  }
  return true
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
  effort: Effort,
): { clocks: Map<number, number> } | { refused: Refusal } {
  const clocks = new Map<number, number>()
  const positions = new Map<number, number>()
  /** What a client waits for. Looked at first: with many that wait long each round must cost next to nothing. */
  const awaited = new Map<number, Y.ID>()
  const has = (id: Y.ID): boolean => id.clock < (clocks.get(id.client) ?? clockOf(doc, id.client))
  let left = newByClient.size
  for (let moved = true; moved && left > 0;) {
    moved = false
    for (const [client, structs] of newByClient) {
      let position = positions.get(client) ?? 0
      if (position === structs.length) continue
      const first = awaited.get(client)
      if (first && !has(first)) continue
      for (let struct = structs[position]; struct; struct = structs[++position]) {
        if (struct.id.clock > (clocks.get(client) ?? clockOf(doc, client))) return { refused: 'gap' }
        const missing = needs(struct).find((id) => !has(id))
        if (missing) {
          awaited.set(client, missing)
          break
        }
        const refusal = rules.add(struct)
        if (refusal) return { refused: refusal }
        if (effort.isTooMuch()) return { refused: 'tooBig' }
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
  effort: Effort,
): { count: number } | { refused: Refusal } {
  let count = 0
  for (const [client, ranges] of update.deletes) {
    const known = clockOf(doc, client)
    const structs = doc.store.clients.get(client)
    for (const { clock, length } of ranges) {
      const end = clock + length
      if (end > (clocks.get(client) ?? known)) return { refused: 'gap' }
      if (structs === undefined || clock >= known) continue
      for (let i = Y.findIndexSS(structs, clock); i < structs.length; i++) {
        const struct = structs[i]
        if (struct === undefined || struct.id.clock >= end) break
        if (struct.deleted || !(struct instanceof Y.Item)) continue
        count += Math.min(struct.id.clock + struct.length, end) - Math.max(struct.id.clock, clock)
        const refusal = rules.remove(struct)
        if (refusal) return { refused: refusal }
        effort.remove(structs, i, clock, end)
      }
      if (count > limits.newDeletes) return { refused: 'tooManyDeletes' }
      if (effort.isTooMuch()) return { refused: 'tooBig' }
    }
  }
  return { count }
}

/** Yjs looks up what a struct refers to before it sees that it knows it: it would wait, or cut items in two. */
function checkKnown(known: readonly Y.Item[], doc: Y.Doc, effort: Effort): Refusal | null {
  for (const item of known) {
    if (needs(item).some((id) => id.clock >= clockOf(doc, id.client))) return 'gap'
    effort.lookUp(item)
    if (effort.isTooMuch()) return 'tooBig'
  }
  return null
}

/** How much of the clocks from `start` to `end` the ranges cover, and in how many pieces. */
function countCovered(
  ranges: readonly { clock: number; length: number }[],
  start: number,
  end: number,
): Deleted {
  let [low, high] = [0, ranges.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ranges[middle]?.clock ?? 0) <= start) low = middle + 1
    else high = middle
  }
  const deleted = { length: 0, pieces: 0 }
  if (ranges.length === 0) return deleted
  for (let i = Math.max(low - 1, 0), range = ranges[i]; range && range.clock < end; range = ranges[++i]) {
    const covered = Math.min(range.clock + range.length, end) - Math.max(range.clock, start)
    if (covered <= 0) continue
    deleted.length += covered
    deleted.pieces += 1
  }
  return deleted
}

function clockOf(doc: Y.Doc, client: number): number {
  return Y.getState(doc.store, client)
}
