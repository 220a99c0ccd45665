/**
 * The report as a PDF that screen readers can walk through (PDF 1.7, PDF/UA-1): tags in reading order, bookmarks, the
 * language, fonts inside.
 */
import { openPaper, type Paper, type Tag } from '@bordet/print/paper'
import type { Language } from '@bordet/text'
import { composeDocument } from '../composeDocument.ts'
import { otherThan, shownCaption, type Block, type DocumentImage, type HarvestDocument } from '../document.ts'
import type { HarvestImages } from '../images.ts'
import type { Report } from '../model.ts'
import { officeLanguages } from '../words.ts'
import { columnShares } from './columnShares.ts'
import { fitImage, mapBox, photoBox } from './fitImage.ts'
import { langOf, openFlow, type Flow, type TextStyle } from './pdfFlow.ts'

const ink = '#14211f'
const muted = '#45524e'
const primary = '#0b4f5c'
const rule = '#cbd3ce'

export async function writePdf(
  report: Report,
  language: Language,
  images?: HarvestImages,
): Promise<Uint8Array> {
  return drawPdf(await composeDocument(report, language, images))
}

export async function drawPdf(composed: HarvestDocument): Promise<Uint8Array> {
  const { language, writtenAt } = composed
  const paper = openPaper({
    title: `${composed.eyebrow} – ${composed.title}`,
    language: officeLanguages[language],
    madeAt: writtenAt,
  })
  drawReport(paper, paper.root, composed)
  return paper.finish()
}

/** Puts the report behind what already stands on the paper. */
export function drawReport(paper: Paper, root: Tag, composed: HarvestDocument, enlarge = asItIs): void {
  const drawn = openFlow(paper, {
    footer: [composed.eyebrow, composed.lead].filter((part) => part !== '').join(' · '),
    footerStyle: { size: 8.5, color: muted },
  })
  const flow = withLetters(drawn, enlarge)
  front(flow, root, composed)
  flow.nextPage()
  blocks(flow, root, composed)
}

const asItIs = (size: number) => size

/** The same flow with letters of other sizes. */
function withLetters(flow: Flow, sizeOf: (size: number) => number): Flow {
  const styled = (style: TextStyle): TextStyle => ({ ...style, size: sizeOf(style.size) })
  return {
    ...flow,
    text: (parent, type, text, style, lang) => flow.text(parent, type, text, styled(style), lang),
    table: (parent, table) => flow.table(parent, { ...table, style: styled(table.style) }),
  }
}

/** How many letters of a table's size a line holds. */
const lettersAcross = 90
const tableSize = 9.5
/** Many columns need smaller letters, so that words stay whole. */
const sizeOf = (head: readonly string[]) => (head.length > 5 ? 8.5 : tableSize)

const body: TextStyle = { size: 10.5, color: ink, leading: 1.38 }
const quiet: TextStyle = { ...body, color: muted }
const small: TextStyle = { size: 8.8, color: muted }
const headings: Readonly<Record<1 | 2 | 3, { style: TextStyle; before: number; after: number }>> = {
  1: { style: { size: 19, font: 'bold', color: primary, leading: 1.2 }, before: 12, after: 3 },
  2: { style: { size: 13.5, font: 'bold', color: ink, leading: 1.2 }, before: 7, after: 2 },
  3: { style: { size: 11.3, font: 'bold', color: muted, leading: 1.2 }, before: 5, after: 1.5 },
}

/** Undefined where it is the document's. */
function tagOf(own: Language | undefined, { language }: HarvestDocument): string | undefined {
  const other = otherThan(language, own)
  return other && officeLanguages[other]
}

function front(flow: Flow, root: Tag, document: HarvestDocument): void {
  const { eyebrow, title, titleLanguage, lead, facts, intro, notices } = document
  flow.space(48)
  flow.text(root, 'P', eyebrow, { size: 12, font: 'bold', color: muted })
  flow.space(2)
  const h1: TextStyle = { size: 28, font: 'heavy', color: primary, leading: 1.12 }
  flow.text(root, 'H1', title, h1, tagOf(titleLanguage, document))
  flow.space(3)
  flow.text(root, 'P', lead, { size: 13, color: muted })
  flow.space(10)
  flow.table(root, { rows: facts, widths: [0.26, 0.74], style: { ...body, font: 'regular' }, rule })
  flow.space(8)
  flow.text(root, 'P', intro, quiet)
  for (const notice of notices) {
    flow.space(5)
    flow.text(root, 'P', notice, { ...body, font: 'bold' })
  }
}

/** Headings one deeper than in the document: the title is the first. */
const tags = { 1: 'H2', 2: 'H3', 3: 'H4' } as const

function blocks(flow: Flow, root: Tag, document: HarvestDocument): void {
  const { blocks: all, notesLanguage } = document
  const lang = (own: Language | undefined) => tagOf(own, document)
  let list: Tag | null = null
  const endList = () => {
    list?.end()
    list = null
  }
  for (const [at, block] of all.entries()) {
    if (block.kind !== 'note') endList()
    switch (block.kind) {
      case 'heading': {
        const { style, before, after } = headings[block.level]
        flow.keepWithNext(before + roomBelow(all, at))
        flow.space(before)
        flow.bookmark(block.level, block.text)
        flow.text(root, tags[block.level], block.text, style, lang(block.language))
        flow.space(after)
        break
      }
      case 'paragraph':
        flow.text(root, 'P', block.text, paragraphLooks[block.look ?? 'plain'], lang(block.language))
        flow.space(2)
        break
      case 'list': {
        const items = flow.open(root, 'L')
        for (const [index, item] of block.items.entries()) {
          listItem(flow, items, item, lang(block.languages?.[index]))
          flow.space(1)
        }
        items.end()
        flow.space(2)
        break
      }
      case 'note': {
        list ??= flow.open(root, 'L')
        const item = flow.open(list, 'LI')
        flow.keepWithNext(12)
        const words = flow.open(item, 'LBody', langOf(lang(block.language ?? notesLanguage)))
        photo(flow, words, block.photo, 0)
        flow.text(words, 'P', block.text, body)
        words.end()
        flow.space(0.5)
        const source = flow.open(item, 'LBody')
        flow.text(source, 'P', block.dots === null ? block.source : `${block.dots} · ${block.source}`, small)
        source.end()
        item.end()
        flow.space(1.4)
        flow.line(rule)
        flow.space(1.8)
        break
      }
      case 'quote': {
        const quote = flow.open(root, 'BlockQuote', langOf(lang(block.language ?? notesLanguage)))
        flow.keepWithNext(12)
        photo(flow, quote, block.photo, 5)
        flow.text(quote, 'P', block.text, { ...body, indent: 5 })
        quote.end()
        flow.space(0.5)
        flow.text(root, 'P', block.source, { ...small, indent: 5 })
        flow.space(3)
        break
      }
      case 'image':
        flow.image(root, block.image, { ...fitImage(block.image, mapBox), room: 10 })
        flow.space(1.5)
        flow.text(root, 'P', block.caption, small)
        flow.space(3)
        break
      case 'table': {
        flow.table(root, {
          caption: shownCaption(all, at),
          head: block.head,
          rows: block.rows,
          languages: block.languages && {
            caption: lang(block.languages.caption),
            head: block.languages.head.map(lang),
            rows: block.languages.rows.map((row) => row.map(lang)),
          },
          widths: columnShares(block.head, block.rows, (lettersAcross * tableSize) / sizeOf(block.head)),
          style: { ...body, size: sizeOf(block.head) },
          rule,
        })
        flow.space(4)
        break
      }
      default:
        block satisfies never
    }
  }
  endList()
}

/** What must fit below a heading's beginning: the headings that follow at once, and the first of what they are about. */
function roomBelow(all: readonly Block[], from: number): number {
  let room = 8
  for (const block of all.slice(from + 1)) {
    if (block.kind !== 'heading') return room + (block.kind === 'table' ? 26 : 16)
    const { before, after } = headings[block.level]
    room += before + after + 6
  }
  return room
}

function photo(flow: Flow, parent: Tag, image: DocumentImage | undefined, indent: number): void {
  if (!image) return
  // With a line of its note.
  flow.image(parent, image, { ...fitImage(image, photoBox), indent, room: 6 })
  flow.space(1.5)
}

const paragraphLooks: Readonly<Record<'plain' | 'asked' | 'quiet' | 'notice', TextStyle>> = {
  plain: body,
  asked: { ...quiet, size: 11.5 },
  quiet,
  notice: { ...body, font: 'bold' },
}

function listItem(flow: Flow, list: Tag, text: string, lang: string | undefined): void {
  const item = flow.open(list, 'LI')
  const words = flow.open(item, 'LBody')
  flow.text(words, 'P', text, { ...body, indent: 5, bullet: true }, lang)
  words.end()
  item.end()
}
