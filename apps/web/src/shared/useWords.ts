/** Loads one language's catalogue of an area when it is needed, and says its phrases. */
import { speak, type Catalogue, type Language, type Say, type Translation } from '@bordet/text'
import { useEffect, useState } from 'react'

export type Loaders<C extends Catalogue> = Readonly<
  Record<Language, () => Promise<{ readonly default: Translation<C> }>>
>

/** Null until the first catalogue has arrived; after that the old language stays until the new one is here. */
export function useWords<C extends Catalogue>(loaders: Loaders<C>, language: Language): Say<C> | null {
  const [say, setSay] = useState<Say<C> | null>(null)
  useEffect(() => {
    let current = true
    void loaders[language]().then((loaded) => {
      // In a function, because a function given to setState would be called.
      if (current) setSay(() => speak<C>(loaded.default, language))
    })
    return () => {
      current = false
    }
  }, [loaders, language])
  return say
}
