/** The paper of an evening as one tagged PDF: table cards, route cards, note sheets. Pure: no clock, no network, no files but the fonts. */
export {
  printPack,
  printParts,
  type PrintedFile,
  type PrintInput,
  type PrintPart,
  type PrintWhat,
} from './printPack.ts'
