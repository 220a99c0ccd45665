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
  fetchBoardThen,
  fetchMoments,
  fetchReportDraft,
  fetchSorting,
  fetchTextVersions,
  type DoneThing,
  type FlaggedNote,
  type SeatPlan,
  type Moment,
  type NoteThen,
  type DraftPart,
  type ReportDraft,
  type TextVersion,
  type Sorting,
  type SortingNote,
  type TablePace,
} from './crewApi.ts'
export { followWorkshop, type Following, type Link } from './followWorkshop.ts'
export { createServerClock, type ServerClock } from './serverClock.ts'
export { tellPresence, type PresenceNow } from './tellPresence.ts'
export { isDenied } from './transports.ts'
