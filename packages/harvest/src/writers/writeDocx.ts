/**
 * The report as a Word document: title page, table of contents, the method's sections, then every note with where it was
 * written. It opens finished: the contents are filled in and Word has nothing to ask.
 */
import {
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  ImageRun,
  Packer,
  PageBreak,
  PageNumber,
  Paragraph,
  SectionType,
  ShadingType,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableOfContents,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx'
import { estimatePageNumbersWith } from 'docx/layout'
import type { Language } from '@bordet/text'
import { composeDocument } from '../composeDocument.ts'
import {
  footerOf,
  otherThan,
  shownCaption,
  type Block,
  type DocumentImage,
  type HarvestDocument,
  type Languages,
} from '../document.ts'
import type { HarvestImages } from '../images.ts'
import { isRightToLeft } from '../isRightToLeft.ts'
import type { Report } from '../model.ts'
import { loadWords, officeLanguages, type SayHarvest } from '../words.ts'
import { coreProperties } from './coreProperties.ts'
import { layTable, type TableLayout } from './columnShares.ts'
import { documentStyles, line, page, primary, textWidth, widePage, wideTextWidth } from './docxStyles.ts'
import { fitImage, mapBox, photoBox } from './fitImage.ts'
import { isLeadIn, stretchesOf } from './stretches.ts'

/**
 * Finding out which page a heading is on means laying out every line: 2 ms a note, ten times what the rest takes.
 * Beyond this the table of contents has links but no page numbers.
 */
const mostNotesLaidOut = 1000

export async function writeDocx(
  report: Report,
  language: Language,
  images?: HarvestImages,
): Promise<Uint8Array> {
  return drawDocx(await composeDocument(report, language, images))
}

export async function drawDocx(composed: HarvestDocument): Promise<Uint8Array> {
  const { language, notesLanguage, title, blocks } = composed
  const say = await loadWords(language)
  const hasPageNumbers = blocks.filter(({ kind }) => kind === 'note').length <= mostNotesLaidOut
  const document = new Document({
    title,
    styles: documentStyles(language, notesLanguage),
    // Emoji and other scripts are in no width table: a guess may put a page number one page off, blanks help nobody.
    ...(hasPageNumbers ? { pageNumbers: estimatePageNumbersWith({ guess: true }) } : {}),
    sections: [
      {
        properties: { page, titlePage: true },
        footers: {
          default: footer(composed, textWidth),
          first: new Footer({ children: [new Paragraph({})] }),
        },
        children: [...titlePage(composed), ...contents(hasPageNumbers, say)],
      },
      ...stretchesOf(blocks).map(({ isWide, blocks: its, from }) => ({
        properties: { page: isWide ? widePage : page, type: SectionType.NEXT_PAGE },
        footers: { default: footer(composed, isWide ? wideTextWidth : textWidth) },
        children: its.flatMap((block, at) => [
          ...captionOf(composed, from + at),
          ...blockOf(block, composed, from + at),
        ]),
      })),
    ],
  })
  const overrides = [{ path: 'docProps/core.xml', data: coreProperties(composed, officeLanguages[language]) }]
  return new Uint8Array(await Packer.toArrayBuffer(document, undefined, overrides))
}

function titlePage(document: HarvestDocument): (Paragraph | Table)[] {
  const { eyebrow, title, lead, facts, intro, notices, language, titleLanguage } = document
  return [
    new Paragraph({ style: 'Eyebrow', text: eyebrow }),
    new Paragraph({
      heading: HeadingLevel.TITLE,
      children: linesOf(title, { language: otherThan(language, titleLanguage) }),
    }),
    new Paragraph({ style: 'Lead', text: lead }),
    factTable(facts),
    new Paragraph({ style: 'Quiet', text: intro, spacing: { before: 360 } }),
    ...notices.map((notice) => new Paragraph({ style: 'Draft', text: notice })),
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

function blockOf(block: Block, document: HarvestDocument, at: number): (Paragraph | Table)[] {
  const { language, notesLanguage, blocks } = document
  const other = (own: Language | undefined) => ({ language: otherThan(language, own) })
  const otherNote = (own: Language | undefined) => otherThan(notesLanguage, own)
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: headingLevels[block.level],
          // The page's own margin is room enough above the first.
          ...(at === 0 ? { spacing: { before: 0 } } : {}),
          children: linesOf(block.text, other(block.language)),
        }),
      ]
    case 'paragraph':
      return [
        new Paragraph({
          ...(block.look ? { style: looks[block.look] } : {}),
          ...(isLeadIn(blocks, at) ? { keepNext: true } : {}),
          children: linesOf(
            block.text,
            block.look === 'asked'
              ? { language: otherNote(block.language ?? language) }
              : other(block.language),
          ),
        }),
      ]
    case 'list':
      return block.items.map(
        (item, index) =>
          new Paragraph({ bullet: { level: 0 }, children: linesOf(item, other(block.languages?.[index])) }),
      )
    case 'note':
      return [
        ...photoOf('NotePhoto', block.photo),
        wordsOf('Note', block.text, otherNote(block.language)),
        new Paragraph({
          style: 'NoteSource',
          children: [
            ...(block.dots === null
              ? []
              : [new TextRun({ text: block.dots, bold: true, color: primary }), new TextRun(' · ')]),
            new TextRun(block.source),
          ],
        }),
      ]
    case 'quote':
      return [
        ...photoOf('QuotedPhoto', block.photo),
        wordsOf('QuotedNote', block.text, otherNote(block.language)),
        new Paragraph({ style: 'QuoteSource', children: [new TextRun(block.source)] }),
      ]
    case 'image':
      return [
        new Paragraph({
          keepNext: true,
          spacing: { before: 120, after: 60 },
          children: [imageRun(block.image, mapBox)],
        }),
        new Paragraph({ style: 'Quiet', children: linesOf(block.caption) }),
      ]
    case 'table':
      return [tableOf(block, layTable(block.head, block.rows), language), new Paragraph({ style: 'Gap' })]
    default:
      return block satisfies never
  }
}

const headingLevels = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
} as const
const looks = { asked: 'Question', quiet: 'Quiet', notice: 'Draft' } as const

function photoOf(style: string, photo: DocumentImage | undefined): Paragraph[] {
  return photo ? [new Paragraph({ style, children: [imageRun(photo, photoBox)] })] : []
}

function imageRun(image: DocumentImage, box: { width: number; height: number }): ImageRun {
  const { width, height } = fitImage(image, box)
  // Word counts 96 pixels to the inch.
  const pixels = (millimetres: number) => Math.round((millimetres / 25.4) * 96)
  return new ImageRun({
    type: image.type,
    data: image.bytes,
    transformation: { width: pixels(width), height: pixels(height) },
    altText: { name: '', title: '', description: image.alt },
  })
}

function wordsOf(style: string, text: string, language: Language | undefined): Paragraph {
  const rightToLeft = isRightToLeft(text)
  return new Paragraph({
    style,
    ...(rightToLeft ? { bidirectional: true } : {}),
    children: linesOf(text, { isRightToLeft: rightToLeft, language }),
  })
}

function captionOf({ blocks, language }: HarvestDocument, at: number): Paragraph[] {
  const caption = shownCaption(blocks, at)
  const table = blocks[at]
  const own = table?.kind === 'table' ? table.languages?.caption : undefined
  return caption === null
    ? []
    : [
        new Paragraph({
          style: 'Caption',
          children: linesOf(caption, { language: otherThan(language, own) }),
        }),
      ]
}

/** A row is not parted at the foot of a page unless it is as high as a good part of one. */
const mostKept = 900

function tableOf(
  { head, rows, languages }: Extract<Block, { kind: 'table' }>,
  { shares, letters, isWide }: TableLayout,
  language: Language,
): Table {
  const rule = { style: BorderStyle.SINGLE, size: 4, color: line }
  const width = isWide ? wideTextWidth : textWidth
  const widths = shares.map((share) => Math.floor(share * width))
  widths[0] = (widths[0] ?? 0) + width - widths.reduce((sum, one) => sum + one, 0)
  const row = (cells: readonly string[], isHead: boolean, its: Languages = []) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: cells.every((cell) => cell.length < mostKept),
      children: head.map(
        (_name, index) =>
          new TableCell({
            width: { size: widths[index] ?? 0, type: WidthType.DXA },
            margins: { top: 60, bottom: 60, left: 90, right: 90 },
            ...(isHead ? { shading: { type: ShadingType.CLEAR, fill: 'EAF1F1', color: 'auto' } } : {}),
            children: [
              new Paragraph({
                style: letters === 'small' ? 'SmallCell' : 'Cell',
                // The head of a table does not stand alone at the foot of a page.
                ...(isHead ? { keepNext: true } : {}),
                ...(isRightToLeft(cells[index] ?? '') ? { bidirectional: true } : {}),
                children: linesOf(cells[index] ?? '', {
                  isBold: isHead,
                  isRightToLeft: isRightToLeft(cells[index] ?? ''),
                  language: otherThan(language, its[index]),
                }),
              }),
            ],
          }),
      ),
    })
  return new Table({
    width: { size: width, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    borders: {
      top: rule,
      bottom: rule,
      left: rule,
      right: rule,
      insideHorizontal: rule,
      insideVertical: rule,
    },
    rows: [
      row(head, true, languages?.head),
      ...rows.map((cells, index) => row(cells, false, languages?.rows[index])),
    ],
  })
}

/** One run a line, with Word's own line break between them. `language` where it is not that of the paragraph's style. */
function linesOf(
  text: string,
  { isRightToLeft: rightToLeft = false, isBold = false, language }: Way = {},
): TextRun[] {
  return text.split('\n').map(
    (line, index) =>
      new TextRun({
        text: line,
        ...(index > 0 ? { break: 1 } : {}),
        ...(rightToLeft ? { rightToLeft: true } : {}),
        ...(isBold ? { bold: true } : {}),
        ...(language ? { language: { value: officeLanguages[language] } } : {}),
      }),
  )
}

interface Way {
  isRightToLeft?: boolean
  isBold?: boolean
  language?: Language | undefined
}

function footer(document: HarvestDocument, width: number): Footer {
  const children = [
    new TextRun(footerOf(document)),
    new TextRun({ children: [new Tab(), PageNumber.CURRENT] }),
  ]
  return new Footer({
    children: [
      new Paragraph({
        style: 'Footer',
        tabStops: [{ type: TabStopType.RIGHT, position: width }],
        children,
      }),
    ],
  })
}
