/** The words on the page, one language fetched at a time. */
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

/** Where the build put each language's words; see vite.config.ts. */
declare const WORD_FILES: Readonly<Record<Language, string>>

interface WordFile {
  phone: typeof sv.phone
  /** Only those that a participant can be told; they have no holes. */
  refusals: Readonly<Record<string, string>>
}

export async function loadWords(language: Language): Promise<Omit<Words, 'choose'>> {
  const response = await fetch(WORD_FILES[language])
  const { phone, refusals }: WordFile = await response.json()
  const say = speak<typeof sv.phone>(phone, language)
  return { language, say, sayRefusal: (code) => refusals[code] ?? say('refusedOther') }
}

/** What this person chose on this phone, if they did. */
function chosenLanguage(): Language | null {
  const kept = recall<string | null>('language', null)
  return languages.find((language) => language === kept) ?? null
}

export function keepLanguage(language: Language): void {
  keep('language', language)
}

/** The language that the browser asks for, if it is one of ours; then the page keeps it, whatever the meeting speaks. */
function browserLanguage(): Language | null {
  const language = pickLanguage(navigator.languages)
  const isAsked = language !== 'en' || navigator.languages.some((tag) => /^en\b/i.test(tag))
  return isAsked ? language : null
}

/** The language to begin in; `fallback` is for whoever neither chose one nor brings one of ours. */
export function firstLanguage(fallback: Language = 'en'): Language {
  return chosenLanguage() ?? browserLanguage() ?? fallback
}

export const WordsContext = createContext<Words | null>(null)

export function useWords(): Words {
  const words = useContext(WordsContext)
  if (!words) throw new Error('no words around')
  return words
}

export { languageNames, languages, type Language }
