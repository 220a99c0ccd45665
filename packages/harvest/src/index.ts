/** From a workshop and its boards to a report, and from the report to files. Nothing runs on import; libraries load with their format. */
export {
  documentFormats,
  exportFile,
  exportFormats,
  exportNames,
  exportPlaces,
  type DocumentFormatName,
  type ExportedFile,
  type ExportExtras,
  type ExportFormat,
  type ExportFormatName,
  type ExportName,
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
export { headlinesOf, type Headlines } from './headlines.ts'
export { buildReport } from './report.ts'
export { compareThemes, type ComparedTheme } from './compareThemes.ts'
export { findDuplicates } from './findDuplicates.ts'
export {
  suggestThemes,
  type LearntNote,
  type SortedNote,
  type ThemeName,
  type ThemeSuggestion,
} from './suggestThemes.ts'
export { writeContacts, type ContactLine } from './contacts.ts'
