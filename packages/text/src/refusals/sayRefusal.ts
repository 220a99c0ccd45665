/** The sentence for a code that came from the server. */
import type { Language } from '../language.ts'
import { speak, type Translation } from '../phrase.ts'
import type sv from './sv.ts'

export type RefusalWords = Translation<typeof sv>

/** A code this page does not know yet (it is older than the server) is said as `internal`. */
export function sayRefusal(words: RefusalWords, language: Language, code: string): string {
  const say = speak<typeof sv>(words, language)
  return isSpoken(words, code) ? say(code) : say('internal')
}

function isSpoken(words: RefusalWords, code: string): code is keyof typeof sv {
  return Object.hasOwn(words, code)
}
