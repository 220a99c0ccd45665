/**
 * The report as a document in one language: what stands where, and nothing of how a format looks. Writers of text
 * formats draw these blocks in their order and know no method.
 */
import type { Language } from '@bordet/text'
import type { HarvestImage } from './images.ts'

/** A picture and what it says in words; `alt` is never empty. */
export interface DocumentImage extends HarvestImage {
  alt: string
}

/** For each text the language it is written in; undefined where it is the document's. */
export type Languages = readonly (Language | undefined)[]

/**
 * Labels are in the document's language. What people wrote says its own in `language` where that is another, so that it
 * is read aloud by the right voice (WCAG 3.1.2); notes and quotes without one are in the document's `notesLanguage`.
 */
export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string; language?: Language }
  /** `asked`: the question that was put; `quiet`: what only helps reading; `notice`: what must not be missed. */
  | { kind: 'paragraph'; text: string; look?: 'asked' | 'quiet' | 'notice'; language?: Language }
  | { kind: 'list'; items: string[]; languages?: Languages }
  /** Somebody's words, word for word; `source` says where they were written, `dots` how many they got. */
  | {
      kind: 'note'
      text: string
      source: string
      dots: string | null
      id: string
      photo?: DocumentImage
      language?: Language
    }
  /** Words that are shown a second time, before the appendix. */
  | { kind: 'quote'; text: string; source: string; photo?: DocumentImage; language?: Language }
  /** Stands for itself; `caption` is read by everybody. */
  | { kind: 'image'; image: DocumentImage; caption: string }
  /** The caption is read by everybody, but not twice: see `shownCaption`. */
  | { kind: 'table'; caption: string; head: string[]; rows: string[][]; languages?: TableLanguages }

export interface TableLanguages {
  caption: Language | undefined
  head: Languages
  /** Of the cells of each row. */
  rows: readonly Languages[]
}

export interface HarvestDocument {
  language: Language
  /** Of notes and quotes that do not say theirs. */
  notesLanguage: Language
  /** Who publishes it; may be empty. */
  owner: string
  writtenAt: number
  title: string
  /** The document's own where left out. */
  titleLanguage?: Language
  /** What kind of document this is, above the title. */
  eyebrow: string
  /** Place and date. */
  lead: string
  /** Label and value. */
  facts: [string, string][]
  intro: string
  notices: string[]
  blocks: Block[]
}

/** Of the table at `at`; null where the heading above says the same. */
export function shownCaption(blocks: readonly Block[], at: number): string | null {
  const table = blocks[at]
  if (table?.kind !== 'table' || table.caption === '') return null
  const heading = blocks.slice(0, at).findLast(({ kind }) => kind === 'heading')
  return heading?.kind === 'heading' && heading.text === table.caption ? null : table.caption
}

/** Below every page, short enough to stand beside its number. */
export function footerOf({ eyebrow, lead }: HarvestDocument): string {
  const parts = [eyebrow, ...lead.split(' · ')].filter((part) => part !== '')
  let words = ''
  for (const [at, part] of parts.entries()) {
    const next = at === 0 ? part : `${words} · ${part}`
    if (next.length > mostFooter) return words === '' ? `${part.slice(0, mostFooter)}…` : `${words} · …`
    words = next
  }
  return words
}

/** In letters. */
const mostFooter = 76

/** The language to mark a text with: undefined where what is around it is in that language already, or it is not told. */
export function otherThan(around: Language, own: Language | undefined): Language | undefined {
  return own === around ? undefined : own
}
