/**
 * How a board lives in a Y.Doc: four roots and what stands in them. `pos` is one key, because two keys cannot merge
 * their tombstones (30 minutes of dragging: 75 bytes against 2.1 MB); the text is a Y.Text, so that two people who
 * write in one note lose no letter; a removed note is marked, not deleted, so that undo keeps its words.
 */
import * as Y from 'yjs'
import { z } from 'zod'

export const layoutVersion = 1
export const rootNames = ['notes', 'shapes', 'zones', 'meta'] as const

export const noteColors = ['sky', 'sun', 'lilac', 'clay', 'leaf', 'rose', 'paper'] as const
export type NoteColor = (typeof noteColors)[number]
const noteVias = ['phone', 'board', 'paper'] as const
export type NoteVia = (typeof noteVias)[number]

/** Positions beyond this are mistakes or mischief; a board is never that large. */
const coordinate = z.number().min(-1_000_000).max(1_000_000)

/** A note as plain values. `by` is a role, never a person. */
export interface BoardNote {
  id: string
  text: string
  /** Upper left corner, in board units (pixels at 100 %). */
  pos: readonly [number, number]
  /** Fractional index: notes with a greater one lie above. */
  z: string
  color: NoteColor
  zone: string
  phase: string
  by: string
  /** Epoch milliseconds on the server's clock. */
  at: number
  via: NoteVia
  deleted: boolean
  hidden: boolean
  photoId?: string
  /** The title of the group it stands in, within its zone and part. */
  group?: string
  /** Of the zone's parts, or of a map's layers. */
  part?: string
  /** On a map, in percent from the left and from the top. */
  pin?: readonly [number, number]
  /** Answers that were given in one go share it. */
  sheet?: string
}

const noteField = {
  pos: z.tuple([coordinate, coordinate]),
  z: z.string().min(1).max(200),
  color: z.enum(noteColors),
  zone: z.string().max(64),
  phase: z.string().max(64),
  by: z.string().max(64),
  at: z.number(),
  via: z.enum(noteVias),
  deleted: z.boolean(),
  hidden: z.boolean(),
  photoId: z.string().max(64),
  /** Empty: it was in one. */
  group: z.string().max(80),
  part: z.string().max(80),
  pin: z.tuple([z.number().min(0).max(100), z.number().min(0).max(100)]),
  sheet: z.string().max(64),
}

/** A broken field never hides a note. */
const noteFields = z.object({
  pos: noteField.pos.catch([0, 0]),
  z: noteField.z.catch('a0'),
  color: noteField.color.catch('paper'),
  zone: noteField.zone.catch(''),
  phase: noteField.phase.catch(''),
  by: noteField.by.catch(''),
  at: noteField.at.catch(0),
  via: noteField.via.catch('board'),
  deleted: noteField.deleted.catch(false),
  hidden: noteField.hidden.catch(false),
  photoId: noteField.photoId.optional().catch(undefined),
  group: noteField.group.optional().catch(undefined),
  part: noteField.part.optional().catch(undefined),
  pin: noteField.pin.optional().catch(undefined),
  sheet: noteField.sheet.optional().catch(undefined),
})

const zoneFields = z.object({
  id: z.string(),
  title: z.string(),
  kind: z.string(),
  color: z.enum(noteColors).catch('paper'),
  icon: z.string(),
  x: coordinate,
  y: coordinate,
  w: z.number().positive().max(100_000),
  h: z.number().positive().max(1_000_000),
  order: z.number(),
  max: z.number().optional(),
  /** Headings of its columns or quadrants. */
  parts: z.array(z.string()).optional(),
})

/** A frame on the board that gathers notes of one kind. */
export type BoardZone = z.infer<typeof zoneFields>

/** What a zone must bring to be put on a board; the template's zones do. */
export interface ZoneSeed {
  id: string
  title: string
  kind: string
  color: NoteColor
  icon: string
  max?: number | undefined
  parts?: readonly string[] | undefined
}

export interface BoardRoots {
  notes: Y.Map<Y.Map<unknown>>
  shapes: Y.Map<unknown>
  zones: Y.Map<unknown>
  meta: Y.Map<unknown>
}

export function boardRoots(doc: Y.Doc): BoardRoots {
  return {
    notes: doc.getMap('notes'),
    shapes: doc.getMap('shapes'),
    zones: doc.getMap('zones'),
    meta: doc.getMap('meta'),
  }
}

/** Null for what is not there or is no note; a broken entry never breaks the board. */
export function readNote(doc: Y.Doc, id: string): BoardNote | null {
  const entry: unknown = boardRoots(doc).notes.get(id)
  if (!(entry instanceof Y.Map)) return null
  const text: unknown = entry.get('text')
  if (!(text instanceof Y.Text)) return null
  const fields = noteFields.safeParse(Object.fromEntries(fieldNames.map((name) => [name, entry.get(name)])))
  if (!fields.success) return null
  const { photoId, group, part, pin, sheet, ...rest } = fields.data
  return {
    id,
    text: text.toString(),
    ...rest,
    ...(photoId === undefined ? {} : { photoId }),
    ...(group ? { group } : {}),
    ...(part === undefined ? {} : { part }),
    ...(pin === undefined ? {} : { pin }),
    ...(sheet === undefined ? {} : { sheet }),
  }
}

/** Whether a note's field may have this value; `text` is no plain value and not asked for here. */
export function isNoteField(name: string, value: unknown): boolean {
  return noteFieldsByName.get(name)?.safeParse(value).success === true
}

/** Whether a note may have this id: that of the command or page that made it. */
export function isNoteId(id: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(id)
}

const fieldNames = Object.keys(noteFields.shape)
const noteFieldsByName = new Map<string, z.ZodType>(Object.entries(noteField))

/** Zones in the order of the template. */
export function readZones(doc: Y.Doc): BoardZone[] {
  const zones: BoardZone[] = []
  for (const value of boardRoots(doc).zones.values()) {
    const zone = zoneFields.safeParse(value)
    if (zone.success) zones.push(zone.data)
  }
  return zones.sort((a, b) => a.order - b.order)
}
