/** Breaks words into lines as a page does with `white-space: pre-wrap; overflow-wrap: anywhere`. Pure. */

/** `widthOf` measures in the unit of `width`. A line's own blanks at its end hang over and are left out. */
export function breakLines(text: string, width: number, widthOf: (words: string) => number): string[] {
  return text.split('\n').flatMap((paragraph) => breakParagraph(paragraph, width, widthOf))
}

function breakParagraph(paragraph: string, width: number, widthOf: (words: string) => number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of paragraph.match(/\S+\s*|\s+/gu) ?? []) {
    if (widthOf((line + word).trimEnd()) <= width) {
      line += word
      continue
    }
    if (line !== '') lines.push(line.trimEnd())
    line = ''
    if (widthOf(word.trimEnd()) <= width) {
      line = word
      continue
    }
    for (const { segment } of graphemes.segment(word)) {
      if (line !== '' && widthOf((line + segment).trimEnd()) > width) {
        lines.push(line)
        line = ''
      }
      line += segment
    }
  }
  return [...lines, line.trimEnd()]
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** By the first letter that has a direction, as `dir="auto"` does. */
export function isRightToLeft(text: string): boolean {
  const first = /\p{L}/u.exec(text)?.[0] ?? ''
  return /\p{Script=Hebrew}|\p{Script=Arabic}|\p{Script=Syriac}|\p{Script=Thaana}/u.test(first)
}
