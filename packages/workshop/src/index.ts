/** Types and the small pure functions that every page may load. The rest has entry points of its own: schemas, engine, templates. */
export type { Ask, Command, CommandType } from './commands.ts'
export { applyChange, type Change, type ServerEvent, type Snapshot } from './events.ts'
export { composeFields, takeFieldsApart } from './fields.ts'
export { completePlan, evenColumns, evenRows, widthOf } from './floorPlan.ts'
export type { FloorKind, FloorPlan, FloorThing } from './floorPlanSchema.ts'
export { emailPattern, mostImported } from './input.ts'
export { phaseKinds, reactions, zoneKinds, type Reaction } from './kinds.ts'
export { refusals, type Refusal } from './refusals.ts'
export { findNames, type NameSpan } from './moderation/findNames.ts'
export { findRisks, type Risk, type RiskKind } from './moderation/findRisks.ts'
export { nextMessageChange, shownMessage, type ShownMessage } from './shownMessage.ts'
export type { NoteColor, Phase, PhaseKind, Rotation, Session, Zone, ZoneKind } from './session.ts'
export type { Person, Role, Round, Table, Timer, WorkshopState } from './state.ts'
export { timeLeftMs, timeRemainingMs, timerStatus } from './timer.ts'
export type {
  AgendaRow,
  ConsentView,
  CrewView,
  GroupView,
  Me,
  NoteVia,
  NoteView,
  PaperZonesView,
  OwnChoices,
  PersonView,
  PhaseStatus,
  PhaseView,
  PromptView,
  RankingView,
  ScoringView,
  TableView,
  ThemeView,
  View,
  VoteView,
  WallView,
} from './view.ts'
export { isForReading, takesEverybodysNotes } from './zones.ts'
export { mailReasons, type MailReason } from './mailReasons.ts'
export {
  actionStatuses,
  approvalStages,
  costSizes,
  crewDoings,
  onlyRow,
  reportCells,
  reportLists,
  type CrewDoing,
  type LinkKind,
  type ReportList,
} from './kinds.ts'
export type { ReportRow, WrittenReport } from './reportState.ts'
