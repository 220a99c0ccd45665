/** The paper of an evening as one tagged PDF: table cards, route cards, note sheets; and the letters afterwards. Pure: no clock, no network, no files but the fonts. */
export {
  printLetters,
  type DrawReport,
  type LetterRecipient,
  type LetterSize,
  type LetterStory,
  type LettersInput,
} from './letters.ts'
export {
  printPack,
  printParts,
  type PrintedFile,
  type PrintInput,
  type PrintPart,
  type PrintWhat,
} from './printPack.ts'
