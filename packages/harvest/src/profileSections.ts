/** What a town's profile has of its own: what is special and on how many sources it rests, what comes first, its way to the council. */
import { dateLong } from '@bordet/text'
import { approvalStages } from '@bordet/workshop'
import {
  cardValues,
  chosen,
  factsOf,
  filled,
  heading,
  list,
  mergedThemes,
  mostThemes,
  mostQuotes,
  mostRanked,
  paragraphs,
  quiet,
  quote,
  rowsOf,
  tableOf,
  written,
  type Composing,
  isWorkedOn,
} from './composing.ts'
import type { Show } from './composeSections.ts'
import type { Block } from './document.ts'
import type { Report, ReportNote } from './model.ts'
import { noteText, type SayHarvest } from './words.ts'

export const profileShows = {
  /** Themes that organisers wrote about or chose a quote from, however many; else the largest. */
  points(composing) {
    const themes = mergedThemes(composing)
    const isChosen = themes.some(({ text }) => text !== '')
    return themes
      .filter((theme, at) => isWorkedOn(theme) || (!isChosen && at < mostThemes))
      .flatMap(({ name, text, notes }): Block[] => [
        heading(name),
        ...(notes.length > 0 ? [quiet(sourcesOf(notes, composing))] : []),
        ...paragraphs(text),
        ...chosen(notes, mostQuotes)
          .slice(0, mostThemes)
          .map((note) => quote(note, composing)),
      ])
  },

  /** Actions that somebody has begun. */
  begun({ report, language }) {
    const begun = [...report.parts, report]
      .flatMap(({ actions }) => actions)
      .filter((row) => row['status'] === 'begun')
    return list(
      begun.map((row) =>
        [row['what'] ?? '', row['who'] ?? '', written(row['when'] ?? '', language)]
          .filter((words) => words !== '')
          .join(' – '),
      ),
    )
  },

  /** The first zone's cards; of the others, which are ideas, what got dots or what organisers decided on. */
  initiatives(composing, { zones = [] }) {
    const { language, say, count } = composing
    const rows = zones.flatMap((zoneId, at) =>
      filled(composing, { zones: [zoneId] }).flatMap(({ fields, notes }) =>
        notes.flatMap((note) => {
          const decided = factsOf(composing, note.id)
          const [what = '', who = '', first = '', horizon = ''] = cardValues(fields, note.text)
          if (at > 0 && !note.dots && Object.values(decided).every((value) => value === '')) return []
          return [
            {
              dots: note.dots,
              cells: [
                what === '' ? noteText(note, say) : what,
                who,
                first,
                written(decided['when'] ?? '', language) || horizon,
                costName(decided['cost'] ?? '', say),
                note.dots === null ? '' : count(note.dots),
              ],
            },
          ]
        }),
      ),
    )
    const columns = [
      'columnWhat',
      'columnBy',
      'columnFirstStep',
      'columnWhen',
      'columnCost',
      'columnDots',
    ] as const
    return tableOf(
      say('headInitiatives'),
      columns.map((key) => say(key)),
      rows
        .toSorted((a, b) => (b.dots ?? 0) - (a.dots ?? 0))
        .slice(0, mostRanked)
        .map(({ cells }) => cells),
    )
  },

  howMade(composing) {
    const { report } = composing
    const all = [...report.parts, report].toSorted((a, b) => a.heldAt - b.heldAt)
    return list(all.map((one) => heldLine(one, composing)))
  },

  approval(composing) {
    const { language, say, report } = composing
    const [row] = rowsOf(composing, 'approval')
    if (!row) return []
    const stage = approvalStages.findIndex((one) => one === row.cells['stage'])
    const date = (cell: string) => written(row.cells[cell] ?? '', language)
    const until = date('commentsUntil')
    const by = row.cells['approvedBy'] ?? ''
    const steps = [
      [say('stageDraft'), dateLong(language, report.heldAt, report.timeZone), ''],
      [say('stageComments'), until === '' ? '' : say('commentsUntil', { date: until }), ''],
      [say('stageApproved'), date('approvedOn'), by],
    ].map(([name = '', when = '', who = ''], at) => [
      name,
      when,
      who,
      at < stage ? say('stagePassed') : at === stage ? say('stageNow') : say('stageAhead'),
    ])
    const head = [say('columnStep'), say('columnWhen'), say('columnBy'), say('columnStatus')]
    return tableOf(say('headStatus'), head, steps)
  },
} satisfies Partial<Record<string, Show>>

/** `12 lappar från 3 bord och 4 citat från intervjuer` */
export function sourcesOf(notes: readonly ReportNote[], composing: Composing): string {
  const { say, language, from } = composing
  const imported = new Set(
    composing.questions.flatMap(({ zones }) =>
      zones.flatMap(({ kind, notes: its }) => (kind === 'import' ? its.map(({ id }) => id) : [])),
    ),
  )
  const quoted = notes.filter(({ id }) => imported.has(id)).length
  const own = notes.filter(({ id }) => !imported.has(id))
  const tables = new Set(
    own.filter(({ table }) => table > 0).map(({ id, table }) => `${from.get(id) ?? ''} ${table}`),
  )
  const noted = say('noteCount', { n: own.length })
  const sources = [
    ...(own.length === 0
      ? []
      : [
          tables.size === 0
            ? noted
            : say('fromTables', { notes: noted, tables: say('tableCount', { n: tables.size }) }),
        ]),
    ...(quoted > 0 ? [say('interviewCount', { n: quoted })] : []),
  ]
  return say('basedOn', { sources: new Intl.ListFormat(language).format(sources) })
}

function heldLine(report: Report, { language, say }: Composing): string {
  const { questions, participants, tables, rounds } = report
  const isInterview = questions.length > 0 && questions.every(({ kind }) => kind === 'interview')
  const quoted = questions
    .flatMap(({ zones }) => zones)
    .filter(({ kind }) => kind === 'import')
    .reduce((sum, { notes }) => sum + notes.length, 0)
  const facts = [
    ...(isInterview
      ? participants > 0
        ? [say('interviewsHeld', { n: participants })]
        : []
      : [say('participantCount', { n: participants })]),
    ...(isInterview ? [] : [say('tableCount', { n: tables }), say('roundCount', { n: rounds })]),
    ...(quoted > 0 ? [say('interviewCount', { n: quoted })] : [say('noteCount', { n: report.notes })]),
  ]
  return `${dateLong(language, report.heldAt, report.timeZone)}, ${report.title}: ${facts.join(', ')}`
}

export function costName(cost: string, say: SayHarvest): string {
  switch (cost) {
    case 'small':
      return say('costSmall')
    case 'medium':
      return say('costMedium')
    case 'large':
      return say('costLarge')
    default:
      return cost
  }
}

/** `Godkänd 3 maj 2026, Fullmäktige`, for the front page; null where nothing is set. */
export function approvalFact(composing: Composing): string | null {
  const { language, say } = composing
  const cells = rowsOf(composing, 'approval')[0]?.cells
  const date = (cell: string) => written(cells?.[cell] ?? '', language)
  switch (cells?.['stage']) {
    case 'draft':
      return say('stageDraft')
    case 'comments':
      return [
        say('stageComments'),
        date('commentsUntil') && say('commentsUntil', { date: date('commentsUntil') }),
      ]
        .filter((words) => words)
        .join(', ')
    case 'approved':
      return [say('stageApproved'), date('approvedOn'), cells['approvedBy']]
        .filter((words) => words)
        .join(', ')
    default:
      return null
  }
}
