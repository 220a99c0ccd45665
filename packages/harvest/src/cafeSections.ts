/** What a World Café's report has of its own: what was tried, table by table, and the theme over several places. */
import { compareThemes } from './series/compareThemes.ts'
import {
  cardValues,
  chosen,
  everyNote,
  factsOf,
  filled,
  heading,
  list,
  more,
  spokenOf,
  tableOf,
  written,
  type Composing,
} from './composing.ts'
import type { Block } from './document.ts'
import type { Show } from './composeSections.ts'
import type { Report, ReportNote } from './model.ts'
import { noteText, tableName } from './words.ts'

/** Of each round at each table: what a table said in all stands in the appendix. */
const mostOfRound = 5

export const cafeShows = {
  /** The zones in the order: what worked, what did not. */
  tried(composing, { zones = [] }) {
    const { language, say } = composing
    const rows = zones.flatMap((zoneId, at) =>
      filled(composing, { zones: [zoneId] }).flatMap(({ fields, notes }) =>
        notes.map((note) => {
          const [what = '', when = '', who = '', why = ''] = cardValues(fields, note.text)
          return [
            what === '' ? noteText(note, say) : what,
            written(when, language),
            who,
            say(at === 0 ? 'triedWorked' : 'triedFailed'),
            why,
            factsOf(composing, note.id)['lesson'] ?? '',
          ]
        }),
      ),
    )
    const columns = [
      'columnWhat',
      'columnWhen',
      'columnBy',
      'columnWorked',
      'columnWhy',
      'columnLesson',
    ] as const
    return tableOf(
      say('headTried'),
      columns.map((key) => say(key)),
      rows,
    )
  },

  /** What each table takes forward, then the most of what it said in each round. */
  byTable(composing, { zones = [] }) {
    const { report, say } = composing
    const carried = filled(composing, { zones }).flatMap(({ notes }) => notes)
    const rounds = report.questions.filter(({ round }) => round !== null)
    const tables = new Set([...carried, ...everyNote({ questions: rounds })].map(({ table }) => table))
    return [...tables]
      .filter((table) => table > 0)
      .sort((a, b) => a - b)
      .flatMap((table): Block[] => {
        const own = carried.filter((note) => note.table === table)
        return [
          heading(tableName(table, say)),
          ...list(own.map((note) => noteText(note, say))),
          ...rounds.flatMap(({ name, zones: its }): Block[] => {
            const said = everyNote({ questions: rounds.filter((one) => one.zones === its) }).filter(
              (note) => note.table === table,
            )
            const shown = chosen(said, mostOfRound).slice(0, mostOfRound)
            if (said.length === 0) return []
            return [
              heading(name, 3),
              ...list(shown.map((note) => lineOf(note, composing))),
              ...more(said.length - shown.length, composing),
            ]
          }),
        ]
      })
  },

  across(composing) {
    const { report, language, say, count } = composing
    if (report.places.length === 0) return []
    const places = [report, ...report.places]
    const themes = compareThemes(
      places.map((place) => {
        const notes = everyNote(place)
        return {
          sorted: notes.filter((note) => note.themes.length > 0).length,
          themes: place.themes.map((theme) => {
            const ids = new Set(theme.notes)
            const own = notes.filter(({ id }) => ids.has(id))
            const sources = new Set(own.map(({ table, round }) => `${table} ${round}`))
            return { name: theme.name, count: theme.notes.length, sources: sources.size }
          }),
        }
      }),
    ).filter(({ notes }) => notes > 0)
    if (themes.length === 0) return []
    const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 })
    const rows = themes.map(({ name, notes, places: cells }) => [
      name,
      ...cells.map((cell) =>
        cell.count === 0 ? '–' : `${count(cell.count)} · ${percent.format(cell.share)}`,
      ),
      count(notes),
    ])
    const shared = themes.filter(({ isShared }) => isShared).map(({ name }) => name)
    const special = places.flatMap((place, at) => {
      const names = themes.filter(({ places: cells }) => cells[at]?.special).map(({ name }) => name)
      return names.length === 0 ? [] : [`${placeName(place)}: ${new Intl.ListFormat(language).format(names)}`]
    })
    return [
      ...tableOf(say('headAcross'), [say('columnTheme'), ...places.map(placeName), say('placesAll')], rows),
      ...(shared.length > 0 ? [heading(say('placesShared')), ...list(shared)] : []),
      ...(special.length > 0 ? [heading(say('placesSpecial')), ...list(special)] : []),
    ]
  },
} satisfies Partial<Record<string, Show>>

export function placeName({ place, title }: Report): string {
  return place === '' ? title : place
}

/** A note in a list, with its frame: `Det saknas: bussen`. */
function lineOf(note: ReportNote, composing: Composing): string {
  const zone = composing.zoneOf.get(note.id)
  const title = zone && zone.title !== '' ? `${zone.title}: ` : ''
  return `${title}${spokenOf(note, composing).words}`
}
