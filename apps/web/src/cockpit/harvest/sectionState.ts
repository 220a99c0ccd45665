/** How far a section of the report is: what organisers wrote in it, and how many questions wait for an answer. */
import type { DraftPart, ReportDraft } from '@bordet/client'
import { onlyRow, reportLists, type ReportList } from '@bordet/workshop'

export type SectionState = { kind: 'written' } | { kind: 'empty' } | { kind: 'unanswered'; n: number }

export function sectionState(
  section: DraftPart & { subs: readonly DraftPart[] },
  draft: ReportDraft,
): SectionState {
  const parts = [section, ...section.subs]
  const { report } = draft
  if (parts.some(({ shows }) => shows.some(({ show }) => show === 'answers'))) {
    const n = draft.questions.filter(({ id }) => !isWritten(report.answers[id]?.text)).length
    if (n > 0) return { kind: 'unanswered', n }
    if (draft.questions.length > 0) return { kind: 'written' }
  }
  const has = parts.some(
    ({ part, shows }) =>
      isWritten(report.texts[part]) || shows.some(({ show, zones }) => isTold(show, zones, draft)),
  )
  return { kind: has ? 'written' : 'empty' }
}

/** With notes first, by size; those that have none and no text apart. In the order they were made where alike. */
export function themesInOrder(draft: ReportDraft): {
  told: ReportDraft['themes']
  empty: ReportDraft['themes']
} {
  const isEmpty = ({ themeId, notes }: ReportDraft['themes'][number]) =>
    notes === 0 && !isWritten(draft.report.texts[`theme:${themeId}`])
  return {
    told: draft.themes.filter((theme) => !isEmpty(theme)).toSorted((a, b) => b.notes - a.notes),
    empty: draft.themes.filter(isEmpty),
  }
}

function isTold(show: string, zones: readonly string[], draft: ReportDraft): boolean {
  const { report, themes, notes } = draft
  const rowsOf = (list: ReportList) =>
    report.rows[list].some(({ cells }) => Object.values(cells).some(isWritten))
  const factsOf = () => {
    const its = new Set(notes.filter(({ zone }) => zones.includes(zone)).map(({ id }) => id))
    return report.rows.noteFacts.some(
      ({ id, cells }) => id !== onlyRow && its.has(id) && Object.values(cells).some(isWritten),
    )
  }
  switch (show) {
    case 'themes':
    case 'points':
      return themes.some(({ themeId }) => isWritten(report.texts[`theme:${themeId}`]))
    case 'tried':
    case 'initiatives':
    case 'proposals':
      return factsOf()
    case 'asks':
      return rowsOf('asks') || factsOf()
    case 'claims':
      return rowsOf('claims') || report.claimQuotes.length > 0
    default: {
      const list = reportLists.find((one) => one === show)
      return list !== undefined && rowsOf(list)
    }
  }
}

function isWritten(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== ''
}
