/** The cockpit's words, a language at a time. */
import type { Say } from '@bordet/text'
import type sv from '@bordet/text/cockpit/sv'
import type { Loaders } from '../shared/useWords.ts'

export type CockpitWords = typeof sv
export type CockpitKey = keyof CockpitWords & string
export type SayCockpit = Say<CockpitWords>

export const cockpitWords: Loaders<CockpitWords> = {
  sv: () => import('@bordet/text/cockpit/sv'),
  da: () => import('@bordet/text/cockpit/da'),
  nb: () => import('@bordet/text/cockpit/nb'),
  en: () => import('@bordet/text/cockpit/en'),
}
