/**
 * A line of text as the runs that are drawn from left to right: each in one typeface and of one direction (Unicode
 * Bidirectional Algorithm, UAX 9). Letters of Hebrew and Arabic stay in the order they are read: their typefaces turn
 * and join them, as long as a run holds no blank.
 */
import { printable, type Font, type OtherFont } from '@bordet/print/paper'
import * as bidiModule from 'bidi-js'

/** Letters that one typeface has. */
export interface Run {
  text: string
  font: Font | OtherFont
}

export type Direction = 'ltr' | 'rtl'

/** For each UTF-16 unit of a paragraph: odd where it is read from the right. */
export type Levels = Uint8Array

const bidi = openBidi()

/** Its types speak of its ES module; what Node loads has the function as its default. */
function openBidi(): bidiModule.Bidi {
  const open: unknown = bidiModule.default
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above; the tests draw with it
  return (open as () => bidiModule.Bidi)()
}

/** Letters and signs that are not read from the left. */
const turned =
  /[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

/** Null where all of it is read from the left, as nearly every text is. A paragraph has no line breaks in it. */
export function levelsOf(paragraph: string, direction: Direction): Levels | null {
  if (direction === 'ltr' && !turned.test(paragraph)) return null
  return bidi.getEmbeddingLevels(paragraph.replace(/[\u{10000}-\u{10ffff}]/gu, standIn), direction).levels
}

/** The library takes each half of a surrogate pair for a letter that is read from the left; emoji are signs. */
function standIn(pair: string): string {
  const stand = standIns.get(bidi.getBidiCharTypeName(pair))
  return stand === undefined ? pair : stand + stand
}

const standIns: ReadonlyMap<string, string> = new Map([
  ['ON', '\ufffc'],
  ['R', '\u05d0'],
  ['AL', '\u0627'],
])

/** `levels` are those of this line's part of the paragraph. */
export function visualRuns(line: string, levels: Levels | null, direction: Direction, font: Font): Run[] {
  if (levels === null) return runsOf(line, font)
  const base = direction === 'rtl' ? 1 : 0
  // Blanks at the end of a line stand at the end of its direction (rule L1).
  const end = line.trimEnd().length
  const runs: (Run & { level: number })[] = []
  for (const { segment, index } of segmenter.segment(line)) {
    const level = index < end ? (levels[index] ?? base) : base
    const run = runOf(segment, font)
    const last = runs.at(-1)
    if (last?.font === run.font && last.level === level) last.text += run.text
    else if (run.text !== '') runs.push({ ...run, level })
  }
  return reorder(runs).map(({ text, font: its, level }) => {
    const isTurned = level % 2 === 1
    return { text: isTurned === turnsItself.test(text) ? text : turnAround(text, isTurned), font: its }
  })
}

/** Rule L2: from the highest level down, what stands at that level or above is turned around. */
function reorder<T extends { level: number }>(runs: readonly T[]): T[] {
  const ordered = [...runs]
  for (let level = Math.max(0, ...runs.map((run) => run.level)); level > 0; level -= 1)
    for (let from = 0; from < ordered.length; from += 1) {
      let to = from
      while ((ordered[to]?.level ?? -1) >= level) to += 1
      if (to > from) ordered.splice(from, to - from, ...ordered.slice(from, to).toReversed())
      from = to
    }
  return ordered
}

/** What fontkit lays out from the right: letters of these scripts, and Arabic's figures, which are read from the left. */
const turnsItself = /[\p{Script=Hebrew}\p{Script=Arabic}\u0660-\u0669]/u

/** Signs, blanks and emoji among letters that are read from the right, with their mirror images; Arabic's figures without. */
function turnAround(text: string, isMirrored: boolean): string {
  return graphemes(text)
    .toReversed()
    .map((letter) => (isMirrored && bidi.getMirroredCharacter(letter)) || letter)
    .join('')
}

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' })

export function graphemes(text: string): string[] {
  return [...segmenter.segment(text)].map(({ segment }) => segment)
}

const plain = /^[ -~\u00A0-\u017F]*$/

/** Whether Roboto has a picture of every letter. */
export function isPlain(text: string): boolean {
  return plain.test(text)
}

/** In the order of the text, for measuring. */
export function runsOf(text: string, font: Font): Run[] {
  if (isPlain(text)) return [{ text, font }]
  const runs: Run[] = []
  for (const letter of graphemes(text)) {
    const run = runOf(letter, font)
    const last = runs.at(-1)
    if (last?.font === run.font) last.text += run.text
    else runs.push(run)
  }
  return runs
}

/** Arabic's own signs and figures are common to several scripts, so it is asked whose they are beside. */
function runOf(letter: string, font: Font): Run {
  if (isPlain(letter)) return { text: letter, font }
  if (/\p{Script=Hebrew}/u.test(letter)) return { text: letter, font: 'hebrew' }
  if (/(?!\p{Script=Inherited})\p{Script_Extensions=Arabic}/u.test(letter))
    return { text: letter, font: 'arabic' }
  if (/[\p{Extended_Pictographic}\p{Regional_Indicator}\u20e3]/u.test(letter))
    return { text: letter, font: 'emoji' }
  // Marks of direction have done their work.
  if (/^\p{Cf}+$/u.test(letter)) return { text: '', font }
  return { text: printable(letter) || ' ', font }
}
