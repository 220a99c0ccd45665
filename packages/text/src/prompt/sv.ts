import type { Catalogue } from '../phrase.ts'

/** What goes out by itself to the whole hall. */
export default {
  twoMinutes: 'Två minuter kvar. Skriv ner det viktigaste.',
} as const satisfies Catalogue
