/** One row a note: what the spreadsheet and the CSV file share. */
import type { Report } from './model.ts'
import { momentWriter, noteText, questionName, zoneTitle, type SayHarvest } from './words.ts'

export interface SheetRow {
  number: number
  part: string
  question: string
  zone: string
  note: string
  /** Names, with commas between. */
  themes: string
  /** The number of the table, or the word for the hall. */
  table: number | string
  round: number | null
  dots: number | null
  /** `yes`, or empty. */
  paper: string
  /** `2025-02-18 18:57`, or empty. */
  time: string
  /** The note's own id, to find it again on its board and in other files. */
  id: string
}

export const sheetColumns = [
  { key: 'number', heading: 'columnNumber' },
  { key: 'part', heading: 'columnPart' },
  { key: 'question', heading: 'columnQuestion' },
  { key: 'zone', heading: 'columnZone' },
  { key: 'note', heading: 'columnNote' },
  { key: 'themes', heading: 'columnThemes' },
  { key: 'table', heading: 'columnTable' },
  { key: 'round', heading: 'columnRound' },
  { key: 'dots', heading: 'columnDots' },
  { key: 'paper', heading: 'columnPaper' },
  { key: 'time', heading: 'columnTime' },
  { key: 'id', heading: 'columnId' },
] as const satisfies readonly { key: keyof SheetRow; heading: Parameters<SayHarvest>[0] }[]

export function sheetRows(report: Report, say: SayHarvest): SheetRow[] {
  const writeMoment = momentWriter(report.timeZone)
  return report.questions.flatMap((question) =>
    question.zones.flatMap((zone) =>
      zone.notes.map((note) => ({
        number: note.number,
        part: questionName(question, say),
        question: question.question,
        zone: [zoneTitle(zone, say), note.part].filter((words) => words !== '').join(' · '),
        note: noteText(note, say),
        themes: note.themes.join(', '),
        table: note.table === 0 ? say('hall') : note.table,
        round: note.round,
        dots: note.dots,
        paper: note.via === 'paper' ? say('yes') : '',
        time: writeMoment(note.writtenAt),
        id: note.id,
      })),
    ),
  )
}
