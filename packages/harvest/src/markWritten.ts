/**
 * Tells what people wrote from labels, and says its language: a text was written if the report holds it, for no label
 * stands there. Where a section puts written words and labels into one text, that text goes as a label.
 */
import type { Language } from '@bordet/text'
import { takeFieldsApart } from '@bordet/workshop'
import { listItem } from './composing.ts'
import type { Block, HarvestDocument, Languages } from './document.ts'
import type { Report } from './model.ts'
import type { SeriesReport } from './series/model.ts'

/** `document` is the one that `blocks` go into. */
export function markWritten(
  blocks: readonly Block[],
  report: Report | SeriesReport,
  { language, notesLanguage }: Pick<HarvestDocument, 'language' | 'notesLanguage'>,
): Block[] {
  if (report.language === language && report.language === notesLanguage) return [...blocks]
  const written = writtenTexts(report)
  const isWritten = (text: string) => isOf(written, text)
  const of = (text: string): Language | undefined =>
    report.language !== language && isWritten(text) ? report.language : undefined
  const ofAll = (texts: readonly string[]): Languages => texts.map(of)
  return blocks.map((block): Block => {
    switch (block.kind) {
      case 'heading':
      case 'paragraph': {
        const own = of(block.text)
        return own ? { ...block, language: own } : block
      }
      case 'list':
        return { ...block, languages: ofAll(block.items) }
      case 'note':
      case 'quote':
        // A photo without words has a label for a text.
        return {
          ...block,
          language: isWritten(block.text) || !hasWords(block.text) ? report.language : language,
        }
      case 'table': {
        const { caption, head, rows } = block
        return { ...block, languages: { caption: of(caption), head: ofAll(head), rows: rows.map(ofAll) } }
      }
      case 'image':
        return block
      default:
        return block satisfies never
    }
  })
}

/** Whole, or put together of such with signs between. */
function isOf(written: ReadonlySet<string>, text: string): boolean {
  const words = oneLine(text)
  if (written.has(words)) return true
  const parts = words.split(/: | · | – /).filter(hasWords)
  return parts.length > 0 && parts.every((part) => written.has(part))
}

/** What the program itself reads, and ids. */
const ownKeys = new Set([
  'templateId',
  'language',
  'timeZone',
  'status',
  'heldOn',
  'phaseId',
  'kind',
  'zoneId',
  'via',
  'id',
])

/** Each text whole, by paragraphs, and by a card's fields, on one line. */
function writtenTexts(report: Report | SeriesReport): ReadonlySet<string> {
  const texts = new Set<string>()
  const walk = (value: unknown): void => {
    if (typeof value === 'string') {
      // A list that organisers wrote with dashes stands as one, line by line.
      const isList = value.split('\n').some((line) => listItem.test(line))
      const lines = isList ? value.split('\n').map((line) => line.replace(listItem, '')) : []
      for (const words of [value, ...value.split(/\n{2,}/), ...lines])
        if (hasWords(words)) texts.add(oneLine(words))
    } else if (typeof value === 'object' && value !== null && !ArrayBuffer.isView(value)) {
      for (const [key, inner] of Object.entries(value)) if (!ownKeys.has(key)) walk(inner)
    }
  }
  walk(report)
  for (const { zones } of 'questions' in report ? report.questions : [])
    for (const { fields, notes } of zones)
      if (fields.length > 0) for (const { text } of notes) walk(takeFieldsApart(fields, text))
  return texts
}

/** Figures and signs are in no language. */
function hasWords(text: string): boolean {
  return /\p{L}/u.test(text)
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
