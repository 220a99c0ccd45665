/** What organisers write around the notes, before and after the meeting. Rules [Z…] of SPEC.md. */
import { entryOf, refuse, type Handler } from '../handler.ts'
import { reportCells } from '../kinds.ts'
import { mergeText } from '../mergeText.ts'
import { mostClaimQuotes, mostReportRows, mostReportTexts } from '../reportState.ts'
import type { WorkshopState } from '../state.ts'

/** After the meeting too: that is when reports are written. */
const moment = () => null

function withReport(state: WorkshopState, change: Partial<WorkshopState['report']>) {
  return { state: { ...state, report: { ...state.report, ...change } } }
}

export const editReport: Handler<'editReport'> = {
  moment,
  apply({ state }, { part, text, base }) {
    const { [part]: now = '', ...others } = state.report.texts
    if (now === '' && Object.keys(others).length >= mostReportTexts) return refuse('zoneFull')
    const merged = base === undefined || base === now ? text : mergeText(base, now, text)
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
    const most = list === 'approval' || list === 'meeting' ? 1 : mostReportRows
    if (rows.length >= most) return refuse('zoneFull')
    return put([...rows, { id: rowId, cells: given }])
  },
}

export const markQuote: Handler<'markQuote'> = {
  moment,
  apply({ state, facts }, { noteId, use }) {
    if (facts && !facts.note(noteId)) return refuse('noteUnknown')
    const others = state.report.quotes.filter((id) => id !== noteId)
    return { ...withReport(state, { quotes: use ? [...others, noteId] : others }), answer: { noteId } }
  },
}

/** The notes of linked workshops are not on this one's boards: what is no longer anywhere is left out by the report. */
export const setClaimQuote: Handler<'setClaimQuote'> = {
  moment,
  apply({ state }, { claimId, noteId, side }) {
    const others = state.report.claimQuotes.filter((one) => one.claimId !== claimId || one.noteId !== noteId)
    if (side === null) return withReport(state, { claimQuotes: others })
    if (others.length >= mostClaimQuotes) return refuse('zoneFull')
    return withReport(state, { claimQuotes: [...others, { claimId, noteId, side }] })
  },
}

export const linkWorkshops: Handler<'linkWorkshops'> = {
  moment,
  apply({ state }, { workshops }) {
    const linked = workshops.filter(
      ({ workshopId }, at) =>
        workshopId !== state.id && workshops.findIndex((one) => one.workshopId === workshopId) === at,
    )
    return withReport(state, { linked })
  },
}
