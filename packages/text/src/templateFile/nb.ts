/** Hva som er galt i en mal noen leser inn. */
import type { Translation } from '../phrase.ts'
import type sv from './sv.ts'

export default {
  empty: 'Filen er tom.',
  syntax: 'Filen kan ikke leses her: et komma, et anførselstegn eller en klamme mangler eller er for mye.',
  cutShort: 'Filen slutter for tidlig. Hent den en gang til.',
  tooDeep: 'Her er det for mange klammer inni hverandre.',
  notTemplate: 'Dette er ikke en mal fra Bordet: format skal være bordet-template.',
  newerFormat: 'Malen er laget med en nyere versjon av Bordet. Oppdater serveren først.',
  missing: 'Dette mangler.',
  wantsText: 'Her skal det stå en tekst i anførselstegn.',
  wantsNumber: 'Her skal det stå et tall.',
  wantsWhole: 'Her skal det stå et helt tall.',
  wantsList: 'Her skal det stå en liste i hakeparenteser.',
  wantsObject: 'Her skal det stå felt i krøllparenteser.',
  numberSmall: 'Tallet er for lite: minst {n}.',
  numberBig: 'Tallet er for stort: høyst {n}.',
  textEmpty: 'Teksten er tom.',
  textLong: 'Teksten er for lang: høyst {n} tegn.',
  listShort: 'Listen er for kort: minst {n}.',
  listLong: 'Listen er for lang: høyst {n}.',
  oneOf: 'Her kan det bare stå: {values}.',
  unknownKey: 'Navnet {key} finnes ikke i maler. Er det feilstavet?',
  noLanguage: 'Teksten må finnes på minst ett språk: sv, da, nb eller en.',
  twice: 'To har samme id: {id}.',
  zoneUnknown: 'Ingen felt har id {id}.',
  zoneWrong: 'Feltet mangler overskrifter eller linjer som den typen felt må ha.',
  wrong: 'Dette stemmer ikke.',
} as const satisfies Translation<typeof sv>
