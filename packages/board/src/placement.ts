/**
 * Where things stand on a board. Zones stand side by side and grow downwards, so that one that is full never pushes
 * another; notes are laid in rows, left to right, in the order they come.
 */
import type { BoardNote, BoardZone, ZoneSeed } from './layout.ts'

/** Every view draws a note this wide. */
export const noteWidth = 200
const noteGap = 16
const zonePadding = 24
const zoneHeader = 64
const zoneGap = 48
/** Two: so that two or three zones of a round stand side by side on a tablet and can be read. */
const columns = 2
const zoneWidth = widthFor(columns)
/** Above a part's notes, for its heading. */
const partHeader = 40
/** How far down the upper half of a matrix goes; a fuller one goes on below the lower half. */
const matrixRowHeight = 900
const zoneHeight = 640

/** In a wide face; in most others more fit. */
const usualWords = { charactersPerLine: 17, lineHeight: 22 }
const manyWords = { charactersPerLine: 22, lineHeight: 18 }
const manyCharacters = 280
const notePadding = 44
const leastNoteHeight = 96

/** What decides how much room a note takes. */
export interface NoteSize {
  text: string
  photoId?: string | undefined
}
/** Above the words of a note with a picture. */
export const photoHeight = 140

/**
 * How high a note is, in board units. An estimate from the number of characters that every side
 * computes alike (the server has no fonts); generous, so that words fit in a wide face too.
 */
export function noteHeight({ text, photoId }: NoteSize): number {
  const { charactersPerLine, lineHeight } = hasManyWords(text) ? manyWords : usualWords
  const lines = text.split('\n').reduce((sum, line) => sum + linesFor(line, charactersPerLine), 0)
  const picture = photoId === undefined ? 0 : photoHeight
  return picture + Math.max(leastNoteHeight, notePadding + lines * lineHeight)
}

/** Such a note is written in smaller letters: it would be a tower otherwise. */
export function hasManyWords(text: string): boolean {
  return text.length > manyCharacters
}

function linesFor(line: string, charactersPerLine: number): number {
  let lines = 1
  let used = 0
  for (const word of line.split(' ')) {
    const width = widthOf(word)
    if (used > 0 && used + 1 + width <= charactersPerLine) used += 1 + width
    else {
      if (used > 0) lines += 1
      // A word longer than a line is broken over several.
      lines += Math.max(0, Math.ceil(width / charactersPerLine) - 1)
      used = width > charactersPerLine ? width % charactersPerLine : width
    }
  }
  return lines
}

/** Emoji, capitals and East Asian characters take more room than a small letter. */
function widthOf(word: string): number {
  let width = 0
  for (const character of word) {
    const code = character.codePointAt(0) ?? 0
    width += code >= 0x1100 ? 2 : character !== character.toLowerCase() ? 1.25 : 1
  }
  return width
}

/** Frames for zones that are new on a board, to the right of those that stand there. */
export function layOutZones(seeds: readonly ZoneSeed[], standing: readonly BoardZone[]): BoardZone[] {
  const right = standing.reduce((edge, zone) => Math.max(edge, zone.x + zone.w + zoneGap), 0)
  const frames = seeds.map((seed) => ({ seed, w: widthOfZone(seed), h: heightOfZone(seed) }))
  const leftOf = (index: number) => frames.slice(0, index).reduce((x, frame) => x + frame.w + zoneGap, right)
  return frames.map(({ seed, w, h }, index) => ({
    id: seed.id,
    title: seed.title,
    kind: seed.kind,
    color: seed.color,
    icon: seed.icon,
    x: leftOf(index),
    y: 0,
    w,
    h,
    order: standing.length + index,
    ...(seed.max === undefined ? {} : { max: seed.max }),
    ...(seed.parts === undefined ? {} : { parts: [...seed.parts] }),
  }))
}

function widthFor(notesAcross: number): number {
  return 2 * zonePadding + notesAcross * noteWidth + (notesAcross - 1) * noteGap
}

/** Three columns of one note each, two of two: a tablet shows the whole zone. */
function widthOfZone({ kind, parts }: Pick<ZoneSeed, 'kind' | 'parts'>): number {
  if (!parts) return zoneWidth
  return parts.length === 3 ? 3 * widthFor(1) : acrossOf(kind, parts) * zoneWidth
}

function heightOfZone({ kind, parts }: Pick<ZoneSeed, 'kind' | 'parts'>): number {
  return parts && rowsOf(kind, parts) > 1 ? zoneHeader + 2 * matrixRowHeight : zoneHeight
}

function acrossOf(kind: string, parts: readonly string[]): number {
  return kind === 'matrix2x2' ? 2 : parts.length
}

function rowsOf(kind: string, parts: readonly string[]): number {
  return Math.ceil(parts.length / acrossOf(kind, parts))
}

/** A column or quadrant with its heading, in board units. */
export interface PartFrame extends Frame {
  title: string
}

/** The parts of a zone in reading order, none for a plain one. The lowest reach down as far as the zone does. */
export function partFrames(zone: Pick<BoardZone, 'kind' | 'parts' | 'x' | 'y' | 'w' | 'h'>): PartFrame[] {
  const { kind, parts } = zone
  if (!parts || parts.length === 0) return []
  const across = acrossOf(kind, parts)
  const lastRow = rowsOf(kind, parts) - 1
  const w = zone.w / across
  return parts.map((title, index) => {
    const row = Math.floor(index / across)
    const y = zone.y + zoneHeader + row * matrixRowHeight
    const h = row < lastRow ? matrixRowHeight : Math.max(matrixRowHeight / 2, zone.y + zone.h - y)
    return { title, x: zone.x + (index % across) * w, y, w, h }
  })
}

/** The part a note at this place stands in: the one under its middle, or nearest to it. Null for a plain zone. */
export function partAt(zone: BoardZone, pos: readonly [number, number]): string | null {
  const [x, y] = [pos[0] + noteWidth / 2, pos[1] + leastNoteHeight / 2]
  const distance = (part: PartFrame) =>
    Math.max(part.x - x, x - part.x - part.w, 0) + Math.max(part.y - y, y - part.y - part.h, 0)
  const nearest = partFrames(zone).reduce<PartFrame | null>(
    (best, part) => (best === null || distance(part) < distance(best) ? part : best),
    null,
  )
  return nearest?.title ?? null
}

/** The first free place in this part of the zone; below everything in it where the upper half of a matrix is full. */
export function placeInZone(
  zone: BoardZone,
  part: string | undefined,
  note: NoteSize,
  standing: readonly BoardNote[],
): { pos: [number, number]; zoneHeight: number } {
  const parts = partFrames(zone)
  const frame = parts.find(({ title }) => title === part) ?? parts[0]
  if (!frame) return findPlace(zone, note, standing)
  const inPart = (top: number) => {
    const place = findPlace({ ...frame, y: top, h: 0 }, note, standing)
    return { pos: place.pos, zoneHeight: Math.max(zone.h, top + place.zoneHeight - zone.y) }
  }
  const place = inPart(frame.y + partHeader - zoneHeader)
  const isUpper = parts.some(({ y }) => y > frame.y)
  const fits = place.pos[1] + noteHeight(note) <= frame.y + frame.h
  return !isUpper || fits ? place : inPart(zone.y + zoneHeader + 2 * matrixRowHeight - zoneHeader)
}

type Frame = Pick<BoardZone, 'x' | 'y' | 'w' | 'h'>

/** Where notes go whose zone is not on the board: under everything, so that they cover nothing. */
export function frameBelow(zones: readonly Frame[], standing: readonly BoardNote[]): Frame {
  const bottoms = standing
    .filter(({ pos }) => pos[1] < strayNote)
    .map((note) => note.pos[1] + noteHeight(note) + noteGap)
  const y = Math.max(0, ...zones.map((zone) => zone.y + zone.h + zoneGap))
  return {
    x: 0,
    y: bottoms.reduce((lowest, bottom) => Math.max(lowest, bottom), y),
    w: zoneWidth,
    h: zoneHeight,
  }
}

/** A note that somebody threw further down than this does not drag others after it. */
const strayNote = 100_000

/**
 * The first place in the zone, in reading order, where a note covers no other and stands in no group, and the height
 * the zone needs for it. Row by row: a row is as high as its highest note.
 */
export function findPlace(
  zone: Frame,
  note: NoteSize,
  standing: readonly BoardNote[],
): { pos: [number, number]; zoneHeight: number } {
  const height = noteHeight(note)
  const boxes = [...standing.map(boxOf), ...groupFrames(standing).map(boxOfFrame)].filter(
    (box) => box.x < zone.x + zone.w && box.right > zone.x,
  )
  const perRow = Math.max(1, Math.floor((zone.w - 2 * zonePadding + noteGap) / (noteWidth + noteGap)))
  let y = zone.y + zoneHeader
  for (;;) {
    for (let column = 0; column < perRow; column += 1) {
      const x = zone.x + zonePadding + column * (noteWidth + noteGap)
      const isFree = boxes.every(
        (box) => box.x >= x + noteWidth || box.right <= x || box.y >= y + height || box.bottom <= y,
      )
      if (isFree) {
        return { pos: [x, y], zoneHeight: Math.max(zone.h, y + height + zonePadding - zone.y) }
      }
    }
    const row = y
    // Every column was taken, so something lies across this row's line or begins just below it.
    const inRow = boxes.filter((box) => box.bottom > row && box.y < row + height)
    const across = inRow.filter((box) => box.y <= row)
    const next =
      across.length > 0
        ? Math.max(...across.map((box) => box.bottom))
        : Math.min(...inRow.map((box) => box.bottom))
    y = next + noteGap
  }
}

interface Box {
  x: number
  right: number
  y: number
  bottom: number
}

function boxOf(note: BoardNote): Box {
  const [x, y] = note.pos
  return { x, right: x + noteWidth, y, bottom: y + noteHeight(note) }
}

function boxOfFrame({ x, y, w, h }: Frame): Box {
  return { x, right: x + w, y, bottom: y + h }
}

/** Notes that people put together, with the frame around them: their title stands in its upper edge. */
export interface GroupFrame extends Frame {
  title: string
  zone: string
  part: string | undefined
  noteIds: string[]
}

/** Above a group's notes, for its title. */
const groupTitleHeight = 40
const groupPadding = 12

/** In the order of their first notes. A group of one stands too: its other note may be hidden. */
export function groupFrames(notes: readonly BoardNote[]): GroupFrame[] {
  const grouped = notes.filter(({ group }) => group !== undefined)
  const byGroup = Map.groupBy(grouped, ({ zone, part, group }) => JSON.stringify([zone, part, group]))
  return [...byGroup.values()].flatMap((members) => {
    const [first] = members
    if (!first) return []
    const boxes = members.map(boxOf)
    const x = Math.min(...boxes.map((box) => box.x)) - groupPadding
    const y = Math.min(...boxes.map((box) => box.y)) - groupPadding - groupTitleHeight / 2
    return {
      title: first.group ?? '',
      zone: first.zone,
      part: first.part,
      noteIds: members.map(({ id }) => id),
      x,
      y,
      w: Math.max(...boxes.map((box) => box.right)) + groupPadding - x,
      h: Math.max(...boxes.map((box) => box.bottom)) + groupPadding - y,
    }
  })
}

/**
 * Where the notes of a zone stand when it is tidied: group after group, then the rest, each in the order given, part
 * by part. The height is what the zone needs then.
 */
export function layOutNotes(
  zone: BoardZone,
  notes: readonly BoardNote[],
): { places: Map<string, [number, number]>; zoneHeight: number } {
  const parts = partFrames(zone)
  const frames = parts.length > 0 ? parts : [{ title: undefined, ...frameOf(zone) }]
  const places = new Map<string, [number, number]>()
  let bottom = zone.y + zone.h
  for (const [index, frame] of frames.entries()) {
    const isIn = ({ part }: BoardNote) =>
      parts.length === 0 ||
      part === frame.title ||
      (index === 0 && !parts.some(({ title }) => title === part))
    const top = parts.length > 0 ? frame.y + partHeader : zone.y + zoneHeader
    // The upper half of a matrix goes on below the lower one.
    const isUpper = parts.some(({ y }) => y > frame.y)
    const end = isUpper ? frame.y + frame.h : Infinity
    const below = zone.y + zoneHeader + 2 * matrixRowHeight
    const laid = layOutRows({ x: frame.x, w: frame.w, top, end, below }, notes.filter(isIn))
    for (const [id, pos] of laid.places) places.set(id, pos)
    bottom = Math.max(bottom, laid.bottom + zonePadding)
  }
  return { places, zoneHeight: bottom - zone.y }
}

function frameOf({ x, y, w, h }: BoardZone): Frame {
  return { x, y, w, h }
}

function layOutRows(
  frame: { x: number; w: number; top: number; end: number; below: number },
  notes: readonly BoardNote[],
): { places: Map<string, [number, number]>; bottom: number } {
  const places = new Map<string, [number, number]>()
  const perRow = Math.max(1, Math.floor((frame.w - 2 * zonePadding + noteGap) / (noteWidth + noteGap)))
  const titles = new Set(notes.flatMap(({ group }) => group ?? []))
  const blocks = [...titles, undefined].map((title) => notes.filter(({ group }) => group === title))
  let y = frame.top
  for (const block of blocks) {
    const isGroup = block[0]?.group !== undefined
    if (isGroup) y += groupTitleHeight
    for (let at = 0; at < block.length; at += perRow) {
      const row = block.slice(at, at + perRow)
      const height = Math.max(...row.map(noteHeight))
      if (y < frame.end && y + height > frame.end) y = frame.below + (isGroup ? groupTitleHeight : 0)
      for (const [column, note] of row.entries())
        places.set(note.id, [frame.x + zonePadding + column * (noteWidth + noteGap), y])
      y += height + noteGap
    }
    if (isGroup) y += groupPadding
  }
  return { places, bottom: y - noteGap }
}

/** Which zone a note at this place belongs to: the one under its middle, near its top; null outside all. */
export function zoneAt(zones: readonly BoardZone[], pos: readonly [number, number]): BoardZone | null {
  const x = pos[0] + noteWidth / 2
  const y = pos[1] + leastNoteHeight / 2
  return (
    zones.find((zone) => x >= zone.x && x < zone.x + zone.w && y >= zone.y && y < zone.y + zone.h) ?? null
  )
}

const sameRow = 60

/** Rows from the top, each from the left; notes whose tops differ a little stand in one row. */
export function inReadingOrder(notes: readonly BoardNote[]): BoardNote[] {
  const byTop = [...notes].sort((a, b) => a.pos[1] - b.pos[1] || a.pos[0] - b.pos[0] || a.at - b.at)
  const ordered: BoardNote[] = []
  let row: BoardNote[] = []
  for (const note of byTop) {
    const top = row[0]?.pos[1]
    if (top !== undefined && note.pos[1] - top > sameRow) {
      ordered.push(...row.sort((a, b) => a.pos[0] - b.pos[0]))
      row = []
    }
    row.push(note)
  }
  return [...ordered, ...row.sort((a, b) => a.pos[0] - b.pos[0])]
}
