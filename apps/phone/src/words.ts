/** The words on the page, one language loaded at a time. */
import { languageNames, languages, pickLanguage, speak, type Language, type Say } from '@bordet/text'
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { keep, recall } from './kept.ts'
import type * as sv from './words/sv.ts'

export interface Words {
  language: Language
  say: Say<typeof sv.phone>
  /** The sentence for why the server said no. */
  sayRefusal(code: string): string
  /** Makes it this person's language from now on. */
  choose(language: Language): void
}

const catalogues = {
  sv: () => import('./words/sv.ts'),
  da: () => import('./words/da.ts'),
  nb: () => import('./words/nb.ts'),
  en: () => import('./words/en.ts'),
}

export async function loadWords(language: Language): Promise<Omit<Words, 'choose'>> {
  const { phone, refusals } = await catalogues[language]()
  const say = speak<typeof sv.phone>(phone, language)
  // Only those that a participant can be told are in the build; they have no holes.
  const sentences: Readonly<Record<string, unknown>> = refusals
  return { language, say, sayRefusal: (code) => String(sentences[code] ?? say('refusedOther')) }
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
