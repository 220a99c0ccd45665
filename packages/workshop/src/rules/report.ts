/** What organisers write around the notes, before and after the meeting. Rules [Z…] of SPEC.md. */
import { refuse, type Applying, type Handler, type Judged } from '../handler.ts'
import { editReportState, type ReportEdit } from '../reportEdits.ts'
import { mostClaimQuotes, mostQuotes } from '../reportState.ts'
import type { WorkshopState } from '../state.ts'

/** After the meeting too: that is when reports are written. */
const moment = () => null

function withReport(state: WorkshopState, change: Partial<WorkshopState['report']>) {
  return { state: { ...state, report: { ...state.report, ...change } } }
}

/** Lets the edit stand, or says why not. */
function edited({ state, facts }: Applying, edit: ReportEdit): Judged {
  const report = editReportState(state.report, edit, facts !== null)
  return 'refused' in report ? report : { state: { ...state, report } }
}

export const editReport: Handler<'editReport'> = {
  moment,
  apply: edited,
}

export const answerQuestion: Handler<'answerQuestion'> = {
  moment,
  apply(applying, edit) {
    const { facts } = applying
    if (facts && !facts.note(edit.noteId)) return refuse('noteUnknown')
    return { answer: { noteId: edit.noteId }, ...edited(applying, edit) }
  },
}

export const setReportRow: Handler<'setReportRow'> = {
  moment,
  apply: edited,
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
