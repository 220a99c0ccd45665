/** What each section of a method's report shows of the notes: short, with sources; everything else is in the appendix. */
import { dateLong, type Language } from '@bordet/text'
import { takeFieldsApart } from '@bordet/workshop'
import type { Block } from './document.ts'
import type { HarvestImages } from './images.ts'
import type { Section, SectionShow } from './methods.ts'
import type { Report, ReportNote, ReportZone } from './model.ts'
import { noteOrigin, notePhoto, noteText, tableName, withPin, type SayHarvest } from './words.ts'

export interface Composing {
  report: Report
  language: Language
  say: SayHarvest
  images: HarvestImages
  /** Note id → the number of its pin, where its map is shown. */
  pins: ReadonlyMap<string, number>
}

/** As many as one reads; the appendix has the rest. */
const mostThemes = 5
const mostQuotes = 3
const mostListed = 8
const mostRanked = 25
/** Groups of fewer people are not told of: who they are could be guessed. */
export const smallestGroup = 5

/** Nothing when neither the organisers nor the room said anything here. */
export function sectionBlocks(section: Section, composing: Composing): Block[] {
  const { report, say } = composing
  const text = report.texts[section.head] ?? ''
  const body = section.shows.flatMap(({ show, zones }) => shows[show](composing, zones ?? []))
  if (text === '' && body.length === 0) return []
  return [{ kind: 'heading', level: 1, text: say(section.head) }, ...paragraphs(text), ...body]
}

const shows: Readonly<Record<SectionShow, (composing: Composing, zones: readonly string[]) => Block[]>> = {
  notes: (composing, zoneIds) =>
    filled(composing, zoneIds).flatMap((zone): Block[] => [
      heading(zone.title),
      ...chosen(zone.notes).map((note) => quote(note, composing)),
      ...more(zone.notes.length - chosen(zone.notes).length, composing),
    ]),

  cards: (composing, zoneIds) => filled(composing, zoneIds).flatMap((zone) => cardTable(zone, composing)),

  dots(composing, zoneIds) {
    const { say } = composing
    return filled(composing, zoneIds).flatMap((zone): Block[] => {
      const ranked = [...zone.notes].sort((a, b) => (b.dots ?? 0) - (a.dots ?? 0)).slice(0, mostRanked)
      const hasDots = zone.notes.some(({ dots }) => dots !== null)
      return [
        heading(zone.title),
        {
          kind: 'table',
          caption: zone.title,
          head: [say('columnNote'), say('columnTable'), ...(hasDots ? [say('columnDots')] : [])],
          rows: ranked.map((note) => [
            noteText(note, say),
            tableName(note.table, say),
            ...(hasDots ? [String(note.dots ?? 0)] : []),
          ]),
        },
        ...more(zone.notes.length - ranked.length, composing),
      ]
    })
  },

  parts: (composing, zoneIds) =>
    filled(composing, zoneIds).flatMap((zone) =>
      [...Map.groupBy(zone.notes, ({ part }) => part)].flatMap(([part, notes]): Block[] => [
        heading(part === '' ? zone.title : part),
        ...chosen(notes).map((note) => quote(note, composing)),
        ...more(notes.length - chosen(notes).length, composing),
      ]),
    ),

  byTable(composing, zoneIds) {
    const notes = filled(composing, zoneIds).flatMap((zone) => zone.notes)
    return [...Map.groupBy(notes, ({ table }) => table)]
      .sort(([a], [b]) => a - b)
      .flatMap(([table, its]): Block[] => [
        heading(tableName(table, composing.say)),
        { kind: 'list', items: its.map((note) => noteText(note, composing.say)) },
      ])
  },

  /** What stands on a map, as words and counts: the same for those who do not see it. */
  pins(composing, zoneIds) {
    const { say } = composing
    return filled(composing, zoneIds).flatMap((zone): Block[] => {
      const layers = [...Map.groupBy(zone.notes, ({ part }) => part)].sort(
        (a, b) => b[1].length - a[1].length,
      )
      return [
        heading(zone.title),
        ...mapPicture(zone, composing),
        {
          kind: 'table',
          caption: say('pinCounts', { map: zone.title }),
          head: [say('columnLayer'), say('columnPins')],
          rows: layers.map(([layer, notes]) => [layer === '' ? zone.title : layer, String(notes.length)]),
        },
        ...layers.flatMap(([layer, notes]): Block[] => [
          ...(layer === '' ? [] : [heading(layer)]),
          ...chosen(notes).map((note) => quote(note, composing)),
          ...more(notes.length - chosen(notes).length, composing),
        ]),
      ]
    })
  },

  answers(composing, zoneIds) {
    const { report, say } = composing
    const asked = filled(composing, zoneIds).flatMap((zone) => zone.notes)
    const others = everyNote(report).filter(
      ({ id }) => report.answers[id] !== undefined && !asked.some((note) => note.id === id),
    )
    const rows = [...asked, ...others].map((note) => {
      const answer = report.answers[note.id]
      return [
        noteText(note, say),
        answer?.text ? answer.text : say('notAnswered'),
        answer?.responsible ?? '',
        answer?.due ?? '',
      ]
    })
    return tableOf(
      say('headQuestions'),
      [say('columnQuestion'), say('columnAnswer'), say('columnWho'), say('columnWhen')],
      rows,
    )
  },

  groups({ report, language, say }) {
    const names = new Intl.ListFormat(language)
    const rows = report.questions.flatMap(({ groups }) =>
      groups.map((group) => [
        group.name,
        String(group.members),
        group.contact === '' ? names.format(group.names) : group.contact,
        group.meeting,
      ]),
    )
    return tableOf(
      say('headGroups'),
      [say('columnGroup'), say('participants'), say('columnContact'), say('columnMeeting')],
      rows,
    )
  },

  themes(composing) {
    const { report, say } = composing
    const notes = new Map(everyNote(report).map((note) => [note.id, note]))
    return report.themes
      .slice(0, mostThemes)
      .flatMap((theme): Block[] => {
        const own = theme.notes.flatMap((id) => notes.get(id) ?? [])
        const marked = own.filter((note) => note.quote)
        return [
          heading(theme.name),
          { kind: 'paragraph', text: say('noteCount', { n: own.length }), look: 'quiet' },
          ...paragraphs(theme.text),
          ...(marked.length > 0 ? marked : own.slice(0, mostQuotes)).map((note) => quote(note, composing)),
        ]
      })
      .concat(otherThemes(composing))
  },

  actions({ report, say }) {
    const rows = report.actions.map((row) => [
      row['what'] ?? '',
      row['who'] ?? '',
      row['when'] ?? '',
      row['money'] ?? '',
      statusName(row['status'] ?? '', say),
    ])
    const head = [
      say('columnWhat'),
      say('columnWho'),
      say('columnWhen'),
      say('columnMoney'),
      say('columnStatus'),
    ]
    return tableOf(say('headActions'), head, rows)
  },

  promises({ report, say }) {
    const rows = report.promises.map((row) => [
      row['said'] ?? '',
      row['doing'] ?? '',
      row['notDoing'] ?? '',
      row['why'] ?? '',
    ])
    return tableOf(
      say('headPromises'),
      [say('columnSaid'), say('columnDoing'), say('columnNotDoing'), say('columnWhy')],
      rows,
    )
  },

  funding({ report, say }) {
    const rows = report.actions
      .filter((row) => (row['money'] ?? '') !== '')
      .map((row) => [row['what'] ?? '', row['money'] ?? '', row['who'] ?? ''])
    return tableOf(say('headFunding'), [say('columnWhat'), say('columnMoney'), say('columnWho')], rows)
  },

  howMade({ report, language, say }) {
    const interviews = everyZone(report)
      .filter(({ kind }) => kind === 'import')
      .flatMap(({ notes }) => notes)
    return [
      {
        kind: 'list',
        items: [
          `${dateLong(language, report.heldAt, report.timeZone)}: ${say('participantCount', { n: report.participants })}, ${say('tableCount', { n: report.tables })}, ${say('roundCount', { n: report.rounds })}`,
          say('noteCount', { n: report.notes }),
          ...(interviews.length > 0 ? [say('interviewCount', { n: interviews.length })] : []),
        ],
      },
    ]
  },

  /** Whom the answers came from, by what they chose about themselves. */
  heard({ report, say }) {
    return everyZone(report).flatMap(({ title, fields, choices, notes }) =>
      fields.flatMap((field, at): Block[] => {
        const offered = choices[at] ?? []
        if (offered.length === 0 || notes.length === 0) return []
        const given = notes.map(({ text }) => takeFieldsApart(fields, text)[at] ?? '')
        const counts = offered.map((choice) => given.filter((value) => value === choice).length)
        return [
          heading(`${title}: ${field}`),
          {
            kind: 'table',
            caption: field,
            head: [field, say('columnCount')],
            rows: offered.map((choice, index) => [choice, groupSize(counts[index] ?? 0, say)]),
          },
        ]
      }),
    )
  },
}

function groupSize(count: number, say: SayHarvest): string {
  return count < smallestGroup ? say('fewerThan', { n: smallestGroup }) : String(count)
}

export function statusName(status: string, say: SayHarvest): string {
  switch (status) {
    case 'planned':
      return say('statusPlanned')
    case 'begun':
      return say('statusBegun')
    case 'done':
      return say('statusDone')
    case 'stopped':
      return say('statusStopped')
    default:
      return status
  }
}

/** The themes that are not told of in words, by name and size. */
function otherThemes({ report, say }: Composing): Block[] {
  const rows = report.themes.slice(mostThemes).map(({ name, notes }) => [name, String(notes.length)])
  if (rows.length === 0) return []
  return [
    heading(say('otherThemes')),
    ...tableOf(say('otherThemes'), [say('columnTheme'), say('notes')], rows),
  ]
}

function cardTable({ title, fields, notes }: ReportZone, { say }: Composing): Block[] {
  if (fields.length === 0)
    return [heading(title), { kind: 'list', items: notes.map((note) => noteText(note, say)) }]
  const values = notes.map((note) => takeFieldsApart(fields, note.text))
  // Where a table wrote freely instead of field by field, empty columns say nothing.
  const used = fields.flatMap((_, at) => (values.some((row) => row[at] !== '') ? [at] : []))
  const rows = notes.map((note, index) => [
    ...used.map((at) => values[index]?.[at] ?? ''),
    tableName(note.table, say),
  ])
  const head = [...used.map((at) => fields[at] ?? ''), say('columnTable')]
  return [heading(title), { kind: 'table', caption: title, head, rows }]
}

function tableOf(caption: string, head: string[], rows: string[][]): Block[] {
  return rows.length === 0 ? [] : [{ kind: 'table', caption, head, rows }]
}

/** Those that somebody marked; else those with most dots, else the first. */
function chosen(notes: readonly ReportNote[]): ReportNote[] {
  const marked = notes.filter(({ quote: isMarked }) => isMarked)
  if (marked.length > 0) return marked
  return [...notes].sort((a, b) => (b.dots ?? 0) - (a.dots ?? 0)).slice(0, mostListed)
}

function more(count: number, { say }: Composing): Block[] {
  return count > 0 ? [{ kind: 'paragraph', text: say('moreInAppendix', { n: count }), look: 'quiet' }] : []
}

/** The map with its pins; the numbers lead to the notes below it and in the appendix. */
function mapPicture({ zoneId, title, notes }: ReportZone, { images, say }: Composing): Block[] {
  const map = zoneId === null ? undefined : images.maps.get(zoneId)
  if (!map) return []
  const count = notes.filter(({ pin }) => pin !== null).length
  const alt = [say('mapAlt', { map: title, n: count }), map.alt].filter((words) => words !== '').join(' ')
  return [{ kind: 'image', image: { ...map, alt }, caption: say('mapCaption', { map: title }) }]
}

function quote(note: ReportNote, { say, images, pins }: Composing): Block {
  const dots = note.dots === null || note.dots === 0 ? '' : `${say('dotCount', { n: note.dots })} · `
  return {
    kind: 'quote',
    text: noteText(note, say),
    source: `${dots}${withPin(noteOrigin(note, say), pins.get(note.id), say)}`,
    ...notePhoto(note, images, say),
  }
}

function filled({ report }: Composing, zoneIds: readonly string[]): ReportZone[] {
  const zones = everyZone(report)
  return zoneIds.flatMap((zoneId) => {
    const same = zones.filter((zone) => zone.zoneId === zoneId)
    const [first] = same
    const notes = same.flatMap((zone) => zone.notes)
    return first && notes.length > 0 ? [{ ...first, notes }] : []
  })
}

function everyZone({ questions }: Report): ReportZone[] {
  return questions.flatMap(({ zones }) => zones)
}

export function everyNote(report: Report): ReportNote[] {
  return everyZone(report).flatMap(({ notes }) => notes)
}

function heading(text: string): Block {
  return { kind: 'heading', level: 2, text }
}

function paragraphs(text: string): Block[] {
  return text
    .split(/\n{2,}/)
    .filter((words) => words.trim() !== '')
    .map((words) => ({ kind: 'paragraph', text: words }))
}
