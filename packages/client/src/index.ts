/** How a page talks with the server; knows no framework. */
export {
  ApiError,
  fetchNotes,
  fetchView,
  joinWorkshop,
  lookInside,
  newOpId,
  OfflineError,
  request,
  sendCommand,
  type CommandAnswer,
  type Credentials,
  type Door,
  type Joined,
} from './api.ts'
export {
  fetchFlagged,
  fetchLog,
  fetchPace,
  fetchScreenLink,
  fetchSeatPlan,
  fetchMoments,
  fetchPictures,
  fetchWholeBoardThen,
  handInPicture,
  takeNextPicture,
  fetchReportDraft,
  fetchRemovedRows,
  fetchReportVersions,
  type DoneThing,
  type FlaggedNote,
  type SeatPlan,
  type Moment,
  type NoteThen,
  type DraftPart,
  type PicturePlace,
  type WholeBoardThen,
  type ZoneThen,
  type ReportDraft,
  type RemovedRow,
  type ReportVersion,
  type TablePace,
} from './crewApi.ts'
export {
  fetchSorting,
  fetchSortingHelp,
  type NoteHelp,
  type Sorting,
  type SortingHelp,
  type SortingNote,
} from './sorting.ts'
export { followWorkshop, type Following, type Link } from './followWorkshop.ts'
export { createServerClock, type ServerClock } from './serverClock.ts'
export { tellPresence, type PresenceNow } from './tellPresence.ts'
export { isDenied } from './transports.ts'
