/**
 * What a member may do to notes and zones, judged from an update's structs before Yjs takes them in: notes and their
 * words are marked, never deleted; zones only grow; hiding is for those who lead. Undoing what these rules forbid
 * would need what is no longer there, so they are kept here and not by looking afterwards.
 */
import { isNoteField, isNoteId } from '@bordet/board'
import * as Y from 'yjs'
import type { Refusal } from './closeCodes.ts'
import { limits } from './limits.ts'
import { isRecord } from './isRecord.ts'
import { isZoneGrown } from './isZoneGrown.ts'
import type { ParsedUpdate } from './parseUpdate.ts'

type Struct = ParsedUpdate['structs'][number]

/** Fields of a note that come and go. */
const passing: ReadonlySet<string> = new Set(['deleted', 'hidden', 'photoId'])

/** Where a struct stands in the board's layout; null for what Yjs will throw away. */
type Spot =
  | { in: 'root'; root: string; key: string }
  | { in: 'note'; note: Y.Item; key: string }
  | { in: 'text'; text: Y.Item }
  | { in: 'elsewhere' }
  | null

export interface BoardRules {
  /** For each new struct, in the order in which Yjs will take them in. */
  add(struct: Struct): Refusal | null
  /** For what the document has and the update deletes. */
  remove(struct: Y.Item): Refusal | null
  /**
   * Values that an update may write over and not take away, and does one or the other to. Which of the two depends on
   * where Yjs puts what others wrote at the same time: look when it is done, see `isStanding`.
   */
  touched(): readonly LastingValue[]
}

/** A field of a note, or with no note a zone. */
export interface LastingValue {
  note: Y.ID | null
  key: string
}

export function isStanding(doc: Y.Doc, { note, key }: LastingValue): boolean {
  if (note === null) return doc.getMap('zones').has(key)
  const entry = Y.getItem(doc.store, note)
  if (!(entry instanceof Y.Item) || !(entry.content instanceof Y.ContentType)) return true
  const value = entry.content.type._map.get(key)
  return value !== undefined && !value.deleted
}

export interface RulesFor {
  doc: Y.Doc
  mayHide: boolean
  newByClient: ReadonlyMap<number, readonly Struct[]>
  /** Whether the update itself deletes a struct that it brings. */
  isDeleted(id: Y.ID): boolean
}

export function createBoardRules({ doc, mayHide, newByClient, isDeleted }: RulesFor): BoardRules {
  const notes = doc.getMap('notes')
  const zones = doc.getMap('zones')
  const rootNames = new Map<unknown, string>([...doc.share].map(([name, type]) => [type, name]))
  const spots = new Map<Struct, Spot>()
  const newNotes = new Set<string>()
  const newTexts = new Set<Y.Item>()
  const letters = new Map<Y.Item, number>()
  const touched: LastingValue[] = []

  function find(id: Y.ID): Struct | undefined {
    const known = doc.store.clients.get(id.client)
    if (known && id.clock < Y.getState(doc.store, id.client)) return known[Y.findIndexSS(known, id.clock)]
    return findByClock(newByClient.get(id.client) ?? [], id.clock)
  }

  function spotOf(struct: Struct | undefined): Spot {
    if (!(struct instanceof Y.Item)) return null
    const placed = spots.get(struct)
    if (placed !== undefined) return placed
    const parent: unknown = struct.parent
    return parent instanceof Y.AbstractType ? spotIn(parent, struct.parentSub) : null
  }

  function spotIn(parent: Y.AbstractType<unknown>, key: string | null): Spot {
    if (parent._item) return spotUnder(parent._item, key)
    return { in: 'root', root: rootNames.get(parent) ?? '', key: key ?? '' }
  }

  function spotUnder(owner: Y.Item, key: string | null): Spot {
    const above = spotOf(owner)
    if (above === null) return null
    if (above.in === 'root' && above.root === 'notes') return { in: 'note', note: owner, key: key ?? '' }
    if (above.in === 'note' && above.key === 'text') return { in: 'text', text: owner }
    return { in: 'elsewhere' }
  }

  /** As `Item.getMissing` of Yjs decides it: a neighbour's place is taken over, next to rubbish is rubbish. */
  function place(item: Y.Item): Spot {
    const neighbours = [item.origin, item.rightOrigin].filter((id) => id !== null).map(find)
    if (neighbours.some((neighbour) => !(neighbour instanceof Y.Item))) return null
    if (neighbours.length > 0) return spotOf(neighbours[0])
    const parent: unknown = item.parent
    if (typeof parent === 'string') return { in: 'root', root: parent, key: item.parentSub ?? '' }
    const owner = parent instanceof Y.ID ? find(parent) : undefined
    return owner instanceof Y.Item && owner.content instanceof Y.ContentType
      ? spotUnder(owner, item.parentSub)
      : null
  }

  const isGone = (item: Y.Item) => item.content instanceof Y.ContentDeleted || isDeleted(item.id)

  function addNote(item: Y.Item, key: string): Refusal | null {
    if (notes._map.has(key) || newNotes.has(key)) return 'noteGone'
    newNotes.add(key)
    const isMap = item.content instanceof Y.ContentType && item.content.type instanceof Y.Map
    return isMap && isNoteId(key) && !isGone(item) ? null : 'badNote'
  }

  function addText(item: Y.Item, note: Y.Item): Refusal | null {
    const hasText =
      newTexts.has(note) || (note.content instanceof Y.ContentType && note.content.type._map.has('text'))
    newTexts.add(note)
    if (hasText) return 'noteGone'
    const isText = item.content instanceof Y.ContentType && item.content.type instanceof Y.Text
    return isText && !isGone(item) ? null : 'badNote'
  }

  function addZone(item: Y.Item, key: string): Refusal | null {
    touched.push({ note: null, key })
    return isGone(item) || isZoneGrown(zones.get(key), item.content) ? null : 'zoneChanged'
  }

  function addField(item: Y.Item, note: Y.Item, key: string): Refusal | null {
    if (key === 'hidden' && !mayHide) return 'notYours'
    if (!passing.has(key)) touched.push({ note: note.id, key })
    const { content } = item
    if (isGone(item)) return null
    return content instanceof Y.ContentAny && content.arr.length === 1 && isNoteField(key, content.arr[0])
      ? null
      : 'badNote'
  }

  function addShape(item: Y.Item): Refusal | null {
    const { content } = item
    if (isGone(item)) return null
    return content instanceof Y.ContentAny && content.arr.length === 1 && isRecord(content.arr[0])
      ? null
      : 'badRecord'
  }

  function addLetters(item: Y.Item, text: Y.Item): Refusal | null {
    if (isGone(item)) return null
    if (!(item.content instanceof Y.ContentString)) return 'badNote'
    const sum = (letters.get(text) ?? 0) + item.length
    letters.set(text, sum)
    return sum > limits.newLetters ? 'tooBig' : null
  }

  function judge(item: Y.Item, spot: Spot): Refusal | null {
    if (spot === null) return null
    switch (spot.in) {
      case 'root':
        return addRoot[spot.root]?.(item, spot.key) ?? null
      case 'text':
        return addLetters(item, spot.text)
      case 'note':
        return spot.key === 'text' ? addText(item, spot.note) : addField(item, spot.note, spot.key)
      case 'elsewhere':
        return isGone(item) ? null : 'badRecord'
    }
  }

  const addRoot: Readonly<Record<string, (item: Y.Item, key: string) => Refusal | null>> = {
    notes: addNote,
    zones: addZone,
    shapes: addShape,
    meta: () => 'zoneChanged',
  }

  return {
    add(struct) {
      if (!(struct instanceof Y.Item)) return null
      const spot = place(struct)
      spots.set(struct, spot)
      return judge(struct, spot)
    },
    remove(item) {
      const spot = spotOf(item)
      if (spot?.in === 'root') {
        if (spot.root === 'notes') return 'noteGone'
        if (spot.root === 'meta') return 'zoneChanged'
        if (spot.root === 'zones') touched.push({ note: null, key: spot.key })
      }
      if (spot?.in !== 'note') return null
      if (spot.key === 'text') return 'noteGone'
      if (spot.key === 'hidden' && !mayHide) return 'notYours'
      if (!passing.has(spot.key)) touched.push({ note: spot.note.id, key: spot.key })
      return null
    },
    touched: () => touched,
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
