/** The evening in Lindåsa with every note that has ever broken an export among its own. */
import type { Report } from '../model.ts'
import { buildReport } from '../report.ts'
import { boardsOf, lindasaCafe, startedAt, type CafeNote } from './lindasaCafe.ts'
import { trapTexts } from './trapNotes.ts'

/** At least so many notes; the evening's own are repeated under new ids. */
export function trappedReport(least = 0): Report {
  const cafe = lindasaCafe()
  const traps = trapTexts.map((text, index): CafeNote => ({
    id: `trap-${index}`,
    table: 3,
    phase: 'r3',
    zone: 'ideas',
    text,
    via: 'phone',
    at: startedAt,
    person: 'p1',
  }))
  const notes = [...cafe.notes, ...traps]
  const own = notes.length
  for (let at = 0; notes.length < least; at += 1) {
    const note = notes[at % own]
    if (note) notes.push({ ...note, id: `again-${at}` })
  }
  const boards = boardsOf(cafe.state, notes)
  return buildReport({ state: cafe.state, boards, now: startedAt, timeZone: 'Europe/Stockholm' })
}
