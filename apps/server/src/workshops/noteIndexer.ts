/**
 * Keeps the index of notes true by asking before each search: whoever searches has every source read in whose stamp has
 * changed, so that a note that was hidden a moment ago is not found. Boards that nobody has open are read from the
 * storage, one workshop after the other, and forgotten again: no desk is opened, and nothing is kept in memory.
 */
import { setImmediate } from 'node:timers/promises'
import { readNotes } from '@bordet/board'
import { buildReport, everyNote, themeKey, type Report } from '@bordet/harvest'
import { buildDoc } from '@bordet/sync'
import type { WorkshopState } from '@bordet/workshop'
import { replay } from '@bordet/workshop/engine'
import { stateSchema } from '@bordet/workshop/schemas'
import { hallTimeZone } from '../http/hallTimeZone.ts'
import type { IndexedNote, NoteSource, SourceFacts } from '../storage/noteIndex.ts'
import type { Storage } from '../storage/storage.ts'
import { boardsOf } from './boardSet.ts'
import type { Desks } from './desks.ts'
import { interviewsSchema, type Interviews } from './series.ts'

export interface NoteIndexer {
  /** Resolves when the index holds what was durable when this was called. Rejects when it cannot be written. */
  catchUp(): Promise<void>
}

export interface NoteIndexerParts {
  storage: Storage
  desks: Desks
  now(): number
  log(event: string, facts: object): void
}

interface ReadSource {
  facts: SourceFacts
  notes: IndexedNote[]
}

export function createNoteIndexer(parts: NoteIndexerParts): NoteIndexer {
  let running: Promise<void> | null = null
  let next: Promise<void> | null = null

  const readIn = async () => {
    for (const source of await parts.storage.staleSources()) {
      const read = await readSource(source, parts).catch((error: unknown) => {
        parts.log('a source of notes cannot be read: it is not searched', { err: error, source: source.id })
        return null
      })
      await parts.storage.saveNotes(source, read)
      // A turn of the event loop between two: a search is in no hurry, a note is.
      await setImmediate()
    }
  }

  const start = (): Promise<void> => {
    running = readIn().finally(() => {
      running = null
    })
    return running
  }

  return {
    catchUp() {
      if (!running) return start()
      // What is running may have looked already; all who wait share one that has not.
      next ??= running
        .catch(() => {})
        .then(() => {
          next = null
          return start()
        })
      return next
    },
  }
}

async function readSource({ id, kind }: NoteSource, parts: NoteIndexerParts): Promise<ReadSource | null> {
  if (kind === 'interviews') {
    const row = await parts.storage.interviews(id)
    return row && interviewNotes(row.seriesId, interviewsSchema.parse(row.content))
  }
  const found = await readWorkshop(id, parts)
  return found && workshopNotes(found.state, found.report)
}

/** Its report as it is now; from its desk where that is open, else from the storage alone. Null when there is none. */
async function readWorkshop(
  id: string,
  { storage, desks, now }: NoteIndexerParts,
): Promise<{ state: WorkshopState; report: Report } | null> {
  const desk = desks.loaded().find(({ workshopId }) => workshopId === id)
  const report = (state: WorkshopState, boards: Awaited<ReturnType<NonNullable<typeof desk>['boards']>>) =>
    buildReport({ state, boards, now: now(), timeZone: hallTimeZone })
  if (desk) {
    const boards = await desk.boards()
    return { state: desk.state, report: report(desk.state, boards) }
  }
  const stored = await storage.loadWorkshop(id)
  if (!stored) return null
  const state = replay(stateSchema.parse(stored.state), stored.commands)
  const boards = []
  for (const board of boardsOf(state)) {
    // A damaged board costs its own notes, not those of the others.
    const kept = await storage.readBoard(board.boardId).catch(() => null)
    const parts = kept && [
      ...(kept.snapshot ? [kept.snapshot] : []),
      ...kept.updates.map(({ bytes }) => bytes),
    ]
    boards.push({ ...board, notes: parts && readNotes(buildDoc(parts)) })
    await setImmediate()
  }
  return { state, report: report(state, boards) }
}

function workshopNotes(state: WorkshopState, report: Report): ReadSource {
  const towns = new Map(state.tables.map(({ number, town }) => [number, town]))
  const where = report.place === '' ? report.title : report.place
  return {
    facts: {
      title: report.title,
      place: where,
      heldOn: report.heldOn,
      participants: report.participants,
      isOpen: report.status !== 'closed',
      unreadable: report.unreadable,
      seriesId: null,
      sentence: report.texts['headSentence'] ?? report.texts['headInShort'] ?? '',
    },
    notes: everyNote(report).map((note) => ({
      id: note.id,
      text: note.text,
      themes: withKeys(note.themes),
      place: towns.get(note.table) || where,
      heldOn: report.heldOn,
      table: note.table,
      round: note.round,
      phase: note.phase,
      isQuote: note.quote,
      dots: note.dots,
      photo: note.photo,
      fromPaper: note.via === 'paper',
      writtenAt: note.writtenAt,
    })),
  }
}

function interviewNotes(seriesId: string, { source, place, heldOn, quotes }: Interviews): ReadSource {
  return {
    facts: {
      title: source,
      place,
      heldOn,
      participants: null,
      isOpen: false,
      unreadable: [],
      seriesId,
      sentence: '',
    },
    notes: quotes.map((quote) => ({
      id: quote.id,
      text: quote.text,
      themes: withKeys(quote.themes),
      place: quote.place,
      heldOn: quote.heldOn,
      table: null,
      round: null,
      phase: quote.source,
      isQuote: false,
      dots: null,
      photo: false,
      fromPaper: false,
      writtenAt: Date.parse(`${quote.heldOn}T12:00:00Z`),
    })),
  }
}

/** One theme under two names, such as a code book's in two languages, is one. */
function withKeys(names: readonly string[]): { key: string; name: string }[] {
  const byKey = new Map(names.map((name) => [themeKey(name), name]))
  return [...byKey].map(([key, name]) => ({ key, name }))
}
