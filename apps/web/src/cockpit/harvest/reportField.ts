/** Which text of the report a field holds: what it is kept under on the device, and what is asked of the server. */
import type { Ask, ReportList } from '@bordet/workshop'

export type AnswerCell = 'text' | 'responsible' | 'due'

export type ReportField =
  | { kind: 'text'; part: string }
  | { kind: 'answer'; noteId: string; cell: AnswerCell }
  /** `cells` is the whole row as its writer saw it: it comes back so when somebody takes it away meanwhile. */
  | { kind: 'row'; list: ReportList; rowId: string; cell: string; cells: Readonly<Record<string, string>> }

export function fieldName(field: ReportField): string {
  switch (field.kind) {
    case 'text':
      return `text/${field.part}`
    case 'answer':
      return `answer/${field.noteId}/${field.cell}`
    case 'row':
      return `row/${field.list}/${field.rowId}/${field.cell}`
    default:
      return field satisfies never
  }
}

/** `base`: what the writer began with. */
export function askFor(field: ReportField, text: string, base: string): Ask {
  switch (field.kind) {
    case 'text':
      return { type: 'editReport', part: field.part, text, base }
    case 'answer': {
      const { noteId, cell } = field
      return { type: 'answerQuestion', noteId, [cell]: text, base: { [cell]: base } }
    }
    case 'row': {
      const { list, rowId, cell, cells } = field
      return { type: 'setReportRow', list, rowId, cells: { [cell]: text }, base: { ...cells, [cell]: base } }
    }
    default:
      return field satisfies never
  }
}
