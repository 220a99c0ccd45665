/** A programme for those who count themselves: workbook, CSV and JSON, each note once with where it comes from. */
import type { Language } from '@bordet/text'
import { readSeries, seriesNotices, type ComposedSeries } from '../series/composeSeries.ts'
import type { SeriesReport } from '../series/model.ts'
import { loadWords, tableName, type SayHarvest } from '../words.ts'
import { csvOf } from './writeCsv.ts'
import { drawXlsx, type XlsxList } from './writeXlsx.ts'

export const seriesJsonFormat = { format: 'bordet-series', version: 1 } as const

export async function writeSeriesXlsx(report: SeriesReport, language: Language): Promise<Uint8Array> {
  const say = await loadWords(language)
  const read = readSeries(report, language, say)
  const lists = [
    { name: say('sheetNotes'), ...noteList(report, read, say) },
    { name: say('seriesThemes'), ...themeList(read, say) },
    { name: say('seriesTrend'), ...trendList(read, say) },
    { name: say('headHowMade'), ...sourceList(report, read, say) },
  ]
  return drawXlsx(lists, say)
}

export async function writeSeriesCsv(report: SeriesReport, language: Language): Promise<Uint8Array> {
  const say = await loadWords(language)
  const { head, rows } = noteList(report, readSeries(report, language, say), say)
  return csvOf(head, rows)
}

export function writeSeriesJson(report: SeriesReport): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify({ ...seriesJsonFormat, ...report }, null, 2)}\n`)
}

type List = Omit<XlsxList, 'name'>

function noteList(report: SeriesReport, read: ComposedSeries, say: SayHarvest): List {
  const columns = [
    ['columnNumber', 6],
    ['place', 18],
    ['date', 12],
    ['seriesSource', 30],
    ['columnTable', 12],
    ['columnRound', 10],
    ['columnPart', 26],
    ['columnNote', 70],
    ['columnThemes', 26],
    ['columnDots', 10],
    ['columnPaper', 12],
    ['columnId', 36],
  ] as const
  return {
    head: columns.map(([heading]) => say(heading)),
    widths: columns.map(([, width]) => width),
    rows: report.notes.map((note, index) => [
      index + 1,
      note.place,
      note.heldOn,
      report.sources[note.source]?.title ?? '',
      note.table === null ? say('interviewShort') : note.table === 0 ? tableName(0, say) : note.table,
      note.round,
      note.phase,
      note.text === '' ? say('photo') : note.text,
      note.themes.join(', '),
      note.dots,
      note.fromPaper ? say('yes') : '',
      note.id,
    ]),
  }
}

/** Numbers to reckon with: a count and a share for each place, and the mark in a column of its own. */
function themeList({ places, themes }: ComposedSeries, say: SayHarvest): List {
  return {
    head: [
      say('columnTheme'),
      ...places.flatMap(({ name }) => [name, `${name} %`, `${name}: ${say('seriesMark')}`]),
      say('placesAll'),
      say('headTogether'),
    ],
    widths: [40, ...places.flatMap(() => [12, 12, 22]), 10, 18],
    rows: [
      ...themes.map((theme) => [
        theme.name,
        ...theme.places.flatMap(({ count, share, special }) => [
          count,
          Math.round(share * 1000) / 10,
          special === null ? '' : say(special === 'sure' ? 'specialSure' : 'specialLikely'),
        ]),
        theme.notes,
        theme.isShared ? say('yes') : '',
      ]),
      [say('seriesSorted'), ...places.flatMap(({ sorted }) => [sorted, '', '']), '', ''],
    ],
  }
}

function trendList({ trend, periodName }: ComposedSeries, say: SayHarvest): List {
  return {
    head: [
      say('columnTheme'),
      ...trend.periods.flatMap(({ period }) => [periodName(period), `${periodName(period)} %`]),
    ],
    widths: [40, ...trend.periods.flatMap(() => [18, 18])],
    rows: [
      [say('seriesSorted'), ...trend.periods.flatMap(({ sorted }) => [sorted, ''])],
      ...trend.themes.map(({ name, periods }) => [
        name,
        ...periods.flatMap(({ count, share }) => [count, Math.round(share * 1000) / 10]),
      ]),
    ],
  }
}

function sourceList(report: SeriesReport, { dateOf }: ComposedSeries, say: SayHarvest): List {
  return {
    head: [say('seriesSource'), say('place'), say('date'), say('participants'), say('notes')],
    widths: [60, 24, 20, 14, 10],
    rows: [
      [report.name, report.owner, '', '', report.notes.length],
      ...report.sources.map(({ kind, title, place, heldOn, participants }, index) => [
        kind === 'interviews' ? say('interview', { who: title }) : title,
        place,
        dateOf(heldOn),
        participants,
        report.notes.filter(({ source }) => source === index).length,
      ]),
      ...seriesNotices(report, say).map((notice) => [notice, '', '', '', '']),
    ],
  }
}
