/** Vad som är fel i en mall som någon läser in, med vanliga ord. */
import type { Catalogue } from '../phrase.ts'

export default {
  empty: 'Filen är tom.',
  syntax:
    'Filen går inte att läsa här: ett komma, ett citattecken eller en klammer saknas eller är för mycket.',
  cutShort: 'Filen tar slut för tidigt. Hämta den en gång till.',
  tooDeep: 'Här är för många klamrar i varandra.',
  notTemplate: 'Det här är ingen mall från Bordet: format ska vara bordet-template.',
  newerFormat: 'Mallen är gjord med en nyare version av Bordet. Uppdatera servern först.',
  missing: 'Det här saknas.',
  wantsText: 'Här ska det stå en text inom citattecken.',
  wantsNumber: 'Här ska det stå ett tal.',
  wantsWhole: 'Här ska det stå ett helt tal.',
  wantsList: 'Här ska det stå en lista inom hakparenteser.',
  wantsObject: 'Här ska det stå fält inom klamrar.',
  numberSmall: 'Talet är för litet: minst {n}.',
  numberBig: 'Talet är för stort: högst {n}.',
  textEmpty: 'Texten är tom.',
  textLong: 'Texten är för lång: högst {n} tecken.',
  listShort: 'Listan är för kort: minst {n}.',
  listLong: 'Listan är för lång: högst {n}.',
  oneOf: 'Här går bara: {values}.',
  unknownKey: 'Fältet {key} finns inte i mallar. Är det felstavat?',
  noLanguage: 'Texten behövs på minst ett språk: sv, da, nb eller en.',
  twice: 'Två har samma id: {id}.',
  zoneUnknown: 'Ingen ruta har id {id}.',
  zoneWrong: 'Rutan saknar rubriker eller rader som den sortens ruta måste ha.',
  wrong: 'Det här stämmer inte.',
} as const satisfies Catalogue
