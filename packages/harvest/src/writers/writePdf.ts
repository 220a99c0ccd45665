/**
 * The report as a PDF that screen readers can walk through (PDF 1.7, PDF/UA-1): tags in reading order, bookmarks, the
 * language, fonts inside.
 */
import { openPaper, type Paper, type Tag } from '@bordet/print/paper'
import type { Language } from '@bordet/text'
import { composeDocument } from '../composeDocument.ts'
import {
  footerOf,
  otherThan,
  shownCaption,
  type Block,
  type DocumentImage,
  type HarvestDocument,
} from '../document.ts'
import type { HarvestImages } from '../images.ts'
import type { Report } from '../model.ts'
import { officeLanguages } from '../words.ts'
import { layTable } from './columnShares.ts'
import { fitImage, mapBox, photoBox } from './fitImage.ts'
import { langOf, openFlow, type Flow, type TextStyle } from './pdfFlow.ts'
import { isLeadIn, stretchesOf } from './stretches.ts'

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
    footer: footerOf(composed),
    footerStyle: { size: 8.5, color: muted },
  })
  const flow = withLetters(drawn, enlarge)
  front(flow, root, composed)
  blocks(flow, root, composed)
}

const asItIs = (size: number) => size

/** The same flow with letters of other sizes. */
function withLetters(flow: Flow, sizeOf: (size: number) => number): Flow {
  const styled = (style: TextStyle): TextStyle => ({ ...style, size: sizeOf(style.size) })
  return {
    ...flow,
    text: (parent, type, text, style, lang) => flow.text(parent, type, text, styled(style), lang),
    keepTogether: (text, style, more) => flow.keepTogether(text, styled(style), more),
    table: (parent, table) => flow.table(parent, { ...table, style: styled(table.style) }),
    topOfTable: (table) => flow.topOfTable({ ...table, style: styled(table.style) }),
  }
}

const tableSizes = { usual: 9.5, small: 8.2 } as const

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
  const turns = new Map(stretchesOf(all).map(({ from, isWide }) => [from, isWide]))
  if (all.length === 0) flow.nextPage()
  for (const [at, block] of all.entries()) {
    const isWide = turns.get(at)
    if (isWide !== undefined) {
      endList()
      flow.turn(isWide)
    }
    if (block.kind !== 'note') endList()
    switch (block.kind) {
      case 'heading': {
        const { style, before, after } = headings[block.level]
        flow.keepWithNext(before + roomBelow(flow, all, at))
        // The page's own margin is room enough above the first.
        if (!turns.has(at)) flow.space(before)
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
          flow.keepTogether(item, { ...body, indent: 5 }, 0)
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
        if (!block.photo) flow.keepTogether(block.text, body, 6)
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
        if (!block.photo) flow.keepTogether(block.text, { ...body, indent: 5 }, 6)
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
          ...tableInput(all, at, block),
          languages: block.languages && {
            caption: lang(block.languages.caption),
            head: block.languages.head.map(lang),
            rows: block.languages.rows.map((row) => row.map(lang)),
          },
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
function roomBelow(flow: Flow, all: readonly Block[], from: number): number {
  let room = 8
  for (let at = from + 1; at < all.length; at += 1) {
    const block = all[at]
    if (block?.kind === 'heading') {
      const { before, after } = headings[block.level]
      room += before + after + 6
    } else if (block?.kind === 'table') return room + flow.topOfTable(tableInput(all, at, block))
    else if (isLeadIn(all, at))
      room += 8 + 5 * Math.floor((block?.kind === 'paragraph' ? block.text.length : 0) / 90)
    else return room + 16
  }
  return room
}

function tableInput(all: readonly Block[], at: number, { head, rows }: Extract<Block, { kind: 'table' }>) {
  const { shares, letters } = layTable(head, rows)
  return {
    caption: shownCaption(all, at),
    head,
    rows,
    widths: shares,
    style: { ...body, size: tableSizes[letters] },
    rule,
  }
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
