/** The server's own words, loaded one language at a time. */
import type { Language } from '@bordet/text'

const catalogues = {
  sv: () => import('@bordet/text/server/sv'),
  da: () => import('@bordet/text/server/da'),
  nb: () => import('@bordet/text/server/nb'),
  en: () => import('@bordet/text/server/en'),
}

export async function loadWords(language: Language) {
  return (await catalogues[language]()).default
}
