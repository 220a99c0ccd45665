/** What organisers write around the notes, before and after the meeting. Rules [Z…] of SPEC.md. */
import { entryOf, refuse, type Handler } from '../handler.ts'
import { reportCells } from '../kinds.ts'
import { mergeText } from '../mergeText.ts'
import { mostQuotes, mostReportRows, mostReportTexts, mostTextLetters } from '../reportState.ts'
import type { WorkshopState } from '../state.ts'

/** After the meeting too: that is when reports are written. */
const moment = () => null

function withReport(state: WorkshopState, change: Partial<WorkshopState['report']>) {
  return { state: { ...state, report: { ...state.report, ...change } } }
}

export const editReport: Handler<'editReport'> = {
  moment,
  apply({ state, facts }, { part, text, base }) {
    const { [part]: _, ...others } = state.report.texts
    const now = entryOf(state.report.texts, part) ?? ''
    if (now === '' && Object.keys(others).length >= mostReportTexts) return refuse('reportFull')
    const merged = base === undefined || base === now ? text : mergeText(base, now, text).trim()
    // What was accepted before there was a limit is accepted again.
    if (facts && merged.length > mostTextLetters) return refuse('textTooLong')
    return withReport(state, { texts: merged === '' ? others : { ...others, [part]: merged } })
  },
}

export const answerQuestion: Handler<'answerQuestion'> = {
  moment,
  apply({ state, facts }, { noteId, text, responsible, due }) {
    if (facts && !facts.note(noteId)) return refuse('noteUnknown')
    const before = entryOf(state.report.answers, noteId) ?? { text: '', responsible: '', due: '' }
    const answer = {
      text: text ?? before.text,
      responsible: responsible ?? before.responsible,
      due: due ?? before.due,
    }
    const { [noteId]: _, ...others } = state.report.answers
    const isEmpty = Object.values(answer).every((value) => value === '')
    return {
      ...withReport(state, { answers: isEmpty ? others : { ...others, [noteId]: answer } }),
      answer: { noteId },
    }
  },
}

export const setReportRow: Handler<'setReportRow'> = {
  moment,
  apply({ state }, { list, rowId, cells }) {
    const rows = state.report.rows[list]
    const put = (next: typeof rows) => withReport(state, { rows: { ...state.report.rows, [list]: next } })
    if (cells === null) return put(rows.filter(({ id }) => id !== rowId))
    const known: readonly string[] = reportCells[list]
    const given = Object.fromEntries(Object.entries(cells).filter(([name]) => known.includes(name)))
    if (rows.some(({ id }) => id === rowId))
      return put(rows.map((row) => (row.id === rowId ? { ...row, cells: { ...row.cells, ...given } } : row)))
    if (rows.length >= mostReportRows) return refuse('zoneFull')
    return put([...rows, { id: rowId, cells: given }])
  },
}

export const markQuote: Handler<'markQuote'> = {
  moment,
  apply({ state, facts }, { noteId, use }) {
    if (facts && !facts.note(noteId)) return refuse('noteUnknown')
    const others = state.report.quotes.filter((id) => id !== noteId)
    if (use && others.length >= mostQuotes) return refuse('reportFull')
    return { ...withReport(state, { quotes: use ? [...others, noteId] : others }), answer: { noteId } }
  },
}
