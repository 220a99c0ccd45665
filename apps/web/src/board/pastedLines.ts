/** A pasted text as notes: a line each, without the marks of a list. Pure. */

const most = 60
const longest = 1_000

/** Empty lines are none; more than sixty at once would bury the board. */
export function pastedLines(text: string): string[] {
  return text
    .split(/\r\n|[\r\n\u2028\u2029]/)
    .map((line) => line.replace(/^\s*(?:[-–—*•·▪◦]|\d{1,3}[.)])\s+/, '').trim())
    .filter((line) => line !== '')
    .slice(0, most)
    .map((line) => line.slice(0, longest).replace(/[\uD800-\uDBFF]$/, ''))
}
