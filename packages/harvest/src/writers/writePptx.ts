/**
 * The report as slides to talk from: a front page, then one slide for each theme, question or table of figures, and
 * further ones where there is more than one can read from the back of a room. Titles are real titles, so that outlines
 * and screen readers have them.
 */
import type { Language } from '@bordet/text'
import { escapeMarkup } from '@bordet/text/markup'
import pptxgen from 'pptxgenjs'
import { composeDocument } from '../composeDocument.ts'
import type { Block, HarvestDocument } from '../document.ts'
import { noImages, type HarvestImages } from '../images.ts'
import type { Report } from '../model.ts'
import { loadWords, officeLanguages, type SayHarvest } from '../words.ts'
import { fitImage } from './fitImage.ts'
import { foldSlides, joinSmall, linesIn, page, sizes, type Item, type Sheet, type Topic } from './slides.ts'

const colors = {
  primary: '0B4F5C',
  ink: '14211F',
  muted: '45524E',
  line: 'CBD3CE',
  pale: 'EAF1F1',
  sun: 'F2B600',
  white: 'FFFFFF',
} as const

/** A deck is for talking, not for reading. */
const mostSlides = 120
/** Of words that somebody said; what organisers wrote, and tables, go on as long as they are. */
const mostQuotes = 6

export async function writePptx(
  report: Report,
  language: Language,
  images: HarvestImages = noImages,
): Promise<Uint8Array> {
  const [say, document] = await Promise.all([loadWords(language), composeDocument(report, language, images)])
  const deck = newDeck()
  deck.layout = 'LAYOUT_WIDE'
  deck.title = report.title
  // The one property that the library writes as it is.
  deck.company = escapeMarkup(report.owner)
  deck.theme = { headFontFace: 'Calibri', bodyFontFace: 'Calibri' }
  defineMasters(deck)
  drawFront(deck, document, report)
  const sheets = joinSmall(topicsOf(document, report, say)).flatMap(foldSlides)
  for (const sheet of sheets.slice(0, mostSlides)) drawSheet(deck, sheet, document, say)
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

function defineMasters(deck: pptxgen.default): void {
  deck.defineSlideMaster({
    title: 'Front',
    background: { color: colors.primary },
    objects: [
      { rect: { x: 0.9, y: 1.15, w: 1.2, h: 0.09, fill: { color: colors.sun } } },
      {
        placeholder: {
          options: {
            name: 'title',
            type: 'title',
            x: 0.9,
            y: 1.9,
            w: 11.5,
            h: 1.9,
            fontSize: 48,
            align: 'left',
            bold: true,
            color: colors.white,
            valign: 'middle',
            margin: 0,
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
            y: 3.85,
            w: 11.5,
            h: 0.8,
            fontSize: 24,
            color: colors.white,
            valign: 'top',
            margin: 0,
          },
          text: '',
        },
      },
    ],
  })
  deck.defineSlideMaster({
    title: 'Page',
    background: { color: colors.white },
    slideNumber: { x: 12.2, y: 6.95, w: 0.6, h: 0.35, fontSize: 12, color: colors.muted, align: 'right' },
    objects: [
      { rect: { x: 0, y: 0, w: 0.22, h: 7.5, fill: { color: colors.primary } } },
      { rect: { x: 0, y: 0.62, w: 0.22, h: 0.9, fill: { color: colors.sun } } },
      {
        placeholder: {
          options: {
            name: 'title',
            type: 'title',
            x: page.left,
            y: 0.72,
            w: page.width,
            h: 0.85,
            fontSize: 36,
            align: 'left',
            bold: true,
            color: colors.primary,
            valign: 'middle',
            margin: 0,
          },
          text: '',
        },
      },
    ],
  })
}

/** Whose evening it was, and how many were there and wrote. */
function drawFront(deck: pptxgen.default, document: HarvestDocument, report: Report): void {
  const { language, eyebrow, title, lead, facts, notices } = document
  const lang = officeLanguages[language]
  const front = deck.addSlide({ masterName: 'Front' })
  front.addText(title, { placeholder: 'title', lang: officeLanguages[report.language] })
  front.addText([eyebrow, lead].filter((part) => part !== '').join(' · '), { placeholder: 'lead', lang })
  const figures = facts.filter(([, value]) => /^[\d\s\u00a0.,]+$/u.test(value) && value !== '0').slice(0, 4)
  for (const [at, [label, value]] of figures.entries())
    front.addText(
      [
        { text: value, options: { fontSize: 44, bold: true, color: colors.white, breakLine: true, lang } },
        { text: label, options: { fontSize: 20, color: colors.white, lang } },
      ],
      { x: 0.9 + at * 2.7, y: 4.95, w: 2.5, h: 1.35, margin: 0, valign: 'top' },
    )
  const words = [report.owner, ...notices].filter((one) => one !== '').join(' · ')
  if (words !== '')
    front.addText(words, {
      x: 0.9,
      y: 6.45,
      w: 11.5,
      h: 0.7,
      fontSize: 18,
      color: colors.sun,
      margin: 0,
      valign: 'middle',
      lang,
      fit: 'shrink',
    })
}

/** Every heading of the sections that has something under it; of a draft that is not sorted yet, every question. */
function topicsOf(document: HarvestDocument, report: Report, say: SayHarvest): Topic[] {
  const end = document.blocks.findIndex(
    (block) => block.kind === 'heading' && block.text === say('headAppendix'),
  )
  const own = gather(document.blocks.slice(0, end), document, say)
  return own.length > 0 || report.notes === 0 ? own : gather(document.blocks.slice(end + 1), document, say)
}

/** A topic for each heading of the first and second rank; those of the third stand on its slides. */
function gather(blocks: readonly Block[], document: HarvestDocument, say: SayHarvest): Topic[] {
  const topics: Topic[] = []
  let section: Topic['section'] = null
  for (const block of blocks) {
    const topic = topics.at(-1)
    if (block.kind === 'heading' && block.level < 3) {
      const title = { text: oneLine(block.text), language: block.language }
      if (block.level === 1) section = title
      topics.push({ section: block.level === 1 ? null : section, title, lead: '', items: [], hasMore: false })
    } else if (
      topic?.items.length === 0 &&
      topic.lead === '' &&
      block.kind === 'paragraph' &&
      block.look === 'quiet' &&
      block.text.length < 60
    ) {
      topic.lead = block.text
    } else if (topic) addItems(topic, block, document, say)
  }
  return topics
    .map((topic) => withoutLastSubtitle(topic))
    .filter(({ items, lead }) => items.length > 0 || lead !== '')
}

function withoutLastSubtitle(topic: Topic): Topic {
  const items = topic.items.filter(
    ({ kind }, at) => kind !== 'subtitle' || (topic.items[at + 1]?.kind ?? 'subtitle') !== 'subtitle',
  )
  return { ...topic, items }
}

function addItems(topic: Topic, block: Block, { notesLanguage }: HarvestDocument, say: SayHarvest): void {
  const add = (item: Item) => void topic.items.push(item)
  switch (block.kind) {
    case 'heading':
      return add({ kind: 'subtitle', text: oneLine(block.text), language: block.language })
    case 'paragraph':
      return add({
        kind: block.look === 'quiet' ? 'quiet' : 'words',
        text: block.text,
        language: block.language,
      })
    case 'list':
      for (const [at, text] of block.items.entries())
        add({ kind: 'point', text: oneLine(text), language: block.languages?.[at] })
      return
    case 'note':
    case 'quote': {
      const last = topic.items.findLastIndex(({ kind }) => kind === 'subtitle')
      if (topic.items.slice(last + 1).filter(({ kind }) => kind === 'quote').length >= mostQuotes) {
        topic.hasMore = true
        return
      }
      return add({
        kind: 'quote',
        text: say('named', { name: oneLine(block.text) }),
        source: block.source,
        language: block.language ?? notesLanguage,
      })
    }
    case 'table':
      return add({ kind: 'table', head: block.head, rows: block.rows, languages: block.languages })
    case 'image':
      return add({ kind: 'image', image: block.image, caption: block.caption })
    default:
      block satisfies never
  }
}

function drawSheet(
  deck: pptxgen.default,
  sheet: Sheet,
  { language }: HarvestDocument,
  say: SayHarvest,
): void {
  const slide = deck.addSlide({ masterName: 'Page' })
  const lang = officeLanguages[language]
  const langOf = (own: Language | undefined) => officeLanguages[own ?? language]
  const { section, title, lead, number, of, size } = sheet
  const numbered =
    of > 1
      ? [{ text: ` (${number}/${of})`, options: { lang, bold: false, fontSize: 24, color: colors.muted } }]
      : []
  slide.addText([{ text: title.text, options: { lang: langOf(title.language) } }, ...numbered], {
    placeholder: 'title',
  })
  if (section)
    slide.addText(section.text, {
      x: page.left,
      y: 0.34,
      w: page.width,
      h: 0.4,
      fontSize: 18,
      bold: true,
      color: colors.muted,
      margin: 0,
      lang: langOf(section.language),
    })
  if (lead !== '')
    slide.addText(lead, {
      x: page.left,
      y: 1.56,
      w: page.width,
      h: 0.45,
      fontSize: 24,
      bold: true,
      color: colors.muted,
      margin: 0,
      valign: 'middle',
      lang,
    })
  for (const { item, y, height } of sheet.placed) {
    const box = {
      x: page.left,
      y,
      w: page.width,
      h: height,
      margin: 0,
      valign: 'top' as const,
      color: colors.ink,
      fontSize: size,
    }
    switch (item.kind) {
      case 'subtitle':
        slide.addText(item.text, { ...box, bold: true, color: colors.primary, lang: langOf(item.language) })
        break
      case 'words':
        slide.addText(linesIn(item.text, langOf(item.language)), box)
        break
      case 'quiet':
        slide.addText(item.text, {
          ...box,
          fontSize: sizes.source,
          color: colors.muted,
          lang: langOf(item.language),
        })
        break
      case 'point':
        slide.addText(item.text, { ...box, bullet: { indent: 20 }, lang: langOf(item.language) })
        break
      case 'quote':
        slide.addShape('rect', {
          x: page.left,
          y: y + 0.03,
          w: 0.07,
          h: height - 0.06,
          fill: { color: colors.sun },
        })
        slide.addText(
          [
            {
              text: item.text,
              options: { fontSize: size, italic: true, breakLine: true, lang: langOf(item.language) },
            },
            { text: item.source, options: { fontSize: sizes.source, color: colors.muted, lang } },
          ],
          { ...box, x: page.left + page.quoteIndent, w: page.width - page.quoteIndent },
        )
        break
      case 'table':
        slide.addTable(tableRows(item, langOf), {
          x: page.left,
          y,
          w: page.width,
          colW: item.shares?.map((share) => share * page.width) ?? [],
          fontSize: size,
          color: colors.ink,
          margin: [3, 8, 3, 8],
          rowH: item.heights ?? [],
          valign: 'middle',
          border: { type: 'solid', pt: 1, color: colors.line },
        })
        break
      case 'image': {
        const { image } = item
        const { width, height: its } = fitImage(image, {
          width: page.width * 25.4,
          height: (height - 0.5) * 25.4,
        })
        slide.addImage({
          data: `image/${image.type === 'jpg' ? 'jpeg' : 'png'};base64,${Buffer.from(image.bytes).toString('base64')}`,
          x: page.left,
          y,
          w: width / 25.4,
          h: its / 25.4,
          altText: image.alt,
        })
        slide.addText(item.caption, {
          ...box,
          y: y + its / 25.4 + 0.1,
          h: 0.4,
          fontSize: sizes.source,
          color: colors.muted,
          lang,
        })
        break
      }
      default:
        item satisfies never
    }
  }
  if (sheet.hasMore)
    slide.addText(say('readMore'), {
      x: page.left,
      y: 6.9,
      w: 9,
      h: 0.4,
      fontSize: 18,
      color: colors.muted,
      margin: 0,
      lang,
    })
}

function tableRows(
  { head, rows, languages }: Extract<Item, { kind: 'table' }>,
  langOf: (own: Language | undefined) => string,
): pptxgen.default.TableRow[] {
  const its = [languages?.head, ...(languages?.rows ?? [])]
  return [head, ...rows].map((cells, row) =>
    head.map((_, column) => ({
      text: oneLine(cells[column] ?? ''),
      options: {
        ...(row === 0 ? { bold: true, color: colors.white, fill: { color: colors.primary } } : {}),
        ...(row > 0 && row % 2 === 0 ? { fill: { color: colors.pale } } : {}),
        lang: langOf(its[row]?.[column]),
      },
    })),
  )
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ')
}
