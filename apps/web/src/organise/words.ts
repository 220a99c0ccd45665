/** The organiser's words, a language at a time. */
import type { Say } from '@bordet/text'
import type sv from '@bordet/text/organise/sv'
import type { Loaders } from '../shared/useWords.ts'

export type OrganiseWords = typeof sv
export type OrganiseKey = keyof OrganiseWords & string
export type SayOrganise = Say<OrganiseWords>

export const organiseWords: Loaders<OrganiseWords> = {
  sv: () => import('@bordet/text/organise/sv'),
  da: () => import('@bordet/text/organise/da'),
  nb: () => import('@bordet/text/organise/nb'),
  en: () => import('@bordet/text/organise/en'),
}
