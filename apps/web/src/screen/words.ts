/** The big screen's words, a language at a time. */
import type { Say } from '@bordet/text'
import type sv from '@bordet/text/screen/sv'
import type { Loaders } from '../shared/useWords.ts'

export type ScreenWords = typeof sv
export type SayScreen = Say<ScreenWords>

export const screenWords: Loaders<ScreenWords> = {
  sv: () => import('@bordet/text/screen/sv'),
  da: () => import('@bordet/text/screen/da'),
  nb: () => import('@bordet/text/screen/nb'),
  en: () => import('@bordet/text/screen/en'),
}
