/** The sentence for every no, in the page's language. */
import { speak, type Language } from '@bordet/text'
import type lead from '@bordet/text/leadRefusals/sv'
import type sv from '@bordet/text/refusals/sv'
import { useMemo } from 'react'
import { useCatalogue, type Loaders } from './useWords.ts'

type Words = typeof sv & typeof lead

const refusalWords: Loaders<Words> = {
  sv: () => both(import('@bordet/text/refusals/sv'), import('@bordet/text/leadRefusals/sv')),
  da: () => both(import('@bordet/text/refusals/da'), import('@bordet/text/leadRefusals/da')),
  nb: () => both(import('@bordet/text/refusals/nb'), import('@bordet/text/leadRefusals/nb')),
  en: () => both(import('@bordet/text/refusals/en'), import('@bordet/text/leadRefusals/en')),
}

async function both<A, B>(
  everybodys: Promise<{ default: A }>,
  leads: Promise<{ default: B }>,
): Promise<{ default: A & B }> {
  return { default: { ...(await everybodys).default, ...(await leads).default } }
}

export type SayRefusal = (code: string) => string

/** A code that this page does not know, because the server is newer, is said as `internal`. */
export function useRefusals(language: Language): SayRefusal | null {
  const loaded = useCatalogue(refusalWords, language)
  return useMemo(() => {
    if (!loaded) return null
    const say = speak<Words>(loaded.words, loaded.language)
    const isKnown = (code: string): code is keyof Words & string => Object.hasOwn(loaded.words, code)
    return (code) => say(isKnown(code) ? code : 'internal')
  }, [loaded])
}
