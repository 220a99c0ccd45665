/** Hvad der er galt i en skabelon, som nogen læser ind. */
import type { Translation } from '../phrase.ts'
import type sv from './sv.ts'

export default {
  empty: 'Filen er tom.',
  syntax:
    'Filen kan ikke læses her: et komma, et citationstegn eller en parentes mangler eller er for meget.',
  cutShort: 'Filen slutter for tidligt. Hent den en gang til.',
  tooDeep: 'Her er for mange parenteser inde i hinanden.',
  notTemplate: 'Det her er ikke en skabelon fra Bordet: format skal være bordet-template.',
  newerFormat: 'Skabelonen er lavet med en nyere udgave af Bordet. Opdater serveren først.',
  missing: 'Det her mangler.',
  wantsText: 'Her skal der stå en tekst i citationstegn.',
  wantsNumber: 'Her skal der stå et tal.',
  wantsWhole: 'Her skal der stå et helt tal.',
  wantsList: 'Her skal der stå en liste i kantede parenteser.',
  wantsObject: 'Her skal der stå felter i krøllede parenteser.',
  numberSmall: 'Tallet er for lille: mindst {n}.',
  numberBig: 'Tallet er for stort: højst {n}.',
  textEmpty: 'Teksten er tom.',
  textLong: 'Teksten er for lang: højst {n} tegn.',
  listShort: 'Listen er for kort: mindst {n}.',
  listLong: 'Listen er for lang: højst {n}.',
  oneOf: 'Her kan der kun stå: {values}.',
  unknownKey: 'Navnet {key} findes ikke i skabeloner. Er det stavet forkert?',
  noLanguage: 'Teksten skal være på mindst ét sprog: sv, da, nb eller en.',
  twice: 'To har samme id: {id}.',
  zoneUnknown: 'Intet felt har id {id}.',
  zoneWrong: 'Feltet mangler overskrifter eller linjer, som den slags felt skal have.',
  wrong: 'Det her passer ikke.',
} as const satisfies Translation<typeof sv>
