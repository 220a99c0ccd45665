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
  return regions
    .map(({ ok, conflict }) => (ok ?? join(conflict?.a ?? [], conflict?.b ?? [])).join(''))
    .join('')
}

/** Words and blanks apart: a word is the same whether or not another follows. */
function wordsOf(text: string): string[] {
  return text.match(/\s+|\S+/gu) ?? []
}

function join(theirs: string[], mine: string[]): string[] {
  const last = theirs.at(-1)
  const needsBlank = last !== undefined && mine.length > 0 && !/\s$/u.test(last)
  return [...theirs, ...(needsBlank ? [' '] : []), ...mine]
}
