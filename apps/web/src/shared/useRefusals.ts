/** The sentence for every no, in the page's language. */
import { speak, type Language } from '@bordet/text'
import type sv from '@bordet/text/refusals/sv'
import { useMemo } from 'react'
import { useCatalogue, type Loaders } from './useWords.ts'

const refusalWords: Loaders<typeof sv> = {
  sv: () => import('@bordet/text/refusals/sv'),
  da: () => import('@bordet/text/refusals/da'),
  nb: () => import('@bordet/text/refusals/nb'),
  en: () => import('@bordet/text/refusals/en'),
}

export type SayRefusal = (code: string) => string

/** A code that this page does not know, because the server is newer, is said as `internal`. */
export function useRefusals(language: Language): SayRefusal | null {
  const loaded = useCatalogue(refusalWords, language)
  return useMemo(() => {
    if (!loaded) return null
    const say = speak<typeof sv>(loaded.words, loaded.language)
    const isKnown = (code: string): code is keyof typeof sv & string => Object.hasOwn(loaded.words, code)
    return (code) => say(isKnown(code) ? code : 'internal')
  }, [loaded])
}
