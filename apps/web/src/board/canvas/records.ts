/**
 * From what stands in the document to the records that tldraw draws, and back. Nothing here knows tldraw: the
 * results are plain values that the store's own validators judge.
 */
import { noteHeight, noteWidth, type BoardNote, type BoardZone } from '@bordet/board'

export const noteType = 'bordet-note'
export const zoneType = 'bordet-zone'
/** The one page; a constant of this device, never in the document. */
export const pageId = 'page:page'

const shapePrefix = 'shape:'
const zonePrefix = 'shape:zone-'

export function noteShapeId(noteId: string): `shape:${string}` {
  return `${shapePrefix}${noteId}`
}

export function noteIdOf(shapeId: string): string {
  return shapeId.slice(shapePrefix.length)
}

export function isZoneId(shapeId: string): boolean {
  return shapeId.startsWith(zonePrefix)
}

export function zoneIdOf(shapeId: string): string {
  return shapeId.slice(zonePrefix.length)
}

function base(id: string, type: string, at: { x: number; y: number }, index: string) {
  return {
    id,
    typeName: 'shape',
    type,
    parentId: pageId,
    index,
    x: at.x,
    y: at.y,
    rotation: 0,
    isLocked: false,
    opacity: 1,
    meta: {},
  }
}

/** The words are not in the record: they would be overwritten whole, and grow the editor's history. */
export function noteToRecord(note: BoardNote) {
  return {
    ...base(noteShapeId(note.id), noteType, { x: note.pos[0], y: note.pos[1] }, note.z),
    props: {
      w: noteWidth,
      h: noteHeight(note),
      color: note.color,
      isFromPhone: note.via === 'phone',
      isHidden: note.hidden,
    },
  }
}

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** Locked, so that it is never moved, selected or deleted; below every note, whose keys begin with a small letter. */
export function zoneToRecord(zone: BoardZone) {
  const index = `Z${digits.charAt(Math.min(zone.order, digits.length - 1))}`
  return {
    ...base(`${zonePrefix}${zone.id}`, zoneType, zone, index),
    isLocked: true,
    props: { w: zone.w, h: zone.h, zoneId: zone.id },
  }
}

/** Kinds that people can draw here. What else stands in a document is left alone and not shown. */
const drawnTypes: ReadonlySet<string> = new Set(['draw', 'arrow', 'text', 'geo', 'line', 'highlight'])

export interface Drawn {
  record: object
  /** What an arrow holds on to. */
  bindings: { id: string; toId: string; record: object }[]
}

/** Null for what is no drawing. Anything may stand in a document, so nothing is taken for granted. */
export function readDrawn(key: string, value: unknown): Drawn | null {
  if (!isObject(value) || value['id'] !== key || value['typeName'] !== 'shape') return null
  if (typeof value['type'] !== 'string' || !drawnTypes.has(value['type']) || !isObject(value['meta']))
    return null
  const { bindings, ...meta } = value['meta']
  return {
    record: { ...value, parentId: pageId, meta },
    bindings: (Array.isArray(bindings) ? bindings : []).flatMap((held: unknown) => {
      if (!isObject(held) || typeof held['id'] !== 'string' || typeof held['toId'] !== 'string') return []
      const { id, toId, props } = held
      return [
        { id, toId, record: { id, toId, props, typeName: 'binding', type: 'arrow', fromId: key, meta: {} } },
      ]
    }),
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

/** As it is kept in the document: an arrow carries what it holds on to, so that both change as one. */
export function writeDrawn<Record extends { meta: object }>(
  record: Record,
  bindings: readonly { id: string; toId: string; props: object }[],
) {
  if (bindings.length === 0) return record
  const held = bindings.map(({ id, toId, props }) => ({ id, toId, props }))
  return { ...record, meta: { ...record.meta, bindings: held } }
}
