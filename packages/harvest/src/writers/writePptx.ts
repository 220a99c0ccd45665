/**
 * The report as slides to talk from: one for each theme, table or section, with as much as can be read from the back of
 * a room. Titles are real titles, so that outlines and screen readers have them.
 */
import type { Language } from '@bordet/text'
import { escapeMarkup } from '@bordet/text/markup'
import pptxgen from 'pptxgenjs'
import { composeDocument } from '../composeDocument.ts'
import type { Block, HarvestDocument } from '../document.ts'
import type { Report } from '../model.ts'
import { loadWords, officeLanguages, type SayHarvest } from '../words.ts'

const mostLines = 6
/** Lines of a table that find room under the title. */
const mostTableLines = 15
const mostLetters = 190
/** A deck is for talking, not for reading. */
const mostSlides = 60

interface Slide {
  title: string
  blocks: Block[]
}

export async function writePptx(report: Report, language: Language): Promise<Uint8Array> {
  const [say, document] = await Promise.all([loadWords(language), composeDocument(report, language)])
  const deck = newDeck()
  deck.layout = 'LAYOUT_WIDE'
  deck.title = report.title
  // The one property that the library writes as it is.
  deck.company = escapeMarkup(report.owner)
  deck.theme = { headFontFace: 'Calibri', bodyFontFace: 'Calibri' }
  const lang = officeLanguages[language]
  deck.defineSlideMaster({
    title: 'Front',
    background: { color: '0B4F5C' },
    objects: [
      {
        placeholder: {
          options: {
            name: 'title',
            type: 'title',
            x: 0.9,
            y: 2.2,
            w: 11.5,
            h: 1.8,
            fontSize: 44,
            align: 'left',
            bold: true,
            color: 'FFFFFF',
            valign: 'bottom',
          },
          text: '',
        },
      },
      {
        placeholder: {
          options: {
            name: 'lead',
            type: 'body',
            x: 0.9,
            y: 4.2,
            w: 11.5,
            h: 1.6,
            fontSize: 22,
            color: 'FFFFFF',
            valign: 'top',
          },
          text: '',
        },
      },
    ],
  })
  deck.defineSlideMaster({
    title: 'Page',
    background: { color: 'FFFFFF' },
    slideNumber: { x: 12.3, y: 6.95, fontSize: 11, color: '45524E' },
    objects: [
      {
        placeholder: {
          options: {
            name: 'title',
            type: 'title',
            x: 0.7,
            y: 0.45,
            w: 11.9,
            h: 1,
            fontSize: 32,
            align: 'left',
            bold: true,
            color: '0B4F5C',
            valign: 'middle',
          },
          text: '',
        },
      },
    ],
  })
  const front = deck.addSlide({ masterName: 'Front' })
  front.addText(report.title, { placeholder: 'title', lang })
  front.addText([document.eyebrow, document.lead].join(' · '), { placeholder: 'lead', lang })
  for (const slide of slidesOf(document, report, say).slice(0, mostSlides)) draw(deck, slide, lang, say)
  const file = await deck.write({ outputType: 'uint8array' })
  if (!(file instanceof Uint8Array)) throw new Error('The deck was not written as bytes.')
  return file
}

/** Its types speak of the CommonJS build, where the class is the module's `default`; what Node loads is the class. */
function newDeck(): pptxgen.default {
  const Deck: unknown = pptxgen
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above; the tests open what it writes
  return new (Deck as typeof pptxgen.default)()
}

/** Every heading of the sections that has something under it; of a draft that is not sorted yet, every question. */
function slidesOf(document: HarvestDocument, report: Report, say: SayHarvest): Slide[] {
  const end = document.blocks.findIndex(
    (block) => block.kind === 'heading' && block.text === say('headAppendix'),
  )
  const own = cut(document.blocks.slice(0, end))
  return own.length > 0 || report.notes === 0 ? own : cut(document.blocks.slice(end + 1))
}

function cut(blocks: readonly Block[]): Slide[] {
  const slides: Slide[] = []
  let section = ''
  for (const block of blocks) {
    if (block.kind === 'heading') {
      if (block.level === 1) section = block.text
      const title = block.level === 1 || section === '' ? block.text : `${section}: ${block.text}`
      slides.push({ title: title.replaceAll('\n', ' '), blocks: [] })
    } else slides.at(-1)?.blocks.push(block)
  }
  return slides.filter((slide) => slide.blocks.length > 0)
}

function draw(deck: pptxgen.default, { title, blocks }: Slide, lang: string, say: SayHarvest): void {
  const slide = deck.addSlide({ masterName: 'Page' })
  slide.addText(short(title), { placeholder: 'title', lang })
  const table = blocks.find((block) => block.kind === 'table')
  const lines = blocks.flatMap(linesOf)
  const shown = lines.slice(0, table ? 2 : mostLines)
  if (shown.length > 0) {
    const size = shown.length > 4 || table ? 20 : 26
    slide.addText(
      shown.flatMap(({ text, source }) => [
        { text: short(text), options: { bullet: true, breakLine: source === '', fontSize: size, lang } },
        ...(source === ''
          ? []
          : [{ text: `  ${source}`, options: { breakLine: true, fontSize: 13, color: '45524E', lang } }]),
      ]),
      {
        x: 0.7,
        y: 1.6,
        w: 11.9,
        h: table ? 1.2 : 4.9,
        color: '14211F',
        valign: 'top',
        paraSpaceAfter: 12,
        fit: 'shrink',
      },
    )
  }
  const rowsShown = table?.kind === 'table' ? fitting(table.rows, table.head.length) : []
  if (table?.kind === 'table') {
    const rows = [table.head, ...rowsShown].map((cells, row) =>
      table.head.map((_, index) => ({
        text: short(cells[index] ?? ''),
        options: { bold: row === 0, ...(row === 0 ? { fill: { color: 'EAF1F1' } } : {}), lang },
      })),
    )
    slide.addTable(rows, {
      x: 0.7,
      y: shown.length > 0 ? 2.9 : 1.6,
      w: 11.9,
      fontSize: 14,
      color: '14211F',
      border: { type: 'solid', pt: 1, color: 'CBD3CE' },
    })
  }
  const left =
    (table?.kind === 'table' ? table.rows.length - rowsShown.length : 0) +
    Math.max(0, lines.length - shown.length)
  if (left > 0)
    slide.addText(say('readMore'), { x: 0.7, y: 6.7, w: 9, h: 0.4, fontSize: 12, color: '45524E', lang })
}

/** As many rows as there is room for: cells wrap. */
function fitting(rows: readonly string[][], columns: number): string[][] {
  const letters = 105 / columns
  let lines = 0
  return rows.filter((cells) => {
    lines += Math.max(1, ...cells.map((cell) => Math.ceil(Math.min(cell.length, mostLetters) / letters)))
    return lines <= mostTableLines
  })
}

function linesOf(block: Block): { text: string; source: string }[] {
  switch (block.kind) {
    case 'paragraph':
      return [{ text: block.text, source: '' }]
    case 'list':
      return block.items.map((text) => ({ text, source: '' }))
    case 'note':
    case 'quote':
      return [{ text: block.text, source: block.source }]
    default:
      return []
  }
}

function short(text: string): string {
  const line = text.replace(/\s*\n\s*/g, ' ')
  const letters = [...line]
  return letters.length <= mostLetters ? line : `${letters.slice(0, mostLetters).join('').trimEnd()}…`
}
