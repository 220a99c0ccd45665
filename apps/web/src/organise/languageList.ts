/** "svenska och danska": languages by name, in the reader's own. */
import type { Language } from '@bordet/text'

export function languageList(reader: Language, languages: readonly Language[]): string {
  const names = new Intl.DisplayNames(reader, { type: 'language' })
  return new Intl.ListFormat(reader).format(languages.map((one) => names.of(one) ?? one))
}
