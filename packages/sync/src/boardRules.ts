/**
 * What a member may do to notes and zones, judged from an update's structs before Yjs takes them in: notes and their
 * words are marked, never deleted; zones only grow; hiding is for those who lead. Undoing what these rules forbid
 * would need what is no longer there, so they are kept here and not by looking afterwards.
 */
import { isNoteField, isNoteId } from '@bordet/board'
import * as Y from 'yjs'
import type { Refusal } from './closeCodes.ts'
import type { Effort, Place } from './effort.ts'
import type { FindStruct } from './findStruct.ts'
import { isShape } from './isShape.ts'
import { isZoneGrown } from './isZoneGrown.ts'
import { limits } from './limits.ts'
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
  /** When all has been said: something lasting is deleted, and nothing new comes for it. */
  end(): Refusal | null
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
  find: FindStruct
  effort: Effort
  /** How much of a stretch of clocks the update itself deletes, and in how many pieces. */
  countDeleted(client: number, clock: number, length: number): Deleted
}

export interface Deleted {
  length: number
  pieces: number
}

/** A new item, and what of it the update itself does not delete again. */
interface News {
  item: Y.Item
  isGone: boolean
  living: number
}

export function createBoardRules({ doc, mayHide, find, effort, countDeleted }: RulesFor): BoardRules {
  const notes = doc.getMap('notes')
  const zones = doc.getMap('zones')
  const rootNames = new Map<unknown, string>([...doc.share].map(([name, type]) => [type, name]))
  const spots = new Map<Struct, Spot>()
  const newNotes = new Set<string>()
  const newTexts = new Set<Y.Item>()
  const letters = new Map<Y.Item, number>()
  const touched: LastingValue[] = []
  const deleted: LastingValue[] = []
  /** By `labelOf`. */
  const renewed = new Set<string>()

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
    const isNote = above.in === 'root' && above.root === 'notes'
    if (isNote && key !== null) return { in: 'note', note: owner, key }
    if (above.in === 'note' && above.key === 'text' && key === null) return { in: 'text', text: owner }
    return { in: 'elsewhere' }
  }

  /**
   * As `Item.getMissing` of Yjs decides it: a neighbour's place is taken over, next to rubbish is rubbish. Between
   * two places is where no page has ever written, nor right of nothing but in front of something under a key.
   */
  function place(item: Y.Item): Spot | 'nowhere' {
    const { origin, rightOrigin } = item
    if (origin === null && rightOrigin === null) return placeByParent(item)
    const left = origin && spotOf(find(origin))
    const right = rightOrigin && spotOf(find(rightOrigin))
    if ((origin && !left) || (rightOrigin && !right)) return null
    if (left && right && !isSameSpot(left, right)) return 'nowhere'
    if (right && right.in !== 'text' && right.in !== 'elsewhere') return 'nowhere'
    return left ?? right
  }

  function placeByParent(item: Y.Item): Spot {
    const parent: unknown = item.parent
    if (typeof parent === 'string') return { in: 'root', root: parent, key: item.parentSub ?? '' }
    const owner = parent instanceof Y.ID ? find(parent) : undefined
    return owner instanceof Y.Item && owner.content instanceof Y.ContentType
      ? spotUnder(owner, item.parentSub)
      : null
  }

  /**
   * Whether a struct says of its known part what the document says. Yjs puts the rest after the last known struct of
   * its client, whatever else is written in it: what is somewhere else there would stand elsewhere than it was judged.
   */
  function agrees(item: Y.Item, spot: Spot, known: number): boolean {
    const { client, clock } = item.id
    const structs = doc.store.clients.get(client)
    if (!structs || clock >= known) return true
    const first = Y.findIndexSS(structs, clock)
    if (structs.length - first > limits.knownPieces) return false
    if (!isSameSpot(spotOf(structs[first]), spot)) return false
    return structs.slice(first).every((piece) => {
      if (!(piece instanceof Y.Item) || !Y.compareIDs(piece.rightOrigin, item.rightOrigin)) return false
      if (piece.id.clock < clock) return Y.compareIDs(item.origin, Y.createID(client, clock - 1))
      const before = piece.id.clock > clock ? Y.createID(client, piece.id.clock - 1) : item.origin
      return Y.compareIDs(piece.origin, before)
    })
  }

  function addNote({ item, isGone }: News, key: string): Refusal | null {
    if (notes._map.has(key) || newNotes.has(key)) return 'noteGone'
    newNotes.add(key)
    const isMap = item.content instanceof Y.ContentType && item.content.type instanceof Y.Map
    return isMap && isNoteId(key) && !isGone ? null : 'badNote'
  }

  function addText({ item, isGone }: News, note: Y.Item): Refusal | null {
    const hasText =
      newTexts.has(note) || (note.content instanceof Y.ContentType && note.content.type._map.has('text'))
    newTexts.add(note)
    if (hasText) return 'noteGone'
    const isText = item.content instanceof Y.ContentType && item.content.type instanceof Y.Text
    return isText && !isGone ? null : 'badNote'
  }

  function renew(value: LastingValue, isGone: boolean): void {
    touched.push(value)
    if (!isGone) renewed.add(labelOf(value))
  }

  function takeAway(value: LastingValue): void {
    touched.push(value)
    deleted.push(value)
  }

  function addZone({ item, isGone }: News, key: string): Refusal | null {
    renew({ note: null, key }, isGone)
    return isGone || isZoneGrown(zones.get(key), item.content) ? null : 'zoneChanged'
  }

  function addField({ item: { content }, isGone }: News, note: Y.Item, key: string): Refusal | null {
    if (key === 'hidden' && !mayHide) return 'notYours'
    if (!passing.has(key)) renew({ note: note.id, key }, isGone)
    if (isGone) return null
    return content instanceof Y.ContentAny && content.arr.length === 1 && isNoteField(key, content.arr[0])
      ? null
      : 'badNote'
  }

  function addShape({ item: { content }, isGone }: News): Refusal | null {
    if (isGone) return null
    return content instanceof Y.ContentAny && content.arr.length === 1 && isShape(content.arr[0])
      ? null
      : 'badRecord'
  }

  function addLetters({ item, isGone, living }: News, text: Y.Item): Refusal | null {
    if (isGone) return null
    if (!(item.content instanceof Y.ContentString)) return 'badNote'
    const sum = (letters.get(text) ?? 0) + living
    letters.set(text, sum)
    return sum > limits.newLetters ? 'tooBig' : null
  }

  function judge(news: News, spot: NonNullable<Spot>): Refusal | null {
    switch (spot.in) {
      case 'root':
        return addRoot[spot.root]?.(news, spot.key) ?? null
      case 'text':
        return addLetters(news, spot.text)
      case 'note':
        return spot.key === 'text' ? addText(news, spot.note) : addField(news, spot.note, spot.key)
      case 'elsewhere':
        return 'badRecord'
    }
  }

  const addRoot: Readonly<Record<string, (news: News, key: string) => Refusal | null>> = {
    notes: addNote,
    zones: addZone,
    shapes: addShape,
    meta: () => 'zoneChanged',
  }

  function newsOf(item: Y.Item, known: number): News | Refusal {
    const { client, clock } = item.id
    const from = Math.max(clock, known)
    const length = clock + item.length - from
    const deleted = countDeleted(client, from, length)
    const { content } = item
    const isGone = content instanceof Y.ContentDeleted || deleted.length === length
    if (isGone) return fades(content) ? { item, isGone, living: 0 } : 'badRecord'
    if (deleted.length === 0) return { item, isGone, living: length }
    // Only letters are deleted in part. Of two values under one key the second would be left, and nobody looked at it.
    if (!(content instanceof Y.ContentString)) return 'malformed'
    effort.cut(item, deleted.pieces)
    return { item, isGone, living: length - deleted.length }
  }

  function placeOf(item: Y.Item, spot: NonNullable<Spot>, known: number): Place {
    const { client, clock } = item.id
    const origin = clock < known ? Y.createID(client, known - 1) : item.origin
    if (spot.in === 'elsewhere') return { list: () => '', entrance: null, isMap: false, origin }
    if (spot.in === 'text') {
      const entrance = typeOf(spot.text)?._start ?? null
      return { list: () => nameOf(spot.text), entrance, isMap: false, origin }
    }
    const type = spot.in === 'root' ? doc.share.get(spot.root) : typeOf(spot.note)
    const list = () => `${spot.in === 'root' ? spot.root : nameOf(spot.note)} ${spot.key}`
    return { list, entrance: type?._map.get(spot.key) ?? null, isMap: true, origin }
  }

  function addItem(item: Y.Item): Refusal | null {
    const known = Y.getState(doc.store, item.id.client)
    const spot = place(item)
    if (spot === 'nowhere') return 'malformed'
    spots.set(item, spot)
    if (spot === null) {
      effort.follow(item, true)
      return null
    }
    if (item.id.clock < known && !agrees(item, spot, known)) return 'malformed'
    const news = newsOf(item, known)
    if (typeof news === 'string') return news
    const refusal = judge(news, spot)
    if (refusal) return refusal
    effort.follow(item, news.isGone)
    return effort.place(item, placeOf(item, spot, known)) ? null : 'malformed'
  }

  return {
    add(struct) {
      if (struct instanceof Y.Item) return addItem(struct)
      effort.follow(struct, true)
      return null
    },
    remove(item) {
      const spot = spotOf(item)
      if (spot?.in === 'root') {
        if (spot.root === 'notes') return 'noteGone'
        if (spot.root === 'meta') return 'zoneChanged'
        if (spot.root === 'zones') takeAway({ note: null, key: spot.key })
      }
      if (spot?.in !== 'note') return null
      if (spot.key === 'text') return 'noteGone'
      if (spot.key === 'hidden' && !mayHide) return 'notYours'
      if (!passing.has(spot.key)) takeAway({ note: spot.note.id, key: spot.key })
      return null
    },
    touched: () => touched,
    end() {
      const lost = deleted.find((value) => !renewed.has(labelOf(value)))
      return lost === undefined ? null : lost.note === null ? 'zoneChanged' : 'noteGone'
    },
  }
}

function labelOf({ note, key }: LastingValue): string {
  return note === null ? key : `${note.client}:${note.clock} ${key}`
}

/**
 * What may come in as deleted. Types bring their children with them, and Yjs tidies up a text in which formatting
 * ever was, at each deletion and over again.
 */
function fades(content: Y.Item['content']): boolean {
  return (
    content instanceof Y.ContentDeleted ||
    content instanceof Y.ContentAny ||
    content instanceof Y.ContentString
  )
}

function isSameSpot(a: Spot, b: Spot): boolean {
  if (a?.in === 'root') return b?.in === 'root' && a.root === b.root && a.key === b.key
  if (a?.in === 'note') return b?.in === 'note' && a.note === b.note && a.key === b.key
  if (a?.in === 'text') return b?.in === 'text' && a.text === b.text
  return a?.in === b?.in
}

function typeOf({ content }: Y.Item): Y.AbstractType<unknown> | null {
  return content instanceof Y.ContentType ? content.type : null
}

function nameOf({ id }: Y.Item): string {
  return `${id.client}:${id.clock}`
}
