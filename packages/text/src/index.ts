/** Languages and phrases. The catalogues have an entry point each (`@bordet/text/phone/sv` …), so that a page loads only its own words. */
export { languageNames, languages, pickLanguage, type Language, type Words } from './language.ts'
export { speak, type Catalogue, type Holes, type Phrase, type Say, type Translation } from './phrase.ts'
export { clockTime, countdown, dateLong, untilCountdownTurns } from './time.ts'
