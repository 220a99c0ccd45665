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

export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string }
  /** `asked`: the question that was put; `quiet`: what only helps reading; `notice`: what must not be missed. */
  | { kind: 'paragraph'; text: string; look?: 'asked' | 'quiet' | 'notice' }
  | { kind: 'list'; items: string[] }
  /** Somebody's words, word for word; `source` says where they were written, `dots` how many they got. */
  | { kind: 'note'; text: string; source: string; dots: string | null; id: string; photo?: DocumentImage }
  /** Words that are shown a second time, before the appendix. */
  | { kind: 'quote'; text: string; source: string; photo?: DocumentImage }
  /** Stands for itself; `caption` is read by everybody. */
  | { kind: 'image'; image: DocumentImage; caption: string }
  /** The caption is read by everybody, but not twice: see `shownCaption`. */
  | { kind: 'table'; caption: string; head: string[]; rows: string[][] }

export interface HarvestDocument {
  language: Language
  /** Of the notes and questions. */
  notesLanguage: Language
  /** Who publishes it; may be empty. */
  owner: string
  writtenAt: number
  title: string
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
