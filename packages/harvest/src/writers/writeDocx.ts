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
  ShadingType,
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
import type { Language } from '@bordet/text'
import { composeDocument } from '../composeDocument.ts'
import { shownCaption, type Block, type DocumentImage, type HarvestDocument } from '../document.ts'
import type { HarvestImages } from '../images.ts'
import { isRightToLeft } from '../isRightToLeft.ts'
import type { Report } from '../model.ts'
import { loadWords, officeLanguages, type SayHarvest } from '../words.ts'
import { coreProperties } from './coreProperties.ts'
import { documentStyles, line, page, primary, textWidth } from './docxStyles.ts'
import { fitImage, mapBox, photoBox } from './fitImage.ts'

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
          default: footer(composed),
          first: new Footer({ children: [new Paragraph({})] }),
        },
        children: [
          ...titlePage(composed),
          ...contents(hasPageNumbers, say),
          ...blocks.flatMap((block, at) => [...captionOf(blocks, at), ...blockOf(block, at === 0)]),
        ],
      },
    ],
  })
  const overrides = [{ path: 'docProps/core.xml', data: coreProperties(composed, officeLanguages[language]) }]
  return new Uint8Array(await Packer.toArrayBuffer(document, undefined, overrides))
}

function titlePage({ eyebrow, title, lead, facts, intro, notices }: HarvestDocument): (Paragraph | Table)[] {
  return [
    new Paragraph({ style: 'Eyebrow', text: eyebrow }),
    new Paragraph({ heading: HeadingLevel.TITLE, children: linesOf(title) }),
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

function blockOf(block: Block, isFirst: boolean): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: headingLevels[block.level],
          // The page's own margin is room enough above the first.
          ...(isFirst ? { pageBreakBefore: true, spacing: { before: 0 } } : {}),
          children: linesOf(block.text),
        }),
      ]
    case 'paragraph':
      return [
        new Paragraph({ ...(block.look ? { style: looks[block.look] } : {}), children: linesOf(block.text) }),
      ]
    case 'list':
      return block.items.map((item) => new Paragraph({ bullet: { level: 0 }, children: linesOf(item) }))
    case 'note':
      return [
        ...photoOf('NotePhoto', block.photo),
        wordsOf('Note', block.text),
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
        wordsOf('QuotedNote', block.text),
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
      return [...tableOf(block), new Paragraph({ spacing: { after: 120 } })]
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

function wordsOf(style: string, text: string): Paragraph {
  const rightToLeft = isRightToLeft(text)
  return new Paragraph({
    style,
    ...(rightToLeft ? { bidirectional: true } : {}),
    children: linesOf(text, rightToLeft),
  })
}

function captionOf(blocks: readonly Block[], at: number): Paragraph[] {
  const caption = shownCaption(blocks, at)
  return caption === null ? [] : [new Paragraph({ style: 'Caption', children: linesOf(caption) })]
}

/** The first column has most of the words, in all our tables. */
function tableOf({ head, rows }: Extract<Block, { kind: 'table' }>): Table[] {
  const rule = { style: BorderStyle.SINGLE, size: 4, color: line }
  const other = Math.floor(textWidth / (head.length + 1))
  const widths = head.map((_name, index) => (index === 0 ? textWidth - other * (head.length - 1) : other))
  const row = (cells: readonly string[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: head.map(
        (_name, index) =>
          new TableCell({
            width: { size: widths[index] ?? 0, type: WidthType.DXA },
            margins: { top: 60, bottom: 60, left: 90, right: 90 },
            ...(isHead ? { shading: { type: ShadingType.CLEAR, fill: 'EAF1F1', color: 'auto' } } : {}),
            children: [
              new Paragraph({
                children: isHead
                  ? [new TextRun({ text: cells[index] ?? '', bold: true })]
                  : linesOf(cells[index] ?? ''),
              }),
            ],
          }),
      ),
    })
  return [
    new Table({
      width: { size: textWidth, type: WidthType.DXA },
      columnWidths: widths,
      borders: {
        top: rule,
        bottom: rule,
        left: rule,
        right: rule,
        insideHorizontal: rule,
        insideVertical: rule,
      },
      rows: [row(head, true), ...rows.map((cells) => row(cells, false))],
    }),
  ]
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

function footer({ eyebrow, lead }: HarvestDocument): Footer {
  const words = [eyebrow, lead].filter((part) => part !== '').join(' · ')
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
