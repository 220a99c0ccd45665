/** The words of the harvest's desk, a language at a time. */
import type { Say } from '@bordet/text'
import type sv from '@bordet/text/desk/sv'
import { useWords, type Loaders } from '../../shared/useWords.ts'
import { useCockpit } from '../cockpitContext.ts'

type DeskWords = typeof sv
export type DeskKey = keyof DeskWords & string
export type SayDesk = Say<DeskWords>

const deskWords: Loaders<DeskWords> = {
  sv: () => import('@bordet/text/desk/sv'),
  da: () => import('@bordet/text/desk/da'),
  nb: () => import('@bordet/text/desk/nb'),
  en: () => import('@bordet/text/desk/en'),
}

/** Null until they have come. */
export function useDeskWords(): SayDesk | null {
  return useWords(deskWords, useCockpit().language)
}
