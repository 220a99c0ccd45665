/** Texts as words, and words as the runs of letters within them: alike in four languages without a dictionary. */

/** In lower case, without signs and figures, in the order of the text. */
export function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .toLocaleLowerCase('sv')
      .match(/[\p{L}\p{M}]+/gu) ?? []
  )
}

/** The beginning of a word counts as a letter; its end does not, for endings are grammar. */
export function runsOf(word: string, shortest: number, longest: number): string[] {
  const letters = [...`^${word}`]
  const runs: string[] = []
  for (let length = shortest; length <= longest; length += 1)
    for (let at = 0; at + length <= letters.length; at += 1)
      runs.push(letters.slice(at, at + length).join(''))
  return runs
}
