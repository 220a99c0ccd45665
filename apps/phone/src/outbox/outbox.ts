/**
 * The outbox as pure changes of a list of entries. Whoever keeps the list must apply each change as one step, since
 * two tabs of the same person share it. Together with the server, which answers an opId it has seen as before, each
 * thing a person did happens exactly once, whatever is lost, doubled or closed on the way.
 */
import type { Entry } from './entry.ts'

type Entries = readonly Entry[]
export type NewEntry = Omit<Entry, 'order' | 'tried' | 'refusal'>

/** Puts what a person did last in the line, or melts it into what has not left the phone. */
export function queue(entries: Entries, added: NewEntry): Entries {
  if (entries.some((entry) => entry.opId === added.opId)) return entries
  const last = entries.filter((entry) => entry.noteId === added.noteId && entry.refusal === null).pop()
  const isUnsent = last !== undefined && !last.tried
  switch (added.ask.type) {
    case 'addNote':
      return append(entries, added)
    case 'editNote':
      return isUnsent && hasText(last)
        ? replace(entries, withText(last, added.ask.text))
        : append(entries, added)
    case 'removeNote':
      // Words that never left the phone never will; those that may have, are taken back.
      return entries.some((entry) => isAddOf(entry, added.noteId) && !entry.tried)
        ? entries.filter((entry) => entry.noteId !== added.noteId)
        : append(entries, added)
    case 'restoreNote':
      return isUnsent && last.ask.type === 'removeNote' ? without(entries, last.opId) : append(entries, added)
  }
}

/** Puts entries back that a removal took out of the line, for "undo". */
export function putBack(entries: Entries, taken: Entries): Entries {
  return taken.reduce(
    (line, entry) => (line.some((other) => other.opId === entry.opId) ? line : append(line, entry)),
    entries,
  )
}

/** After so many failures of its own an entry lets those of other notes go first. */
const triesInARow = 3

/**
 * The first that the server has not judged; of those that fail again and again though there is a line, the one that
 * did so least. What was done to one note always stays in order.
 */
export function nextToSend(
  entries: Entries,
  failuresByOpId: ReadonlyMap<string, number> = new Map(),
): Entry | null {
  const notes = new Set<string>()
  let best: Entry | null = null
  let fewest = Infinity
  for (const entry of entries) {
    if (entry.refusal !== null || notes.has(entry.noteId)) continue
    notes.add(entry.noteId)
    const turns = Math.floor((failuresByOpId.get(entry.opId) ?? 0) / triesInARow)
    if (turns < fewest) [best, fewest] = [entry, turns]
  }
  return best
}

/** To be stored before the first byte leaves the phone. */
export function markTried(entries: Entries, opId: string): Entries {
  const entry = entries.find((other) => other.opId === opId)
  return !entry || entry.tried ? entries : replace(entries, { ...entry, tried: true })
}

/** The picture has arrived: the words may follow. */
export function namePhoto(entries: Entries, opId: string, photoId: string): Entries {
  const entry = entries.find((other) => other.opId === opId)
  if (entry?.ask.type !== 'addNote') return entries
  return replace(entries, { ...entry, ask: { ...entry.ask, photoId } })
}

/** What must be sent before the words, null when there is nothing. */
export function photoToSend({ ask, photo }: Entry): string | null {
  return ask.type === 'addNote' && ask.photoId === undefined ? (photo ?? null) : null
}

/** The server has done it. */
export function settle(entries: Entries, opId: string): Entries {
  return without(entries, opId)
}

/** Notes that the view shows have arrived, though their answers were lost. */
export function settleSeen(entries: Entries, seen: ReadonlySet<string>): Entries {
  const rest = entries.filter(
    (entry) => !(entry.tried && entry.ask.type === 'addNote' && seen.has(entry.noteId)),
  )
  return rest.length === entries.length ? entries : rest
}

/**
 * The server said no. The words stay with the reason; what came after for the same note goes with them, so that
 * one decision remains for the person.
 */
export function refuse(entries: Entries, opId: string, refusal: string): Entries {
  const entry = entries.find((other) => other.opId === opId)
  if (!entry) return entries
  const later = entries.filter((other) => other.noteId === entry.noteId && other.order > entry.order)
  const isGoneAnyway =
    entry.ask.type === 'removeNote' && (refusal === 'noteRemoved' || refusal === 'noteUnknown')
  if (isGoneAnyway) return without(entries, opId)
  if (
    entry.ask.type === 'editNote' &&
    later.some((other) => hasText(other) || other.ask.type === 'removeNote')
  ) {
    return without(entries, opId)
  }
  if (entry.ask.type !== 'addNote') return replace(entries, { ...entry, refusal })
  // Without the note nothing that follows can succeed.
  const rest = entries.filter((other) => !later.includes(other))
  const isRemovedLater = later.reduce(
    (removed, { ask }) => (ask.type === 'removeNote' ? true : ask.type === 'restoreNote' ? false : removed),
    false,
  )
  if (isRemovedLater) return without(rest, opId)
  const text = later.reduce((words, { ask }) => (ask.type === 'editNote' ? ask.text : words), textOf(entry))
  return replace(rest, { ...withText(entry, text), refusal })
}

/** The person let go of it. */
export function drop(entries: Entries, opId: string): Entries {
  return without(entries, opId)
}

/** How long to wait after so many failures in a row; `random` in 0..1 spreads a hall's phones. */
export function backoffMs(failures: number, random: number): number {
  return Math.min(20_000, 750 * 2 ** Math.min(failures, 5)) * (0.5 + random)
}

export function textOf(entry: Entry): string {
  return entry.ask.type === 'addNote' || entry.ask.type === 'editNote' ? entry.ask.text : ''
}

const hasText = (entry: Entry) => entry.ask.type === 'addNote' || entry.ask.type === 'editNote'

const isAddOf = (entry: Entry, noteId: string) => entry.noteId === noteId && entry.ask.type === 'addNote'

function withText(entry: Entry, text: string): Entry {
  if (entry.ask.type === 'addNote') return { ...entry, ask: { ...entry.ask, text } }
  if (entry.ask.type === 'editNote') return { ...entry, ask: { ...entry.ask, text } }
  return entry
}

function append(entries: Entries, added: NewEntry): Entries {
  const order = entries.reduce((highest, entry) => Math.max(highest, entry.order), 0) + 1
  return [...entries, { ...added, order, tried: false, refusal: null }]
}

const replace = (entries: Entries, changed: Entry) =>
  entries.map((entry) => (entry.opId === changed.opId ? changed : entry))

const without = (entries: Entries, opId: string) => entries.filter((entry) => entry.opId !== opId)
