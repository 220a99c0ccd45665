/** What was sorted in other places by the same method: so that the seventh village need not teach what six have taught. */
import type { LearntNote } from '@bordet/harvest'
import type { Desk } from './desk.ts'

/** Newest first; older ones teach little that these do not. */
const mostPlaces = 8
const mostNotes = 3_000
/** Opening a workshop loads its boards: no more than this for places that may be of another method. */
const mostOpened = 25
const lastsMs = 10 * 60_000
/** Workshops that somebody sorts at the same time. */
const mostKept = 50

export interface LearntNotesParts {
  listWorkshops(): Promise<{ id: string; createdAt: number }[]>
  open(workshopId: string): Promise<Desk | null>
  now(): number
}

type LearningDesk = Pick<Desk, 'workshopId' | 'state'>

/** Sorted notes of other workshops with this one's method and language; hidden ones teach nothing. A workshop that cannot be opened teaches nothing. */
export function createLearntNotes(parts: LearntNotesParts): (desk: LearningDesk) => Promise<LearntNote[]> {
  const kept = new Map<string, { at: number; notes: Promise<LearntNote[]> }>()
  return (desk) => {
    const { workshopId } = desk
    const before = kept.get(workshopId)
    if (before && parts.now() - before.at < lastsMs) return before.notes
    const notes = collect(desk, parts)
    const entry = { at: parts.now(), notes }
    kept.delete(workshopId)
    kept.set(workshopId, entry)
    for (const id of [...kept.keys()].slice(0, -mostKept)) kept.delete(id)
    // What failed once is tried again by whoever asks next.
    notes.catch(() => kept.get(workshopId) === entry && kept.delete(workshopId))
    return notes
  }
}

async function collect(desk: LearningDesk, { listWorkshops, open }: LearntNotesParts): Promise<LearntNote[]> {
  const listed = await listWorkshops()
  const learnt: LearntNote[] = []
  let places = 0
  let opened = 0
  for (const { id } of listed.toSorted((a, b) => b.createdAt - a.createdAt)) {
    if (places >= mostPlaces || opened >= mostOpened || learnt.length >= mostNotes) break
    if (id === desk.workshopId) continue
    opened += 1
    const other = await open(id).catch(() => null)
    const { templateId, language } = desk.state
    if (other?.state.templateId !== templateId || other.state.language !== language) continue
    places += 1
    const names = new Map(other.state.themes.map((theme) => [theme.id, theme.name]))
    for (const { note, hidden } of other.everyNote())
      for (const themeId of (hidden ? null : other.state.noteThemes[note.id]) ?? []) {
        const theme = names.get(themeId)
        if (theme !== undefined) learnt.push({ text: note.text, theme })
      }
  }
  return learnt
}
