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

/** What would be markup, or the end of it, where a writer forgot that it is text. */
export const markupSigns = `&<>"'`

/** The same with all that a report can hold, and `signs` behind every word that people wrote. */
export function markedReport(signs = markupSigns): Report {
  const report = withSigns(trappedReport(), signs)
  const ids = report.questions.flatMap(({ zones }) => zones.flatMap(({ notes }) => notes.map(({ id }) => id)))
  const names = ['Bussar', 'Bostäder', 'Skola', 'Fik', 'Torg', 'Vägar', 'Vatten']
  const marked = (words: Record<string, string>) => withSigns(words, signs)
  return {
    ...report,
    themes: names.map((name, at) => ({
      ...withSigns({ name, text: `Om ${name}.` }, signs),
      id: `t${at}`,
      notes: ids.slice(at * 4, at * 4 + 4),
    })),
    texts: marked({ headInShort: 'Bostäder först.' }),
    answers: { [ids[0] ?? '']: withSigns({ text: 'Ja.', responsible: 'Anna', due: 'i vår' }, signs) },
    actions: [marked({ what: 'Busskur', who: 'Kommunen', when: '2025', money: '10 000' })],
    promises: [marked({ said: 'Mer buss', doing: 'En till', notDoing: 'Natt', why: 'Pengar' })],
    questions: report.questions.map((question) => ({
      ...question,
      groups: [
        {
          ...withSigns({ name: 'Bygrupp', contact: 'Eva', meeting: 'torsdag' }, signs),
          members: 6,
          names: [],
        },
      ],
    })),
  }
}

/** What the program itself reads. */
const ownKeys = new Set('templateId language timeZone status heldOn phaseId zoneId kind via id'.split(' '))

function withSigns<T>(words: T, signs: string): T {
  return JSON.parse(
    JSON.stringify(words, (key, value: unknown) =>
      typeof value !== 'string' || ownKeys.has(key) ? value : value + signs,
    ),
  )
}
