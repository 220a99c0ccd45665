/** The words on the page, one language loaded at a time; the sentences of refusals only when one is needed. */
import { languageNames, languages, pickLanguage, speak, type Language, type Say } from '@bordet/text'
import type phone from '@bordet/text/phone/sv'
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { keep, recall } from './kept.ts'

export interface Words {
  language: Language
  say: Say<typeof phone>
  /** The sentence for why the server said no; a general one while that is being fetched. */
  sayRefusal(code: string): string
  /** Makes it this person's language from now on. */
  choose(language: Language): void
}

const phoneWords = {
  sv: () => import('@bordet/text/phone/sv'),
  da: () => import('@bordet/text/phone/da'),
  nb: () => import('@bordet/text/phone/nb'),
  en: () => import('@bordet/text/phone/en'),
}

const refusalWords = {
  sv: () => import('@bordet/text/refusals/sv'),
  da: () => import('@bordet/text/refusals/da'),
  nb: () => import('@bordet/text/refusals/nb'),
  en: () => import('@bordet/text/refusals/en'),
}

export async function loadWords(language: Language): Promise<Pick<Words, 'language' | 'say'>> {
  const words = await phoneWords[language]()
  return { language, say: speak<typeof phone>(words.default, language) }
}

/** Sentences by code. They hold no holes. */
export async function loadRefusals(language: Language): Promise<Readonly<Record<string, unknown>>> {
  return (await refusalWords[language]()).default
}

/** What this person chose on this phone, if they did. */
export function chosenLanguage(): Language | null {
  const kept = recall<string | null>('language', null)
  return languages.find((language) => language === kept) ?? null
}

export function keepLanguage(language: Language): void {
  keep('language', language)
}

export function firstLanguage(): Language {
  return chosenLanguage() ?? pickLanguage(navigator.languages)
}

export const WordsContext = createContext<Words | null>(null)

export function useWords(): Words {
  const words = useContext(WordsContext)
  if (!words) throw new Error('no words around')
  return words
}

export { languageNames, languages, type Language }
