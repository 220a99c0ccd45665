/** The languages every screen speaks. Norwegian is Bokmål. */
export const languages = ['sv', 'da', 'nb', 'en'] as const
export type Language = (typeof languages)[number]

/** One text in every language. */
export type Words = Readonly<Record<Language, string>>

export const languageNames: Words = { sv: 'Svenska', da: 'Dansk', nb: 'Norsk', en: 'English' }

/**
 * The first of the given BCP 47 tags that we speak (`no` and `nn` count as Bokmål), else English.
 * Browsers pass `navigator.languages`.
 */
export function pickLanguage(tags: readonly string[]): Language {
  for (const tag of tags) {
    const primary = tag.toLowerCase().split('-')[0] ?? ''
    if (primary === 'no' || primary === 'nn') return 'nb'
    const known = languages.find((language) => language === primary)
    if (known) return known
  }
  return 'en'
}
