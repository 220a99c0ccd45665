/** The whole report on pages of its own behind each letter, in the language of whom the letter goes to. */
import type { Paper } from '@bordet/print/paper'
import type { Language } from '@bordet/text'
import { composeDocument } from './composeDocument.ts'
import type { Report } from './model.ts'
import { officeLanguages } from './words.ts'

/** In large print no letters are smaller, in points. */
const largePrint = { least: 18, times: 1.4 } as const

/** Composed once for each language; what comes back draws it onto the letters' paper, as often as there are readers. */
export async function reportBehindLetters(
  report: Report,
  languages: readonly Language[],
): Promise<Map<Language, (paper: Paper, size: 'normal' | 'large') => void>> {
  const { drawReport } = await import('./writers/writePdf.ts')
  const made = languages.map(async (language) => {
    const composed = await composeDocument(report, language)
    const draw = (paper: Paper, size: 'normal' | 'large') => {
      const section = paper.doc.struct('Sect', { lang: officeLanguages[language] })
      paper.root.add(section)
      const enlarge = (points: number) => Math.max(largePrint.least, points * largePrint.times)
      drawReport(paper, section, composed, size === 'large' ? enlarge : undefined)
      section.end()
    }
    return [language, draw] as const
  })
  return new Map(await Promise.all(made))
}
