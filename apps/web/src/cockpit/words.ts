/** The cockpit's own words and the sentences for refusals, a language at a time. */
import type { Say } from '@bordet/text'
import type sv from '@bordet/text/cockpit/sv'
import type refusalsSv from '@bordet/text/refusals/sv'
import type { Loaders } from '../shared/useWords.ts'

export type CockpitWords = typeof sv
export type CockpitKey = keyof CockpitWords & string
export type SayCockpit = Say<CockpitWords>
export type RefusalWords = typeof refusalsSv

export const cockpitWords: Loaders<CockpitWords> = {
  sv: () => import('@bordet/text/cockpit/sv'),
  da: () => import('@bordet/text/cockpit/da'),
  nb: () => import('@bordet/text/cockpit/nb'),
  en: () => import('@bordet/text/cockpit/en'),
}

export const refusalWords: Loaders<RefusalWords> = {
  sv: () => import('@bordet/text/refusals/sv'),
  da: () => import('@bordet/text/refusals/da'),
  nb: () => import('@bordet/text/refusals/nb'),
  en: () => import('@bordet/text/refusals/en'),
}
