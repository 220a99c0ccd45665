/** The little of a report that fits in a letter or a mail: where and when, how many, and what the room cared most about. */
import type { Language } from '@bordet/text'
import type { Report } from './model.ts'
import { loadWords, reportFacts } from './words.ts'

export interface Headlines {
  /** Label and value, in the language asked for; none is empty. */
  facts: [label: string, value: string][]
  /** What got dots, most first: themes and notes, as they were written. Empty without a vote that may be told. */
  top: { text: string; dots: number }[]
}

/** `most` is how many of `top` there are at most. */
export async function headlinesOf(report: Report, language: Language, most = 3): Promise<Headlines> {
  const say = await loadWords(language)
  const themes = report.questions.flatMap(({ vote }) =>
    (vote?.themes ?? []).map(({ name, dots }) => ({ text: name, dots })),
  )
  const notes = report.questions.flatMap(({ zones }) =>
    zones.flatMap((zone) => zone.notes.map(({ text, dots }) => ({ text, dots: dots ?? 0 }))),
  )
  const top = [...themes, ...notes]
    .filter(({ text, dots }) => dots > 0 && text.trim() !== '')
    .sort((a, b) => b.dots - a.dots)
    .slice(0, most)
  return { facts: reportFacts(report, language, say), top }
}
