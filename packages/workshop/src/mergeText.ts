/** Two people write in one text: both keep their words. */
import { diff3Merge } from 'node-diff3'

/**
 * `mine` and `theirs` both grew out of `base`. Where both changed the same words, theirs come first and mine behind
 * them: a sentence too many is seen and mended, a lost one is not.
 */
export function mergeText(base: string, theirs: string, mine: string): string {
  if (theirs === mine || mine === base) return theirs
  if (theirs === base) return mine
  const regions = diff3Merge(wordsOf(theirs), wordsOf(base), wordsOf(mine), { excludeFalseConflicts: true })
  const merged = regions
    .map(({ ok, conflict }) => (ok ?? join(conflict?.a ?? [], conflict?.b ?? [])).join(''))
    .join('')
  return merged.slice(0, -1)
}

/**
 * Words with the blanks behind them: blanks of their own would be what two new texts have in common, and their words be
 * shuffled between them. The last one gets a blank too, or it would seem changed to whoever writes on behind it.
 */
function wordsOf(text: string): string[] {
  return text === '' ? [] : (`${text} `.match(/\s+|\S+\s*/gu) ?? [])
}

function join(theirs: string[], mine: string[]): string[] {
  const last = theirs.at(-1)
  const needsBlank = last !== undefined && mine.length > 0 && !/\s$/u.test(last)
  return [...theirs, ...(needsBlank ? [' '] : []), ...mine]
}
