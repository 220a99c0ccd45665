/** The words of the workshop's language, and the few ways of writing that every part shares. */
import { speak, type Language, type Say } from '@bordet/text'
import type sv from '@bordet/text/print/sv'

export type PrintKey = keyof typeof sv & string
export type SayPrint = Say<typeof sv>

const catalogues = {
  sv: () => import('@bordet/text/print/sv'),
  da: () => import('@bordet/text/print/da'),
  nb: () => import('@bordet/text/print/nb'),
  en: () => import('@bordet/text/print/en'),
}

/** BCP 47 tags as programs that read aloud want them. */
export const documentLanguages: Readonly<Record<Language, string>> = {
  sv: 'sv-SE',
  da: 'da-DK',
  nb: 'nb-NO',
  en: 'en-GB',
}

export async function loadWords(language: Language): Promise<SayPrint> {
  const catalogue = await catalogues[language]()
  return speak<typeof sv>(catalogue.default, language)
}

/** 482913 → "482 913", which is read and typed in two breaths; the space does not break. */
export function spacedCode(code: string): string {
  return code.replace(/^(\d{3})(\d{3})$/, '$1\u00A0$2')
}

/** "Omgång 1: Servicen i dag" → its short name and what it is about; without a colon, no second half. */
export function splitName(name: string): { short: string; about: string } {
  const [short = name, ...rest] = name.split(': ')
  return { short, about: rest.join(': ') }
}
