/** What is wrong in a template that somebody reads in. */
import type { Translation } from '../phrase.ts'
import type sv from './sv.ts'

export default {
  empty: 'The file is empty.',
  syntax: 'The file cannot be read here: a comma, a quotation mark or a bracket is missing or too many.',
  cutShort: 'The file ends too early. Download it once more.',
  tooDeep: 'There are too many brackets inside each other here.',
  notTemplate: 'This is not a template from Bordet: format must be bordet-template.',
  newerFormat: 'The template was made with a newer Bordet. Update the server first.',
  missing: 'This is missing.',
  wantsText: 'There should be a text in quotation marks here.',
  wantsNumber: 'There should be a number here.',
  wantsWhole: 'There should be a whole number here.',
  wantsList: 'There should be a list in square brackets here.',
  wantsObject: 'There should be fields in curly brackets here.',
  numberSmall: 'The number is too small: at least {n}.',
  numberBig: 'The number is too large: at most {n}.',
  textEmpty: 'The text is empty.',
  textLong: 'The text is too long: at most {n} characters.',
  listShort: 'The list is too short: at least {n}.',
  listLong: 'The list is too long: at most {n}.',
  oneOf: 'Only these will do here: {values}.',
  unknownKey: 'Templates have no field {key}. Is it misspelt?',
  noLanguage: 'The text is needed in at least one language: sv, da, nb or en.',
  twice: 'Two have the same id: {id}.',
  zoneUnknown: 'No area has the id {id}.',
  zoneWrong: 'The area lacks headings or lines that this kind of area must have.',
  wrong: 'This is not right.',
} as const satisfies Translation<typeof sv>
