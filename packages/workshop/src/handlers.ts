/** Every command and its rules. A new command is one line here. */
import type { EntryType } from './entries.ts'
import type { Handler } from './handler.ts'
import { nextQuestion } from './rules/forms.ts'
import { landNotes, reveal } from './rules/heldNotes.ts'
import { giveConsent } from './rules/consent.ts'
import { giveContact, keepContacts } from './rules/contacts.ts'
import { lockBoards, planRoutes, planSeats, setTables, setTown } from './rules/hall.ts'
import { importNotes, takeBackImport } from './rules/imports.ts'
import { setMapImage } from './rules/maps.ts'
import { broadcast, gatherHere, setPrompts } from './rules/messages.ts'
import {
  addNote,
  addNoteFor,
  editNote,
  hideNote,
  keepNote,
  react,
  removeNote,
  reportNote,
  restoreNote,
} from './rules/notes.ts'
import {
  addPerson,
  arrive,
  askHelp,
  claimHelp,
  helpDone,
  join,
  keepTogether,
  moveAlone,
  removePerson,
  seat,
  setHost,
  sitElsewhere,
  staySeated,
} from './rules/people.ts'
import { close, endPhase, extend, pause, reopen, resume, startPhase, undoPhase } from './rules/phases.ts'
import {
  addPhase,
  addZone,
  editPhase,
  editZone,
  movePhase,
  removePhase,
  removeZone,
} from './rules/programme.ts'
import { rank } from './rules/ranking.ts'
import { score } from './rules/scoring.ts'
import { leaveGroup, makeGroup, setGroup, signUp } from './rules/signUp.ts'
import {
  answerQuestion,
  editReport,
  linkWorkshops,
  markQuote,
  setClaimQuote,
  setReportRow,
} from './rules/report.ts'
import { addThemes, assignTheme, mergeThemes, setTheme, sortNotes } from './rules/themes.ts'
import { undoSorting } from './rules/undoSorting.ts'
import { castVotes, castVotesFor } from './rules/votes.ts'
import { setFloorPlan, setMeetingLinks } from './rules/place.ts'

export const handlers: { readonly [T in EntryType]: Handler<T> } = {
  addNote,
  editNote,
  removeNote,
  restoreNote,
  castVotes,
  rank,
  score,
  signUp,
  leaveGroup,
  giveConsent,
  giveContact,
  nextQuestion,
  arrive,
  sitElsewhere,
  askHelp,
  reportNote,
  react,
  addPerson,
  seat,
  setHost,
  keepTogether,
  staySeated,
  moveAlone,
  removePerson,
  addNoteFor,
  castVotesFor,
  makeGroup,
  setGroup,
  setTheme,
  addThemes,
  undoSorting,
  assignTheme,
  sortNotes,
  mergeThemes,
  markQuote,
  editReport,
  answerQuestion,
  setReportRow,
  setClaimQuote,
  linkWorkshops,
  helpDone,
  claimHelp,
  startPhase,
  pause,
  resume,
  extend,
  endPhase,
  undoPhase,
  reveal,
  broadcast,
  setPrompts,
  planSeats,
  planRoutes,
  setTown,
  setTables,
  hideNote,
  keepNote,
  setMapImage,
  importNotes,
  takeBackImport,
  lockBoards,
  gatherHere,
  setFloorPlan,
  setMeetingLinks,
  editPhase,
  addPhase,
  removePhase,
  movePhase,
  editZone,
  addZone,
  removeZone,
  keepContacts,
  close,
  reopen,
  join,
  landNotes,
}
