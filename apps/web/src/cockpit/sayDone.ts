/** The log's lines in words. */
import type { DoneThing } from '@bordet/client'
import type { CockpitKey, SayCockpit } from './words.ts'

const words: Readonly<Record<string, CockpitKey>> = {
  pause: 'didPause',
  resume: 'didResume',
  extend: 'didExtend',
  endPhase: 'didEnd',
  undoPhase: 'didUndo',
  reveal: 'didReveal',
  setPrompts: 'didPrompts',
  planSeats: 'didPlan',
  planRoutes: 'didRoutes',
  setTown: 'didTown',
  setTables: 'didTables',
  keepNote: 'didKeep',
  gatherHere: 'didGather',
  close: 'didClose',
  reopen: 'didReopen',
  addPerson: 'didAddPerson',
  seat: 'didSeat',
  keepTogether: 'didTogether',
  staySeated: 'didStay',
  moveAlone: 'didAlone',
  removePerson: 'didRemove',
  addNoteFor: 'didPaper',
  castVotesFor: 'didPaperDots',
  claimHelp: 'didClaim',
  helpDone: 'didHelp',
  askHelp: 'didAskHelp',
  reportNote: 'didReport',
  editPhase: 'didProgramme',
  addPhase: 'didProgramme',
  removePhase: 'didProgramme',
  movePhase: 'didProgramme',
  editZone: 'didZones',
  addZone: 'didZones',
  removeZone: 'didZones',
  giveContact: 'didContact',
  keepContacts: 'didKeepContacts',
  score: 'didPaperDots',
  importNotes: 'didImport',
  takeBackImport: 'didTakeBackImport',
  setTheme: 'didThemes',
  addThemes: 'didThemes',
  undoSorting: 'didThemes',
  assignTheme: 'didThemes',
  sortNotes: 'didThemes',
  mergeThemes: 'didThemes',
  markQuote: 'didWriteReport',
  editReport: 'didWriteReport',
  answerQuestion: 'didWriteReport',
  setReportRow: 'didWriteReport',
  setClaimQuote: 'didWriteReport',
  linkWorkshops: 'didWriteReport',
}

export function sayDone({ type, about }: DoneThing, say: SayCockpit): string {
  const { minutes, count, table } = about
  const holes = {
    person: String(about['person'] ?? say('somebody')),
    phase: String(about['phase'] ?? ''),
    table: Number(table ?? 0),
    count: Number(count ?? 0),
    n: Math.abs(Number(minutes ?? 0)),
    minutes: Number(minutes) > 0 ? `+${minutes}` : `−${Math.abs(Number(minutes ?? 0))}`,
  }
  return say(keyOf(type, about), holes)
}

/** A name if one was given, else what they are. */
export function sayWho({ role, name }: Pick<DoneThing, 'role' | 'name'>, say: SayCockpit): string {
  if (role === 'table') return say('whoTable', { table: name })
  if (name) return name
  return say(role === 'helper' ? 'whoHelper' : role === 'organiser' ? 'whoOrganiser' : 'whoLead')
}

/** A type that this page does not know, because the server is newer, is something else. */
function keyOf(type: string, about: DoneThing['about']): CockpitKey {
  if (type === 'startPhase') return 'phase' in about ? 'didStartPhase' : 'didStart'
  if (type === 'broadcast') return 'table' in about ? 'didSayTable' : 'didSay'
  if (type === 'hideNote') return about['hidden'] === false ? 'didShow' : 'didHide'
  if (type === 'lockBoards') return about['locked'] === false ? 'didUnlock' : 'didLock'
  if (type === 'setHost') return 'person' in about ? 'didHost' : 'didNoHost'
  return words[type] ?? 'didOther'
}
