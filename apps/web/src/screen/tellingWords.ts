/** What a note is about, as far as its words alone tell: no dictionary, so that it works alike in four languages. */
import type { Language } from '@bordet/text'
import { commonWords } from './commonWords.ts'

const shortest = 4

/** Long words in small letters, each once, without those that every note has. */
export function tellingWords(text: string, language: Language): string[] {
  const words = text.toLocaleLowerCase(language).match(/\p{L}+/gu) ?? []
  return [...new Set(words)].filter((word) => word.length >= shortest && !commonWords[language].has(word))
}

/** What nouns end in, of the four languages together; longest first. */
const endings = 'arnas ernas ornas arna erna orna erne ene ens ets en et ar er or na ne es s n r e a'.split(
  ' ',
)

/**
 * Forms of one word, or one inside a compound: `buss`, `bussen`, `kvällsbuss`; `mötesplats`, `mötesplatser`. A common
 * beginning counts when it is most of both words.
 */
export function isAlike(a: string, b: string): boolean {
  if (a.includes(stemOf(b)) || b.includes(stemOf(a))) return true
  let same = 0
  while (same < a.length && a[same] === b[same]) same += 1
  return same >= 5 && same * 4 >= Math.max(a.length, b.length) * 3
}

/** `plats` keeps its s and `buss` too: of a short word one letter is much. */
function stemOf(word: string): string {
  for (const ending of endings) {
    const length = word.length - ending.length
    if (word.endsWith(ending) && length >= (ending.length === 1 ? shortest + 1 : shortest)) {
      return word.slice(0, length)
    }
  }
  return word
}

export function titleCase(word: string): string {
  return word.charAt(0).toLocaleUpperCase() + word.slice(1)
}
