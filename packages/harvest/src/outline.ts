/** What organisers can write in a method's report: its sections, in order, with their headings. */
import type { Language } from '@bordet/text'
import { isSub, sectionsOf, type SectionShow, type Shown } from './methods.ts'
import { loadWords } from './words.ts'

export interface OutlineShown {
  show: SectionShow
  zones: string[]
}

export interface OutlinePart {
  /** Names the text that stands under the heading. */
  part: string
  title: string
  shows: OutlineShown[]
}

export interface OutlineSection extends OutlinePart {
  subs: OutlinePart[]
  /** What is written in the oldest part of the report stands in all. */
  isShared: boolean
}

export async function reportOutline(templateId: string, language: Language): Promise<OutlineSection[]> {
  const say = await loadWords(language)
  const outlined = ({ show, zones = [] }: Shown): OutlineShown => ({ show, zones: [...zones] })
  return sectionsOf(templateId).map(({ head, shows, isShared = false }) => ({
    part: head,
    title: say(head),
    isShared,
    shows: shows.flatMap((shown) => (isSub(shown) ? [] : [outlined(shown)])),
    subs: shows.flatMap((shown) =>
      isSub(shown) ? [{ part: shown.under, title: say(shown.under), shows: shown.shows.map(outlined) }] : [],
    ),
  }))
}

/** What organisers say more about than the note itself. */
const saidMore: ReadonlySet<SectionShow> = new Set([
  'tried',
  'initiatives',
  'proposals',
  'asks',
  'plan',
  'claims',
])

/** Zones whose notes are written about one by one: those that ask, and those of which organisers know more. */
export function zonesToWriteAbout(templateId: string): {
  asking: ReadonlySet<string>
  saidMore: ReadonlySet<string>
} {
  const shows = sectionsOf(templateId).flatMap((section) =>
    section.shows.flatMap((shown) => (isSub(shown) ? shown.shows : [shown])),
  )
  const zonesOf = (isOne: (show: SectionShow) => boolean) =>
    new Set(shows.flatMap(({ show, zones }) => (isOne(show) ? (zones ?? []) : [])))
  return { asking: zonesOf((show) => show === 'answers'), saidMore: zonesOf((show) => saidMore.has(show)) }
}

/** Whether the report has conclusions that any note may speak for or against. */
export function hasClaims(templateId: string): boolean {
  return sectionsOf(templateId).some(({ shows }) =>
    shows.some((shown) => !isSub(shown) && shown.show === 'claims'),
  )
}
