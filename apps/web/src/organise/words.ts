/** The organiser's words, a language at a time. */
import type { Say } from '@bordet/text'
import type sv from '@bordet/text/organise/sv'
import type seriesSv from '@bordet/text/series/sv'
import type programmeSv from '@bordet/text/programme/sv'
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

export type ProgrammeWords = typeof programmeSv
export type ProgrammeKey = keyof ProgrammeWords & string
export type SayProgramme = Say<ProgrammeWords>

export const programmeWords: Loaders<ProgrammeWords> = {
  sv: () => import('@bordet/text/programme/sv'),
  da: () => import('@bordet/text/programme/da'),
  nb: () => import('@bordet/text/programme/nb'),
  en: () => import('@bordet/text/programme/en'),
}

/** Of programmes of several workshops, and of the search. */
export type SeriesWords = typeof seriesSv
export type SaySeries = Say<SeriesWords>

export const seriesWords: Loaders<SeriesWords> = {
  sv: () => import('@bordet/text/series/sv'),
  da: () => import('@bordet/text/series/da'),
  nb: () => import('@bordet/text/series/nb'),
  en: () => import('@bordet/text/series/en'),
}
