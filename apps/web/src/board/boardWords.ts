/** The board page's words, each language a file of its own. */
import type svWords from '@bordet/text/board/sv'
import type { Loaders } from '../shared/useWords.ts'

export const boardWords: Loaders<typeof svWords> = {
  sv: () => import('@bordet/text/board/sv'),
  da: () => import('@bordet/text/board/da'),
  nb: () => import('@bordet/text/board/nb'),
  en: () => import('@bordet/text/board/en'),
}
