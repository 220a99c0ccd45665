/** What organisers can write in a method's report: its sections, in order, with their headings. */
import type { Language } from '@bordet/text'
import { sectionsOf, type SectionShow } from './methods.ts'
import { loadWords } from './words.ts'

export interface OutlineSection {
  /** Names the text that stands under the heading. */
  part: string
  title: string
  shows: SectionShow[]
}

export async function reportOutline(templateId: string, language: Language): Promise<OutlineSection[]> {
  const say = await loadWords(language)
  return sectionsOf(templateId).map(({ head, shows }) => ({
    part: head,
    title: say(head),
    shows: shows.map(({ show }) => show),
  }))
}

/** Zones whose notes are questions to be answered. */
export function questionZones(templateId: string): ReadonlySet<string> {
  return new Set(
    sectionsOf(templateId).flatMap(({ shows }) =>
      shows.flatMap(({ show, zones }) => (show === 'answers' ? (zones ?? []) : [])),
    ),
  )
}
