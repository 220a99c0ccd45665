/** Loads one language's catalogue of an area when it is needed, and says its phrases. */
import { speak, type Catalogue, type Language, type Say, type Translation } from '@bordet/text'
import { useEffect, useMemo, useState } from 'react'

export type Loaders<C extends Catalogue> = Readonly<
  Record<Language, () => Promise<{ readonly default: Translation<C> }>>
>

interface Loaded<C extends Catalogue> {
  language: Language
  words: Translation<C>
}

/** Null until the first catalogue has arrived; after that the old language stays until the new one is here. */
export function useCatalogue<C extends Catalogue>(loaders: Loaders<C>, language: Language): Loaded<C> | null {
  const [loaded, setLoaded] = useState<Loaded<C> | null>(null)
  useEffect(() => {
    let current = true
    void loaders[language]().then((module) => {
      if (current) setLoaded({ language, words: module.default })
    })
    return () => {
      current = false
    }
  }, [loaders, language])
  return loaded
}

export function useWords<C extends Catalogue>(loaders: Loaders<C>, language: Language): Say<C> | null {
  const loaded = useCatalogue(loaders, language)
  return useMemo(() => loaded && speak<C>(loaded.words, loaded.language), [loaded])
}
