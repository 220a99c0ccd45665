/**
 * What one edit makes of the written report: used when it is asked for, and again when the log is read for what stood
 * there before. Whoever writes says with `base` what they saw: cells that they did not touch stay as others made them,
 * and where both wrote in the same one both keep their words.
 */
import type { EntryByType } from './entries.ts'
import { entryOf } from './handler.ts'
import { choiceCells, reportCells } from './kinds.ts'
import { mergeText } from './mergeText.ts'
import type { Refusal } from './refusals.ts'
import {
  mostCellLetters,
  mostReportRows,
  mostReportTexts,
  mostTextLetters,
  type WrittenReport,
} from './reportState.ts'

export type ReportEdit = EntryByType['editReport' | 'answerQuestion' | 'setReportRow']
type Edited = WrittenReport | { refused: Refusal }
type Cells = Readonly<Record<string, string>>

/**
 * `isAsked`: somebody asks for it now, and what merging would make too long is refused. What the log has was accepted,
 * also before there was a limit, and is accepted again.
 */
export function editReportState(report: WrittenReport, edit: ReportEdit, isAsked: boolean): Edited {
  const edited = editIt(report, edit)
  return isAsked && !('refused' in edited) && isTooLong(edited, edit) ? { refused: 'textTooLong' } : edited
}

function editIt(report: WrittenReport, edit: ReportEdit): Edited {
  switch (edit.type) {
    case 'editReport':
      return writeText(report, edit)
    case 'answerQuestion':
      return writeAnswer(report, edit)
    case 'setReportRow':
      return edit.cells === null ? removeRow(report, edit) : writeRow(report, { ...edit, cells: edit.cells })
    default:
      return edit satisfies never
  }
}

function isTooLong(report: WrittenReport, edit: ReportEdit): boolean {
  switch (edit.type) {
    case 'editReport':
      return (entryOf(report.texts, edit.part) ?? '').length > mostTextLetters
    case 'answerQuestion': {
      const { text, responsible, due } = entryOf(report.answers, edit.noteId) ?? noAnswer
      return text.length > mostTextLetters || Math.max(responsible.length, due.length) > mostCellLetters
    }
    case 'setReportRow': {
      const row = report.rows[edit.list].find(({ id }) => id === edit.rowId)
      return Object.values(row?.cells ?? {}).some((text) => text.length > mostCellLetters)
    }
    default:
      return edit satisfies never
  }
}

/** The text of one theme behind that of another. */
export function joinThemeTexts(
  report: WrittenReport,
  themeId: string,
  into: string,
  isAsked: boolean,
): Edited {
  const { [`theme:${themeId}`]: moved, ...texts } = report.texts
  const both = [texts[`theme:${into}`], moved].filter((words) => words !== undefined && words !== '')
  if (both.length === 0) return { ...report, texts }
  const text = both.join('\n\n')
  if (isAsked && text.length > mostTextLetters) return { refused: 'textTooLong' }
  return { ...report, texts: { ...texts, [`theme:${into}`]: text } }
}

/** What merging two themes made of their texts: enough to have both again. */
export interface JoinedTexts {
  themeId: string
  into: string
  /** Of the one and of the other; empty where nothing was written. */
  was: { moved: string; stayed: string }
  is: string
}

/** What `joinThemeTexts` will do; null when there is no text to bring along. */
export function joinedTexts(report: WrittenReport, themeId: string, into: string): JoinedTexts | null {
  const moved = entryOf(report.texts, `theme:${themeId}`) ?? ''
  const stayed = entryOf(report.texts, `theme:${into}`) ?? ''
  if (moved === '') return null
  return { themeId, into, was: { moved, stayed }, is: stayed === '' ? moved : `${stayed}\n\n${moved}` }
}

/** Both texts as they were; what somebody has written there since stays as it is. */
export function unjoinThemeTexts(
  report: WrittenReport,
  { themeId, into, was, is }: JoinedTexts,
): WrittenReport {
  const { [`theme:${themeId}`]: back, [`theme:${into}`]: standing, ...others } = report.texts
  if (standing !== is || (back ?? '') !== '') return report
  const texts = { ...others, [`theme:${themeId}`]: was.moved }
  return { ...report, texts: was.stayed === '' ? texts : { ...texts, [`theme:${into}`]: was.stayed } }
}

function writeText(report: WrittenReport, { part, text, base }: EntryByType['editReport']): Edited {
  const { [part]: _, ...others } = report.texts
  const now = entryOf(report.texts, part) ?? ''
  if (now === '' && Object.keys(others).length >= mostReportTexts) return { refused: 'reportFull' }
  const merged = base === undefined ? text : mergeText(base, now, text).trim()
  return { ...report, texts: merged === '' ? others : { ...others, [part]: merged } }
}

const noAnswer = { text: '', responsible: '', due: '' }

function writeAnswer(report: WrittenReport, edit: EntryByType['answerQuestion']): Edited {
  const { noteId, text, responsible, due, base } = edit
  const { [noteId]: _, ...others } = report.answers
  const before = entryOf(report.answers, noteId) ?? noAnswer
  const given = definedOnly({ text, responsible, due })
  const cells = mergeCells(before, given, base && definedOnly(base))
  if ('refused' in cells) return cells
  const answer = { ...before, ...cells.merged }
  const isEmpty = Object.values(answer).every((value) => value === '')
  return { ...report, answers: isEmpty ? others : { ...others, [noteId]: answer } }
}

function writeRow(
  report: WrittenReport,
  { list, rowId, cells, base }: Omit<EntryByType['setReportRow'], 'cells'> & { cells: Cells },
): Edited {
  const rows = report.rows[list]
  const put = (next: typeof rows) => ({ ...report, rows: { ...report.rows, [list]: next } })
  const known: readonly string[] = reportCells[list]
  const knownOnly = (some: Cells) =>
    Object.fromEntries(Object.entries(some).filter(([name]) => known.includes(name)))
  const given = knownOnly(cells)
  const row = rows.find(({ id }) => id === rowId)
  if (row) {
    const merging = mergeCells(row.cells, given, base)
    if ('refused' in merging) return merging
    return put(
      rows.map((one) => (one === row ? { ...row, cells: { ...row.cells, ...merging.merged } } : one)),
    )
  }
  const most = list === 'approval' || list === 'meeting' ? 1 : mostReportRows
  if (rows.length >= most) return { refused: 'reportFull' }
  // Taken away by somebody while it was written in: it comes back whole, as the writer saw it.
  return put([...rows, { id: rowId, cells: { ...knownOnly(base ?? {}), ...given } }])
}

/** Not while somebody writes in it: what is taken away must be what the asker saw. */
function removeRow(report: WrittenReport, { list, rowId, base }: EntryByType['setReportRow']): Edited {
  const rows = report.rows[list]
  const row = rows.find(({ id }) => id === rowId)
  if (row && base && !haveSameCells(row.cells, base)) return { refused: 'changedMeanwhile' }
  return { ...report, rows: { ...report.rows, [list]: rows.filter((one) => one !== row) } }
}

/** What has one of a few values cannot be merged: whoever comes second is told, and sees what it is now. */
function mergeCells(
  now: Cells,
  given: Cells,
  base: Cells | undefined,
): { merged: Record<string, string> } | { refused: Refusal } {
  const merged: Record<string, string> = {}
  for (const [name, mine] of Object.entries(given)) {
    const theirs = entryOf(now, name) ?? ''
    const seen = base === undefined ? theirs : (entryOf(base, name) ?? '')
    const isClash = theirs !== seen && mine !== seen && mine !== theirs
    if (isClash && choiceCells.has(name)) return { refused: 'changedMeanwhile' }
    merged[name] = mergeText(seen, theirs, mine)
  }
  return { merged }
}

/** A cell that is empty and one that was never written are the same. */
export function haveSameCells(one: Cells, other: Cells): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...names].every((name) => (entryOf(one, name) ?? '') === (entryOf(other, name) ?? ''))
}

function definedOnly(cells: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(cells).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}
