/** The one page for politicians: what is asked for, when and why, and the project it is about. What does not fit stands in the report. */
import { dateLong, type Language } from '@bordet/text'
import { composingOf, filled } from './composing.ts'
import { sectionText } from './composeSections.ts'
import { hasMemo, sectionsOf } from './methods.ts'
import type { Report } from './model.ts'
import { asksOf, projectOf, type Ask } from './townCentreSections.ts'
import { loadWords } from './words.ts'

export interface Memo {
  language: Language
  eyebrow: string
  title: string
  /** Place, date and who sends it. */
  lead: string
  asksTitle: string
  askHead: [string, string, string]
  asks: Ask[]
  /** Where nothing is asked for yet. */
  noAsks: string
  whyTitle: string
  /** Paragraphs. */
  why: string[]
  projectTitle: string
  /** Field and value. */
  project: [string, string][]
  basis: string
  writtenAt: number
}

/** Null for methods that ask nothing of politicians. */
export async function composeMemo(report: Report, language: Language): Promise<Memo | null> {
  if (!hasMemo(report.templateId)) return null
  const say = await loadWords(language)
  const composing = composingOf(report, language, say)
  const date = dateLong(language, report.heldAt, report.timeZone)
  const [zone] = filled(composing, { zones: ['project'] })
  const card = zone?.notes[0]
  const project = zone && card ? projectOf(card, zone.fields, composing) : null
  const asks = asksOf(composing)
  const section = sectionsOf(report.templateId).find(({ head }) => head === 'headMemo')
  const text = section ? sectionText(section, composing) : ''
  const whys = asks.flatMap(({ what, why }) =>
    why === '' ? [] : [say('labelled', { label: what, words: why })],
  )
  return {
    language,
    eyebrow: say('memo'),
    title: project?.name ?? report.title,
    lead: [report.owner, report.place, date].filter((words) => words !== '').join(' · '),
    asksTitle: say('memoAsk'),
    askHead: [say('columnAsk'), say('columnBody'), say('columnWhen')],
    asks,
    noAsks: say('memoNoAsk'),
    whyTitle: say('memoWhy'),
    why: [...text.split(/\n+/).filter((words) => words.trim() !== ''), ...whys],
    projectTitle: say('headProject'),
    project: project?.rows ?? [],
    basis: say('memoBasis', { title: report.title, date }),
    writtenAt: report.writtenAt,
  }
}
