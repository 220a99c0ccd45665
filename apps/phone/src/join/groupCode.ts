/** The six digits of a code as people read them: 482 913. Also finds them in a pasted link. */
export function digitsOf(text: string): string {
  const inLink = /\/j\/(\d{3})\D?(\d{3})/.exec(text)
  return (inLink ? `${inLink[1]}${inLink[2]}` : text.replace(/\D/g, '')).slice(0, 6)
}

export function groupCode(digits: string): string {
  return digits.length > 3 ? `${digits.slice(0, 3)} ${digits.slice(3)}` : digits
}

/** Where the cursor belongs after grouping, given how many digits stand before it. */
export function cursorAfter(digitsBefore: number): number {
  return digitsBefore > 3 ? digitsBefore + 1 : digitsBefore
}
