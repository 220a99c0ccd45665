/**
 * Letters with the harvest in short, one for each person who asked for it by post, each in the reader's language: one
 * tagged PDF, to be printed on one side, folded and put into window envelopes.
 */
import { speak, type Language, type Say } from '@bordet/text'
import { safeInFileName } from '@bordet/text/fileName'
import type sv from '@bordet/text/mail/sv'
import { openPaper } from './paper.ts'
import { addLetter } from './parts/addLetter.ts'
import type { PrintedFile } from './printPack.ts'
import { documentLanguages } from './words.ts'

export type SayLetter = Say<typeof sv>

export type LetterSize = 'normal' | 'large'

/** What a letter tells, in its reader's language; nothing of it is empty. */
export interface LetterFacts {
  facts: readonly (readonly [label: string, value: string])[]
  /** What got dots, most first, as it was written. */
  top: readonly { text: string; dots: number }[]
}

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
  factsIn: Readonly<Partial<Record<Language, LetterFacts>>>
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

/** Rejects when there is nobody to write to, or a language without its facts. */
export async function printLetters(input: LettersInput): Promise<PrintedFile> {
  const { language, title, place, heldOn, madeAt, recipients, factsIn } = input
  if (recipients.length === 0) throw new Error('a letter needs somebody to read it')
  const words = await loadWords([language, ...recipients.map((recipient) => recipient.language)])
  const say = need(words.get(language))
  const paper = openPaper({
    title: say('subject', { title }),
    language: documentLanguages[language],
    madeAt,
  })
  for (const recipient of recipients) {
    const facts = need(factsIn[recipient.language])
    addLetter(paper, { ...input, recipient, facts, say: need(words.get(recipient.language)) })
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
