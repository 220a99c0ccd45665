/** From a workshop and its boards to a report, and from the report to files. Nothing runs on import; libraries load with their format. */
export {
  exportFile,
  exportFormats,
  type ExportedFile,
  type ExportFormat,
  type ExportFormatName,
} from './formats.ts'
export type {
  HarvestBoard,
  HarvestInput,
  Report,
  ReportNote,
  ReportQuestion,
  ReportVote,
  ReportZone,
} from './model.ts'
export { headlinesOf, type Headlines } from './headlines.ts'
export { buildReport } from './report.ts'
export { suggestThemes, type ThemeSuggestion } from './suggestThemes.ts'
export { writeContacts, type ContactLine } from './contacts.ts'
