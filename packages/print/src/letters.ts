/**
 * Letters with the harvest in short, one for each person who asked for it by post, each in the reader's language and with
 * the whole report behind it when that was asked for: one tagged PDF, to be printed on one side, folded and put into
 * window envelopes.
 */
import { speak, type Language, type Say } from '@bordet/text'
import { safeInFileName } from '@bordet/text/fileName'
import type sv from '@bordet/text/mail/sv'
import { openPaper, type Paper } from './paper.ts'
import { addLetter } from './parts/addLetter.ts'
import type { PrintedFile } from './printPack.ts'
import { documentLanguages } from './words.ts'

export type SayLetter = Say<typeof sv>

export type LetterSize = 'normal' | 'large'

/** What a letter tells: the harvest's digest, as `@bordet/harvest` makes it. */
export interface LetterStory {
  /** Of what people wrote; headings, notes and labels are in the reader's. */
  writtenIn: Language
  facts: string
  notices: readonly string[]
  blocks: readonly LetterBlock[]
}

export type LetterBlock =
  | { kind: 'heading' | 'words' | 'quiet'; text: string }
  | { kind: 'entries'; isRanked: boolean; entries: readonly LetterEntry[] }

export interface LetterEntry {
  title: string
  note: string
  lines: readonly { label: string; text: string; look: 'plain' | 'quote' | 'quiet'; source: string }[]
}

/** Draws the whole report on pages of its own. */
export type DrawReport = (paper: Paper, size: LetterSize) => void

export interface LettersInput {
  /** `large`: everything but the address has 18 points or more. */
  size: LetterSize
  title: string
  place: string
  /** Who invited, above the address and below the letter; may be empty. */
  owner: string
  /** YYYY-MM-DD, for the file's name. */
  heldOn: string
  /** The document's own; each letter has its reader's. */
  language: Language
  /** Stands in each letter, and in its QR code. */
  readUrl: string
  /** Decides the date on which addresses are deleted. */
  timeZone: string
  madeAt: number
  recipients: readonly LetterRecipient[]
  /** For each language that a recipient has. */
  storyIn: Readonly<Partial<Record<Language, LetterStory>>>
}

export interface LetterRecipient {
  /** Name and address, a line each. */
  postal: string
  language: Language
  /** When it is deleted; epoch milliseconds. */
  deleteAt: number
}

const catalogues = {
  sv: () => import('@bordet/text/mail/sv'),
  da: () => import('@bordet/text/mail/da'),
  nb: () => import('@bordet/text/mail/nb'),
  en: () => import('@bordet/text/mail/en'),
}

/**
 * Rejects when there is nobody to write to, or a language without its story. `reportIn` has the report that lies behind
 * each letter, for every language of a recipient, or for none.
 */
export async function printLetters(
  input: LettersInput,
  reportIn: ReadonlyMap<Language, DrawReport> = new Map(),
): Promise<PrintedFile> {
  const { language, title, place, heldOn, madeAt, size, recipients, storyIn } = input
  if (recipients.length === 0) throw new Error('a letter needs somebody to read it')
  const words = await loadWords([language, ...recipients.map((recipient) => recipient.language)])
  const say = need(words.get(language))
  const paper = openPaper({
    title: say('subject', { title }),
    language: documentLanguages[language],
    madeAt,
  })
  for (const recipient of recipients) {
    const drawReport = reportIn.get(recipient.language)
    addLetter(paper, {
      ...input,
      recipient,
      story: need(storyIn[recipient.language]),
      hasReport: drawReport !== undefined,
      say: need(words.get(recipient.language)),
    })
    drawReport?.(paper, size)
  }
  const where = safeInFileName(place) || safeInFileName(title)
  const fileName = `${[say('letters'), where, heldOn].filter((part) => part !== '').join(' – ')}.pdf`
  return { bytes: await paper.finish(), mimeType: 'application/pdf', fileName }
}

async function loadWords(languages: readonly Language[]): Promise<Map<Language, SayLetter>> {
  const loaded = [...new Set(languages)].map(async (language) => {
    const catalogue = await catalogues[language]()
    return [language, speak<typeof sv>(catalogue.default, language)] as const
  })
  return new Map(await Promise.all(loaded))
}

function need<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the words of a language are missing')
  return value
}
