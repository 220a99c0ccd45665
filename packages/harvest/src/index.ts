/** From a workshop and its boards to a report, and from the report to files. Nothing runs on import; libraries load with their format. */
export {
  exportFile,
  exportFormats,
  exportNames,
  exportSeries,
  seriesFormats,
  type ExportedFile,
  type ExportExtras,
  type ExportFormat,
  type ExportFormatName,
  type ExportName,
  type SeriesFormatName,
} from './formats.ts'
export type {
  HarvestBoard,
  HarvestInput,
  LinkedInput,
  Report,
  ReportNote,
  ReportQuestion,
  ReportVote,
  ReportZone,
} from './model.ts'
export { noImages, pinsOf, type HarvestImage, type HarvestImages } from './images.ts'
export { hasMemo } from './methods.ts'
export { hasClaims, reportOutline, zonesToWriteAbout } from './outline.ts'
export { reportBehindLetters } from './reportBehindLetters.ts'
export { digestOf, type Digest, type DigestBlock, type DigestEntry, type DigestLine } from './digest.ts'
export { buildReport } from './report.ts'
export { compareThemes, fewestNotes, fewestSorted, type ComparedTheme } from './series/compareThemes.ts'
export { gatherPlaces, placeKey, themeTrend, type Counts } from './series/countNotes.ts'
export type { SeriesNote, SeriesReport, SeriesSource } from './series/model.ts'
export { everyNote } from './composeSections.ts'
export { themeKey } from './wordsOfTheme.ts'
export { createDuplicateFinder, findDuplicates } from './findDuplicates.ts'
export {
  createThemeSuggester,
  suggestThemes,
  type LearntNote,
  type SortedNote,
  type ThemeName,
  type ThemeSuggestion,
} from './suggestThemes.ts'
export { writeContacts, type ContactLine } from './contacts.ts'
