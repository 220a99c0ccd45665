/** Keeps the document's title and language true, for the tab, the screen reader and the hyphenation. */
import type { Language } from '@bordet/text'
import { useEffect } from 'react'

export function useDocument(title: string, language: Language): void {
  useEffect(() => {
    document.title = title
    document.documentElement.lang = language
  }, [title, language])
}
