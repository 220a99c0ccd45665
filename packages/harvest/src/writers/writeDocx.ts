/**
 * The report as a Word document: title page, table of contents, then question by question every note with where it
 * was written. It opens finished: the contents are filled in and Word has nothing to ask.
 */
import {
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageBreak,
  PageNumber,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableOfContents,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx'
import { estimatePageNumbersWith } from 'docx/layout'
import { dateLong, type Language } from '@bordet/text'
import type { Report, ReportNote, ReportQuestion, ReportZone } from '../model.ts'
import {
  choiceLines,
  notices,
  loadWords,
  noteOrigin,
  noteText,
  officeLanguages,
  questionName,
  reportFacts,
  voteSummary,
  zoneTitle,
  type SayHarvest,
} from '../words.ts'
import { coreProperties } from './coreProperties.ts'
import { documentStyles, line, page, primary, textWidth } from './docxStyles.ts'

/**
 * Finding out which page a heading is on means laying out every line: 2 ms a note, ten times what the rest takes.
 * Beyond this the table of contents has links but no page numbers.
 */
const mostNotesLaidOut = 1000

export async function writeDocx(report: Report, language: Language): Promise<Uint8Array> {
  const say = await loadWords(language)
  const hasPageNumbers = report.notes <= mostNotesLaidOut
  const document = new Document({
    title: report.title,
    styles: documentStyles(language, report.language),
    // Emoji and other scripts are in no width table: a guess may put a page number one page off, blanks help nobody.
    ...(hasPageNumbers ? { pageNumbers: estimatePageNumbersWith({ guess: true }) } : {}),
    sections: [
      {
        properties: { page, titlePage: true },
        footers: {
          default: footer(report, language, say),
          first: new Footer({ children: [new Paragraph({})] }),
        },
        children: [
          ...titlePage(report, language, say),
          ...contents(hasPageNumbers, say),
          ...report.questions.flatMap((question, index) =>
            questionBlocks(question, index === 0, language, say),
          ),
        ],
      },
    ],
  })
  const overrides = [{ path: 'docProps/core.xml', data: coreProperties(report, officeLanguages[language]) }]
  return new Uint8Array(await Packer.toArrayBuffer(document, undefined, overrides))
}

function titlePage(report: Report, language: Language, say: SayHarvest): (Paragraph | Table)[] {
  const date = dateLong(language, report.heldAt, report.timeZone)
  return [
    new Paragraph({ style: 'Eyebrow', text: say('harvest') }),
    new Paragraph({ heading: HeadingLevel.TITLE, children: linesOf(report.title) }),
    new Paragraph({ style: 'Lead', text: [report.place, date].filter((part) => part !== '').join(' · ') }),
    factTable(reportFacts(report, language, say)),
    new Paragraph({ style: 'Quiet', text: say('intro'), spacing: { before: 360 } }),
    ...notices(report, language, say).map((notice) => new Paragraph({ style: 'Draft', text: notice })),
  ]
}

function factTable(facts: readonly (readonly [string, string])[]): Table {
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  const rule = { style: BorderStyle.SINGLE, size: 4, color: line }
  const widths = [2400, textWidth - 2400]
  const cell = (text: string, column: number, bold: boolean) =>
    new TableCell({
      width: { size: widths[column] ?? 0, type: WidthType.DXA },
      margins: { top: 70, bottom: 70, left: 0, right: 120 },
      children: [new Paragraph({ children: [new TextRun({ text, bold })] })],
    })
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    borders: {
      top: rule,
      bottom: rule,
      left: none,
      right: none,
      insideHorizontal: rule,
      insideVertical: none,
    },
    rows: facts.map(
      ([label, value]) =>
        new TableRow({ cantSplit: true, children: [cell(label, 0, false), cell(value, 1, true)] }),
    ),
  })
}

function contents(hasPageNumbers: boolean, say: SayHarvest): (Paragraph | TableOfContents)[] {
  return [
    new Paragraph({ children: [new PageBreak()] }),
    new Paragraph({ style: 'TOCHeading', text: say('contents') }),
    new TableOfContents(say('contents'), {
      hyperlink: true,
      headingStyleRange: '1-2',
      beginDirty: false,
      ...(hasPageNumbers ? {} : { pageNumbersEntryLevelsRange: '1-2' }),
    }),
  ]
}

function questionBlocks(
  question: ReportQuestion,
  isFirst: boolean,
  language: Language,
  say: SayHarvest,
): Paragraph[] {
  const votes = voteSummary(question, language, say)
  const choices = choiceLines(question, language, say)
  const isEmpty = question.zones.every(({ notes }) => notes.length === 0)
  return [
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      // The page's own margin is room enough above the first.
      ...(isFirst ? { pageBreakBefore: true, spacing: { before: 0 } } : {}),
      children: linesOf(questionName(question, say)),
    }),
    ...(question.question === ''
      ? []
      : [new Paragraph({ style: 'Question', children: linesOf(question.question) })]),
    ...(votes ? [new Paragraph({ style: 'Quiet', text: votes })] : []),
    ...choices.map((line) => new Paragraph({ style: 'Quiet', children: linesOf(line) })),
    ...(isEmpty && !votes && choices.length === 0 ? [noNotes(say)] : []),
    ...(isEmpty ? [] : question.zones.flatMap((zone) => zoneBlocks(zone, say))),
  ]
}

function zoneBlocks(zone: ReportZone, say: SayHarvest): Paragraph[] {
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_2, children: linesOf(zoneTitle(zone, say)) }),
    ...(zone.notes.length === 0 ? [noNotes(say)] : zone.notes.flatMap((note) => noteBlocks(note, say))),
  ]
}

function noteBlocks(note: ReportNote, say: SayHarvest): Paragraph[] {
  const text = noteText(note, say)
  const rightToLeft = isRightToLeft(text)
  const dots = note.dots === null ? '' : say('dotCount', { n: note.dots })
  return [
    new Paragraph({
      style: 'Note',
      ...(rightToLeft ? { bidirectional: true } : {}),
      children: linesOf(text, rightToLeft),
    }),
    new Paragraph({
      style: 'NoteSource',
      children: [
        ...(dots === '' ? [] : [new TextRun({ text: dots, bold: true, color: primary }), new TextRun(' · ')]),
        new TextRun(noteOrigin(note, say)),
      ],
    }),
  ]
}

function noNotes(say: SayHarvest): Paragraph {
  return new Paragraph({ style: 'Quiet', text: say('noNotes') })
}

/** One run a line, with Word's own line break between them. */
function linesOf(text: string, rightToLeft = false): TextRun[] {
  return text.split('\n').map(
    (line, index) =>
      new TextRun({
        text: line,
        ...(index > 0 ? { break: 1 } : {}),
        ...(rightToLeft ? { rightToLeft: true } : {}),
      }),
  )
}

/** By its first letter, as browsers do for `dir="auto"`. */
function isRightToLeft(text: string): boolean {
  const firstLetter = /\p{L}/u.exec(text)?.[0] ?? ''
  return /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(
    firstLetter,
  )
}

function footer(report: Report, language: Language, say: SayHarvest): Footer {
  const date = dateLong(language, report.heldAt, report.timeZone)
  const words = [say('harvest'), report.place, date].filter((part) => part !== '').join(' · ')
  const children = [new TextRun(words), new TextRun({ children: [new Tab(), PageNumber.CURRENT] })]
  return new Footer({
    children: [
      new Paragraph({
        style: 'Footer',
        tabStops: [{ type: TabStopType.RIGHT, position: textWidth }],
        children,
      }),
    ],
  })
}
