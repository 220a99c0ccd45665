/**
 * What a page gets to see: the state as its role may see it, with the words of the notes it follows. Types only, so
 * that a phone can import them for nothing.
 */
import type { CommandType } from './commands.ts'
import type { FloorPlan } from './floorPlanSchema.ts'
import type { CrewDoing, Reaction } from './kinds.ts'
import type { NoteColor, Phase, PhaseKind, Zone } from './session.ts'
import type { Role, WorkshopState } from './state.ts'
import type { Language } from '@bordet/text'

export type PhaseStatus = 'waiting' | 'running' | 'paused' | 'over'

export interface PhaseView extends Omit<Phase, 'zones'> {
  index: number
  status: PhaseStatus
  startedAt: number | null
  durationMs: number
  pausedAt: number | null
  /** Null while waiting or paused. */
  endsAt: number | null
  zones: Zone[]
  /** While notes are held back; `until` is when they are shown by themselves, null when only revealing shows them. */
  holding: { until: number | null } | null
}

export interface AgendaRow {
  id: string
  kind: PhaseKind
  /** Whether it sends people to other tables. */
  moves: boolean
  name: string
  minutes: number
  /** Planned clock time, shifted by how far the evening is ahead or behind. */
  at: number
  state: 'done' | 'now' | 'next' | 'later'
}

export interface TableView {
  number: number
  /** The host's person id, null without one. */
  host: string | null
  hostName: string | null
  /** Whose table it is; empty where tables are not told apart. */
  town: string
  /** People who sit here now: during a move those who have arrived and those who stay. */
  people: number
  /** People who will sit here when the running move is over, those who stay included; null outside a move. */
  expected: number | null
  notes: number
  /** Notes that are held back, which nobody but their writers sees. */
  heldNotes: number
  helpAt: number | null
  /** Who is on the way there: a name, empty when they gave none, null while nobody is. */
  helpBy: string | null
  /** Phones of people here that hold words the server has not got. */
  waitingPhones: number
  /** Since when the first of them does. */
  waitingSince: number | null
}

/** What goes out by itself when a phase nears its end. */
export interface PromptView {
  text: string
  /** Null while it is not coming: switched off, paused, or the phase is over. */
  at: number | null
  off: 'evening' | 'phase' | null
}

/** Somebody of the crew who has the cockpit or the helper's page open. */
export interface CrewView {
  /** Of the page, so that it knows itself. */
  pageId: string
  role: Role
  /** Empty when they gave none. */
  name: string
  /** The table they look at, null when none. */
  table: number | null
  /** What they do at the harvest's desk; not there while they run the evening. */
  doing?: CrewDoing | null
}

/** Only for helpers, facilitators and organisers. */
export interface PersonView {
  id: string
  name: string
  table: number
  nextTable: number | null
  stays: boolean
  /** People with the same one move together. */
  group: string | null
  via: 'phone' | 'walkIn'
  joinedAt: number
}

export interface NoteView {
  id: string
  zone: string
  phase: string
  /** 0 is the hall. */
  table: number
  text: string
  color: NoteColor
  at: number
  via: NoteVia
  mine: boolean
  /** Of the zone's parts, or of a map's layers. */
  part?: string
  /** On a map, in percent from the left and from the top. */
  pin?: readonly [number, number]
  /** Answers that were given in one go share it. */
  sheet?: string
  /** The picture that goes with the words, at `photos/<id>` of the workshop. */
  photoId?: string
  /** How many people say what about it; absent while nobody does. */
  reactions?: Partial<Record<Reaction, number>>
  /** What this member says about it. */
  reacted?: Reaction
  /** Only its writer sees it so far. */
  held?: true
}
export type NoteVia = 'phone' | 'board' | 'paper'

export interface Me {
  personId: string | null
  role: Role
  name: string
  /** The person's table, or the table of a table's device. */
  table: number | null
  nextTable: number | null
  isHost: boolean
  stays: boolean
  /** In a form session: which question of how many, and what the answers of this go have in common. */
  form?: { step: number; of: number; sheet: string }
  /** Commands that would not be refused for role or moment; buttons follow it. */
  may: CommandType[]
}

export interface VoteView {
  budget: number
  open: boolean
  revealed: boolean
  /**
   * Notes one can give dots to, in reading order, or themes; with the sum once it is revealed, and how many of those
   * dots are from paper.
   */
  targets: { noteId: string; text: string; dots: number | null; paper: number | null }[]
  /** People who have given dots, on paper too. */
  voters: number
  /** Dots on paper that were typed in so far. */
  paperDots: number
  mine: Record<string, number>
  /** What was typed in from paper. Crew only, null for others. */
  sheets: { number: number; people: number; votes: Record<string, number> }[] | null
}

/** Something to put in order. */
export interface RankingView {
  /** What one puts in order: notes in reading order, or themes. In the room's order once it is revealed. */
  items: {
    noteId: string
    text: string
    /** Null until it is revealed: the place, the mean of all places, and how many put it first, second, … */
    result: { place: number; mean: number; placed: number[] } | null
  }[]
  open: boolean
  revealed: boolean
  /** How many have put something in order; phones hear it with the result. */
  people: number | null
}

/** Proposals that everybody gives numbers to. */
export interface ScoringView {
  /** What they are given for, in order. */
  criteria: string[]
  /** In reading order; highest mean first once it is shown. */
  items: {
    noteId: string
    text: string
    /** Null until it is shown: the mean for each criterion and over all, null where nobody gave a number. */
    result: { means: (number | null)[]; mean: number | null; people: number } | null
  }[]
  open: boolean
  revealed: boolean
  /** How many have given numbers; phones hear it with the result. */
  people: number | null
}

export interface GroupView {
  groupId: string
  text: string
  max: number | null
  members: number
  /** Crew only, null for others. */
  people: { personId: string; mayContact: boolean }[] | null
}

export interface ConsentView {
  answered: number
  /** Null for people and tables while they still answer, so that nobody follows the others. */
  counts: { yes: number; no: number } | null
}

export interface ThemeView {
  themeId: string
  name: string
  notes: number
}

/** What this person chose. */
export interface OwnChoices {
  order: string[]
  /** By note, a number for each criterion, 0 for none. */
  scores: Record<string, number[]>
  /** Groups they are in, with whether these may contact them. */
  groups: Record<string, boolean>
  agrees: boolean | null
}

/** What the tables carry to the hall. */
export interface WallView {
  /** By table, in reading order; a few of each. `hasTheme`: somebody has sorted it. */
  cards: { noteId: string; table: number; text: string; hasTheme: boolean }[]
  /** What the crew has gathered notes under so far, with the tables they came from and one of them word for word. */
  themes: { id: string; name: string; tables: number[]; quote: string | null }[]
}

/** A phase that has run, with the zones that a note from paper goes into as that phase's. */
export interface PaperZonesView {
  phaseId: string
  phaseName: string
  zones: Zone[]
}

export interface View {
  id: string
  version: number
  serverTime: number
  status: WorkshopState['status']
  title: string
  place: string
  owner: string
  language: Language
  joinCode: string
  /** Where people join, for the QR code: PUBLIC_URL/j/<code>. */
  joinUrl: string
  startsAt: number
  /** When the addresses of those who want the harvest delete themselves. */
  contactsUntil: number
  phase: PhaseView
  agenda: AgendaRow[]
  /** Milliseconds behind plan, negative when ahead. */
  delayMs: number
  tables: TableView[]
  peopleCount: number
  /** Standing notes on the hall's board. */
  hallNotes: number
  hallHeldNotes: number
  /** During a move: how many of those who change tables have arrived. */
  move: { arrived: number; of: number } | null
  /** For people at a table also what was said to that table alone. */
  broadcast: { text: string; at: number } | null
  /** Whether any move of the session tells towns apart. */
  usesTowns: boolean
  prompt: PromptView | null
  /** Nothing goes out by itself this evening. */
  promptsOff: boolean
  boardsLocked: boolean
  /** Where those who have this board open were last asked to look. */
  gather: { boardId: string; area: { x: number; y: number; w: number; h: number }; at: number } | null
  /** Where the tables stand, with all that there are now; null when nobody made a plan. */
  floorPlan: FloorPlan | null
  /** Where tables meet online: one's own, or the one where a move leads; for the crew all. */
  meetingLinks: { table: number; url: string }[]
  me: Me
  /**
   * Participants: the notes of the current phase at their table and in the hall's open zones, and all of their own.
   * Table devices: the same without "own". Others: empty; they ask for a table's notes when they look at it.
   */
  notes: NoteView[]
  vote: VoteView | null
  /** Null when the phase asks for no order, or there is nothing to put in order yet. */
  ranking: RankingView | null
  /** Null unless the phase has people sign up; the crew has them from the beginning to the end. */
  groups: GroupView[] | null
  /** What got most dots and is no group yet, most first. Crew only, null for others. */
  groupIdeas: { text: string; dots: number }[] | null
  /** Null unless the phase asks for consent. */
  consent: ConsentView | null
  /** Null but for participants. */
  own: OwnChoices | null
  scoring: ScoringView | null
  /** Crew only, null for others. */
  themes: ThemeView[] | null
  /** In a phase that shows the harvest to the hall. Screen and crew only, null for others. */
  wall: WallView | null
  /** Helpers, facilitators, organisers; null for others. */
  people: PersonView[] | null
  /** Crew only, null for others. */
  crew: CrewView[] | null
  /** Phones that got the last message to everybody when it was sent. Crew only; null also after a restart. */
  reach: number | null
  /** By table: what was last said to it alone. Crew only, null for others. */
  tableMessages: Record<string, { text: string; at: number }> | null
  /** What `undoPhase` would undo, null when there is nothing. Facilitators only. */
  canUndo: { phaseName: string } | null
  /** By note: how many say what. Crew only, who are sent no notes; null for others, who have it with their notes. */
  reactions: Record<string, Partial<Record<Reaction, number>>> | null
  /** Notes that people reported, with how many did. Facilitators only. */
  reports: { noteId: string; count: number }[] | null
  /** Newest first; a zone that was open in several phases stands with the newest. Crew only, null for others. */
  paperZones: PaperZonesView[] | null
  /** Boards this member may open. */
  boards: { hall: string; tables: { number: number; boardId: string }[] } | null
}
