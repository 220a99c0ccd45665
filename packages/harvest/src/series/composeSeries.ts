/**
 * A programme as one document: what ties its places together, what is special about each, theme by theme with counts
 * and shares, how it went over time, place by place with quotes, how it was made, then every note with its source.
 */
import { dateLong, type Language } from '@bordet/text'
import { paragraphs } from '../composing.ts'
import type { Block, HarvestDocument } from '../document.ts'
import { markWritten } from '../markWritten.ts'
import { themeKey } from '../wordsOfTheme.ts'
import { loadWords, tableName, type SayHarvest } from '../words.ts'
import {
  compareThemes,
  fewestNotes,
  fewestSorted,
  type ComparedTheme,
  type Special,
} from './compareThemes.ts'
import {
  countNotes,
  gatherPlaces,
  placeKey,
  themeTrend,
  type CountedPlace,
  type Trend,
} from './countNotes.ts'
import type { SeriesNote, SeriesReport, SeriesSource } from './model.ts'

const mostQuotes = 3
const mostThemes = 5
/** Of periods. */
const mostColumns = 6
/** Side by side in one table; a page on its side holds so many. */
const mostPlaces = 8
/** Words would not fit into the columns of a table. */
const signs = { sure: '**', likely: '*' } as const

export interface ComposedSeries {
  places: CountedPlace[]
  themes: ComparedTheme[]
  trend: Trend
  /** `2026-05-12`, or `första halvåret 2026`. */
  periodName(period: string): string
  /** `mark`: what is special in words, or as the signs that `seriesSigns` explains. */
  cell(theme: ComparedTheme, index: number, mark: 'words' | 'signs'): string
  percent(share: number): string
  dateOf(day: string): string
  /** `Bord 4 · Omgång 1`, or `Intervju: ambassadør`. */
  originOf(note: SeriesNote): string
  /** Place, date, meeting, and `originOf`. */
  traceOf(note: SeriesNote): string
}

/** What document and sheets have in common. */
export function readSeries(report: SeriesReport, language: Language, say: SayHarvest): ComposedSeries {
  const counts = countNotes(report.notes)
  const places = gatherPlaces(counts)
  const percentage = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 })
  const percent = (share: number) => percentage.format(share)
  const days = new Set(report.notes.map(({ heldOn }) => heldOn))
  const step = days.size > mostColumns ? 'halfYear' : 'day'
  // Noon: a day is the same day in every time zone of the Nordic countries.
  const dateOf = (day: string) => dateLong(language, Date.parse(`${day}T12:00:00Z`), report.timeZone)
  const originOf = ({ table, round, phase, fromPaper }: SeriesNote): string => {
    if (table === null) return say('interview', { who: phase })
    const parts = [
      tableName(table, say),
      ...(round === null ? [phase].filter((name) => name !== '') : [say('round', { n: round })]),
      ...(fromPaper ? [say('fromPaper')] : []),
    ]
    return parts.join(' · ')
  }
  return {
    places,
    themes: compareThemes(places),
    trend: themeTrend(counts, step, null),
    periodName(period) {
      const [year = '', half] = period.split('-')
      if (period.length > 6) return dateOf(period)
      return say(half === '1' ? 'halfYearFirst' : 'halfYearSecond', { year })
    },
    cell({ places: cells }, index, mark) {
      const { count = 0, share = 0, special = null } = cells[index] ?? {}
      if (count === 0) return '–'
      // A share of few notes is chance.
      if ((places[index]?.sorted ?? 0) < fewestSorted) return String(count)
      const told = `${count} · ${percent(share)}`
      if (special === null) return told
      return mark === 'words' ? `${told} · ${howSure(special, say)}` : `${told}\u00a0${signs[special]}`
    },
    percent,
    dateOf,
    originOf,
    traceOf(note) {
      const { title = '' } = report.sources[note.source] ?? {}
      const meeting = note.table === null ? [] : [title]
      return [note.place, dateOf(note.heldOn), ...meeting, originOf(note)]
        .filter((part) => part !== '')
        .join(' · ')
    },
  }
}

function howSure(special: Special, say: SayHarvest): string {
  return special === null ? '' : say(special === 'sure' ? 'specialSure' : 'specialLikely')
}

export async function composeSeries(report: SeriesReport, language: Language): Promise<HarvestDocument> {
  const say = await loadWords(language)
  const read = readSeries(report, language, say)
  const { places } = read
  const [first, last] = [report.sources[0], report.sources.at(-1)]
  const participants = report.sources.reduce((sum, { participants: n }) => sum + (n ?? 0), 0)
  const count = (kind: SeriesSource['kind']) => report.sources.filter((source) => source.kind === kind).length
  const days = [first, last].flatMap((source) => (source ? [read.dateOf(source.heldOn)] : []))
  const facts: [string, string][] = [
    [say('owner'), report.owner],
    [say('seriesPlaces'), String(places.length)],
    [say('seriesMeetings'), String(count('workshop'))],
    [say('seriesInterviews'), String(count('interviews'))],
    [say('date'), [...new Set(days)].join(' – ')],
    [say('participants'), String(participants)],
    [say('notes'), String(report.notes.length)],
  ]
  return {
    language,
    notesLanguage: report.language,
    owner: report.owner,
    writtenAt: report.writtenAt,
    title: report.name,
    titleLanguage: report.language,
    eyebrow: say('seriesEyebrow'),
    lead: places.map(({ name }) => name).join(' · '),
    facts: facts.filter(([, value]) => value !== '' && value !== '0'),
    intro: say('seriesHow', { notes: fewestNotes, sorted: fewestSorted }),
    notices: seriesNotices(report, say),
    blocks: markWritten(
      [
        ...written(report.texts['summary'] ?? '', say('headInShort')),
        ...shared(report, read, say),
        ...specials(read, say),
        { kind: 'heading', level: 1, text: say('seriesThemes') },
        ...themeTables(read, say),
        { kind: 'heading', level: 1, text: say('seriesTrend') },
        ...trendBlocks(read, say),
        { kind: 'heading', level: 1, text: say('seriesProfiles') },
        ...places.flatMap((place, index) => profile(report, read, { place, index }, say)),
        { kind: 'heading', level: 1, text: say('headHowMade') },
        sourceTable(report, read, say),
        { kind: 'heading', level: 1, text: say('headAppendix') },
        ...appendix(report, read, say),
      ],
      report,
      { language, notesLanguage: report.language },
    ),
  }
}

/** What a reader must know: meetings that still go on, and what could not be read. */
export function seriesNotices(report: SeriesReport, say: SayHarvest): string[] {
  const names = (sources: readonly SeriesSource[]) =>
    sources.map(({ place, title }) => place || title).join(', ')
  const open = report.sources.filter(({ isOpen }) => isOpen)
  const lost = report.sources.filter(({ unreadable }) => unreadable === null || unreadable.length > 0)
  return [
    ...(open.length > 0 ? [say('seriesOpen', { meetings: names(open) })] : []),
    ...(lost.length > 0 ? [say('seriesUnreadable', { meetings: names(lost) })] : []),
  ]
}

function written(text: string, head: string): Block[] {
  if (text.trim() === '') return []
  return [{ kind: 'heading', level: 1, text: head }, ...paragraphs(text)]
}

function shared({ texts }: SeriesReport, { themes }: ComposedSeries, say: SayHarvest): Block[] {
  const items = themes
    .filter(({ isShared }) => isShared)
    .map(
      ({ name, notes, present, of }) =>
        `${name}: ${say('noteCount', { n: notes })}, ${say('inPlaces', { n: present, of })}`,
    )
  return [
    { kind: 'heading', level: 1, text: say('headTogether') },
    ...paragraphs(texts['shared'] ?? ''),
    ...(items.length > 0
      ? [{ kind: 'list', items } as const]
      : [{ kind: 'paragraph', look: 'quiet', text: say('seriesNothingShared') } as const]),
  ]
}

function specials({ themes, places }: ComposedSeries, say: SayHarvest): Block[] {
  return [
    { kind: 'heading', level: 1, text: say('seriesSpecial') },
    {
      kind: 'list',
      items: places.map((place, index) => `${place.name}: ${specialOf(place, index, themes, say)}`),
    },
  ]
}

function specialOf(
  place: CountedPlace,
  index: number,
  themes: readonly ComparedTheme[],
  say: SayHarvest,
): string {
  if (place.sorted < fewestSorted) return say('seriesTooFew', { n: place.sorted })
  const its = themes.flatMap(({ name, places }) => {
    const special = places[index]?.special ?? null
    return special === null ? [] : [`${name} (${howSure(special, say)})`]
  })
  return its.length > 0 ? its.join(', ') : say('seriesNothingSpecial')
}

function themeTables(read: ComposedSeries, say: SayHarvest): Block[] {
  const { places, themes } = read
  if (themes.length === 0) return [{ kind: 'paragraph', look: 'quiet', text: say('seriesNoThemes') }]
  // Nine places are five and four rather than eight and one.
  const perTable = Math.ceil(places.length / Math.ceil(places.length / mostPlaces))
  const starts = places.flatMap((_, index) => (index % perTable === 0 ? [index] : []))
  const tables = starts.map((start): Block => {
    const some = places.slice(start, start + perTable)
    return {
      kind: 'table',
      caption: [say('seriesThemes'), ...(starts.length > 1 ? some.map(({ name }) => name) : [])].join(' · '),
      head: [say('columnTheme'), ...some.map(({ name }) => name), say('placesAll')],
      rows: themes.map((theme) => [
        theme.isShared ? `${theme.name} (${say('seriesSharedMark')})` : theme.name,
        ...some.map((_, index) => read.cell(theme, start + index, 'signs')),
        String(theme.notes),
      ]),
    }
  })
  return [{ kind: 'paragraph', look: 'quiet', text: say('seriesSigns', signs) }, ...tables]
}

function trendBlocks({ trend, periodName, percent }: ComposedSeries, say: SayHarvest): Block[] {
  if (trend.periods.length < 2 || trend.themes.length === 0)
    return [{ kind: 'paragraph', look: 'quiet', text: say('seriesOneDate') }]
  return [
    { kind: 'paragraph', look: 'quiet', text: say('seriesTrendHow') },
    {
      kind: 'table',
      caption: say('seriesTrend'),
      head: [say('columnTheme'), ...trend.periods.map(({ period }) => periodName(period))],
      rows: [
        [say('seriesPlaces'), ...trend.periods.map(({ places }) => places.join(', '))],
        [say('seriesSorted'), ...trend.periods.map(({ sorted }) => String(sorted))],
        ...trend.themes.map(({ name, periods }) => [
          name,
          ...periods.map(({ count, share }, index) =>
            count === 0 ? '–' : trend.periods[index]?.isFew ? String(count) : `${count} · ${percent(share)}`,
          ),
        ]),
      ],
    },
  ]
}

function profile(
  report: SeriesReport,
  read: ComposedSeries,
  { place, index }: { place: CountedPlace; index: number },
  say: SayHarvest,
): Block[] {
  const key = placeKey(place.name)
  const own = Object.entries(report.texts).find(
    ([name]) => name.startsWith('place:') && placeKey(name.slice(6)) === key,
  )?.[1]
  const sentences = report.sources
    .filter((source) => placeKey(source.place) === key && source.sentence !== '')
    .map(({ sentence }) => sentence)
  const themes = read.themes
    .filter(({ places }) => (places[index]?.count ?? 0) > 0)
    .toSorted((a, b) => rank(b, index) - rank(a, index))
    .slice(0, mostThemes)
  const notes = report.notes.filter((note) => placeKey(note.place) === key)
  return [
    { kind: 'heading', level: 2, text: place.name },
    {
      kind: 'paragraph',
      look: 'quiet',
      text: [
        place.days.map(read.dateOf).join(', '),
        say('noteCount', { n: place.notes }),
        say('seriesSortedOf', { n: place.sorted }),
      ].join(' · '),
    },
    ...paragraphs([own ?? '', ...sentences].filter((text) => text !== '').join('\n\n')),
    ...themes.flatMap((theme): Block[] => {
      const told = notes.filter((note) => note.themes.some((name) => isTheme(theme, name)))
      return [
        { kind: 'heading', level: 3, text: `${theme.name}: ${read.cell(theme, index, 'words')}` },
        ...bestFirst(told)
          .slice(0, mostQuotes)
          .map((note): Block => ({
            kind: 'quote',
            text: textOf(note, say),
            source: read.traceOf(note),
          })),
      ]
    }),
  ]
}

/** What is special first, then what is large. */
function rank({ places }: ComparedTheme, index: number): number {
  const { special = null, share = 0 } = places[index] ?? {}
  return (special === 'sure' ? 2 : special === 'likely' ? 1 : 0) + share / 2
}

function isTheme(theme: ComparedTheme, name: string): boolean {
  return themeKey(name) === theme.key
}

/** What somebody chose to quote, then what got most dots. */
function bestFirst(notes: readonly SeriesNote[]): SeriesNote[] {
  return notes.toSorted((a, b) => Number(b.isQuote) - Number(a.isQuote) || (b.dots ?? 0) - (a.dots ?? 0))
}

function sourceTable({ sources, notes }: SeriesReport, { dateOf }: ComposedSeries, say: SayHarvest): Block {
  return {
    kind: 'table',
    caption: say('headHowMade'),
    head: [say('seriesSource'), say('place'), say('date'), say('participants'), say('notes')],
    rows: sources.map(({ kind, title, place, heldOn, participants }, index) => [
      kind === 'interviews' ? say('interview', { who: title }) : title,
      place,
      dateOf(heldOn),
      participants === null ? '–' : String(participants),
      String(notes.filter(({ source }) => source === index).length),
    ]),
  }
}

function appendix(report: SeriesReport, read: ComposedSeries, say: SayHarvest): Block[] {
  return read.places.flatMap(({ name }): Block[] => [
    { kind: 'heading', level: 2, text: name },
    ...report.notes
      .filter(({ place }) => placeKey(place) === placeKey(name))
      .map((note): Block => ({
        kind: 'note',
        id: note.id,
        text: textOf(note, say),
        source: [read.traceOf(note), ...note.themes].join(' · '),
        dots: note.dots === null ? null : say('dotCount', { n: note.dots }),
      })),
  ])
}

function textOf({ text }: SeriesNote, say: SayHarvest): string {
  return text === '' ? say('photo') : text
}
