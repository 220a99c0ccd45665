/**
 * How much work an update will make for Yjs, told before it is done. Honest updates cost about what they are long;
 * crafted ones cost their square: many items at one place, a long text cut at every letter, a list that closes up at
 * every second element. What is counted here is what Yjs 13.6 does in `Item.integrate`, `splitItem` and
 * `tryToMergeWithLefts`, from above and in steps of about a tenth of a microsecond.
 */
import * as Y from 'yjs'
import type { FindStruct } from './findStruct.ts'
import { limits } from './limits.ts'
import type { ParsedUpdate } from './parseUpdate.ts'

type Struct = ParsedUpdate['structs'][number]

/** Elements of an array that move within one step when something before them comes or goes; measured with 400,000. */
const movedPerStep = 150
/** An item cut in two, and the attempt to close it up again at the end, without what moves in the array. */
const stepsPerCut = 15
/** Items of a list that Yjs passes within one step on its way to the first. */
const passedPerStep = 8

/** Where Yjs will put an item. */
export interface Place {
  /** Names the list: the letters of a text, or all that ever stood under one key. Asked for seldom. */
  list(): string
  /** Of what the document has there: the first letters, or the last value. */
  entrance: Y.Item | null
  isMap: boolean
  /** As Yjs takes it: for a struct that is known in part not the one written in it. */
  origin: Y.ID | null
}

export interface Effort {
  /** For each new struct in order, placed or not. `isGone`: whether the update deletes it, too. */
  follow(struct: Struct, isGone: boolean): void
  /** False when its client has put something between the same neighbours before: pages cannot, they see the first. */
  place(item: Y.Item, place: Place): boolean
  /** A new item that the update deletes in `pieces` parts of it. */
  cut(item: Y.Item, pieces: number): void
  /** A struct that the document has already. */
  lookUp(item: Y.Item): void
  /** What the document has at this index of the client's structs is deleted from `start` to `end`. */
  remove(structs: readonly Struct[], index: number, start: number, end: number): void
  steps(): number
  /** For a long update more is allowed: a short one can be sent again and again. */
  isTooMuch(): boolean
}

/** What is right of something now: an id, nothing, or not known any more. */
type Next = Y.ID | null | 'unknown'

export function createEffort(
  doc: Y.Doc,
  newByClient: ReadonlyMap<number, readonly Struct[]>,
  find: FindStruct,
  { count, bytes }: { count: number; bytes: number },
): Effort {
  const allowed = Math.min(limits.effort, limits.effortAtLeast + limits.effortPerByte * bytes)
  /** Not an integer: some of what Yjs does takes less than a step. */
  let steps = 0
  const last = new Map<number, { struct: Struct; isGone: boolean; isRun: boolean }>()
  /** New items by what they follow: a struct, or the name of a list whose first they were. */
  const followers = new Map<Struct | string, Y.Item[]>()
  /** New items of which it is not known what is beside them: where others wrote at the same time. */
  const unsure = new Set<Struct>()
  /** What only one struct leaves behind, nobody looks at. Most updates are of one. */
  const isAlone = count === 1

  /** By client: what was cut makes the array longer that the next cut has to move. */
  const cuts = new Map<number, number>()

  const isTooMuch = () => steps > allowed

  function follow(struct: Struct, isGone: boolean): void {
    const { client } = struct.id
    const before = last.get(client)
    // What was deleted does not merge with what stands. The other way round it may: a map deletes what it had before.
    steps += 1
    if (before === undefined) {
      last.set(client, { struct, isGone, isRun: false })
      return
    }
    const isRun = continues(struct, before.struct) && (isGone || !before.isGone)
    if (isRun && !before.isRun) steps += (newByClient.get(client)?.length ?? 0) / movedPerStep
    before.struct = struct
    before.isGone = isGone
    before.isRun = isRun
  }

  function place(item: Y.Item, at: Place): boolean {
    const { origin, entrance, isMap } = at
    const holder = origin === null ? null : (find(origin) ?? null)
    const right = item.rightOrigin === null ? null : (find(item.rightOrigin) ?? null)
    if (holder && origin) split(holder, origin.clock + 1)
    // Right behind the first cut there is none to make.
    if (right && item.rightOrigin && right !== holder) split(right, item.rightOrigin.clock)
    if (isMap && holder) overwrite(holder)
    const key = holder ?? at.list()
    const next = nextOf(key, origin, entrance)
    const isBetween =
      next !== 'unknown' && isSameId(next, item.rightOrigin) && !(isMap && !holder && entrance)
    const isFirst = isBetween || search(item, key, right, at)
    if (isAlone) return isFirst
    if (!isBetween) unsure.add(item)
    addFollower(key, item)
    return isFirst
  }

  /** What stands right of the origin, or first in the list, by now. */
  function nextOf(key: Struct | string, origin: Y.ID | null, entrance: Y.Item | null): Next {
    const here = followers.get(key) ?? []
    for (let i = here.length - 1; i >= 0; i--) {
      const item = here[i]
      if (item && isSameId(item.origin, origin)) return unsure.has(item) ? 'unknown' : item.id
      steps += 1
    }
    if (typeof key === 'string' || origin === null) return entrance?.id ?? null
    if (!(key instanceof Y.Item)) return 'unknown'
    if (origin.clock + 1 < key.id.clock + key.length) return Y.createID(origin.client, origin.clock + 1)
    if (isKnown(key)) return key.right?.id ?? null
    return unsure.has(key) ? 'unknown' : key.rightOrigin
  }

  /** What `Item.integrate` passes between the two neighbours. False for a second item of one client there. */
  function search(
    item: Y.Item,
    key: Struct | string,
    right: Struct | null,
    { origin, entrance, isMap }: Place,
  ): boolean {
    const rivals = followers.get(key) ?? []
    steps += rivals.length
    if (rivals.some((rival) => isSame(rival, item, origin))) return false
    countNew(key, origin?.clock ?? 0)
    if (typeof key === 'string') return searchKnown(item, origin, isMap ? firstOf(entrance) : entrance, right)
    return key instanceof Y.Item && isKnown(key) ? searchKnown(item, origin, key.right, right, key) : true
  }

  function searchKnown(
    item: Y.Item,
    origin: Y.ID | null,
    from: Y.Item | null,
    right: Struct | null,
    holder?: Y.Item,
  ): boolean {
    // What follows the origin within its own struct is passed, too. Nothing stands between the two parts.
    const isWithin = holder !== undefined && origin !== null && !isLastOf(origin, holder)
    const passed = new Set<Struct>(isWithin ? [holder] : [])
    for (let other = from; other !== null && other !== right && !isTooMuch(); other = other.right) {
      passed.add(other)
      steps += 2
      if (isSameId(other.origin, origin)) {
        const isAlike = isSameId(other.rightOrigin, item.rightOrigin)
        if (isAlike && other.id.client === item.id.client) return false
        if (isAlike && other.id.client > item.id.client) break
      } else {
        const before = other.origin && find(other.origin)
        if (!before || !passed.has(before)) break
      }
      countNew(other, other.id.clock)
    }
    return true
  }

  /** All new items that grew on this one from the clock on. */
  function countNew(root: Struct | string, clock: number): void {
    const waiting: [Struct | string, number][] = [[root, clock]]
    for (let next = waiting.pop(); next && !isTooMuch(); next = waiting.pop()) {
      const [parent, from] = next
      for (const item of followers.get(parent) ?? []) {
        steps += 2
        if (typeof parent === 'string' || (item.origin?.clock ?? from) >= from)
          waiting.push([item, item.id.clock])
      }
    }
  }

  function firstOf(lastValue: Y.Item | null): Y.Item | null {
    let first = lastValue
    for (; first?.left; first = first.left) steps += 2 / passedPerStep
    return first
  }

  /** A value that another takes the place of is deleted, and may merge with the one before it. */
  function overwrite(holder: Struct): void {
    if (!(holder instanceof Y.Item) || holder.deleted || !isKnown(holder)) return
    const structs = doc.store.clients.get(holder.id.client)
    if (structs) closeUp(structs, Y.findIndexSS(structs, holder.id.clock), holder.id.clock)
  }

  function split(struct: Struct, clock: number): void {
    const { id, length } = struct
    if (!(struct instanceof Y.Item) || clock <= id.clock || clock >= id.clock + length) return
    const values = struct.content instanceof Y.ContentAny ? struct.content.arr.length : 0
    const already = cuts.get(id.client) ?? 0
    cuts.set(id.client, already + 1)
    // Once to make room, and once to close up again at the end.
    steps += stepsPerCut + (2 * (structsOf(id.client) + already + values)) / movedPerStep
  }

  function structsOf(client: number): number {
    return (doc.store.clients.get(client)?.length ?? 0) + (newByClient.get(client)?.length ?? 0)
  }

  function closeUp(structs: readonly Struct[], index: number, start: number): void {
    const [left, struct, right] = [structs[index - 1], structs[index], structs[index + 1]]
    if (!struct) return
    const mergesLeft = left && continues(struct, left) && (left.deleted || left.id.clock >= start)
    const mergesRight = right?.deleted && continues(right, struct)
    if (mergesLeft || mergesRight) steps += (structs.length - index) / movedPerStep
  }

  function addFollower(key: Struct | string, item: Y.Item): void {
    const items = followers.get(key)
    if (items) items.push(item)
    else followers.set(key, [item])
  }

  function isKnown(struct: Struct): boolean {
    return struct.id.clock < Y.getState(doc.store, struct.id.client)
  }

  return {
    follow,
    place,
    lookUp({ origin, rightOrigin }) {
      const [left, right] = [origin && find(origin), rightOrigin && find(rightOrigin)]
      if (origin && left) split(left, origin.clock + 1)
      if (rightOrigin && right) split(right, rightOrigin.clock)
    },
    cut(item, pieces) {
      steps += pieces * (stepsPerCut + (2 * structsOf(item.id.client)) / movedPerStep)
    },
    remove(structs, index, start, end) {
      const struct = structs[index]
      if (!struct) return
      const { id, length } = struct
      const isCut = id.clock < start || id.clock + length > end
      // From left to right: what was cut before does not move again.
      const moved = structs.length - index + (newByClient.get(id.client)?.length ?? 0)
      steps += isCut ? stepsPerCut + (2 * moved) / movedPerStep : 2
      closeUp(structs, index, start)
    },
    steps: () => Math.round(steps),
    isTooMuch,
  }
}

/** Whether Yjs could make one struct of the two, which stand one after the other in their client's. */
function continues(struct: Struct, before: Struct): boolean {
  if (!(struct instanceof Y.Item)) return !(before instanceof Y.Item)
  if (!(before instanceof Y.Item) || struct.origin === null) return false
  return isLastOf(struct.origin, before) && isSameId(struct.rightOrigin, before.rightOrigin)
}

function isSame(rival: Y.Item, item: Y.Item, origin: Y.ID | null): boolean {
  return (
    rival.id.client === item.id.client &&
    isSameId(rival.origin, origin) &&
    isSameId(rival.rightOrigin, item.rightOrigin)
  )
}

function isLastOf({ client, clock }: Y.ID, { id, length }: Struct): boolean {
  return client === id.client && clock === id.clock + length - 1
}

function isSameId(a: Y.ID | null, b: Y.ID | null): boolean {
  return Y.compareIDs(a, b)
}
