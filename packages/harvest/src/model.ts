/**
 * The harvest as data: what `buildReport` makes of a workshop and its boards, what the pages show as a preview and
 * what every writer turns into a file. Plain JSON; holds no person's id, and no name but those of
 * people who let their working group contact them.
 */
import type { BoardNote } from '@bordet/board'
import type { Language } from '@bordet/text'
import type { LinkKind, NoteVia, PhaseKind, ReportList, WorkshopState, ZoneKind } from '@bordet/workshop'
import type { GroupCount, ToldGroup } from './smallGroups.ts'

/** The notes of one board, removed and hidden ones included or not: the report leaves them out. */
export interface HarvestBoard {
  boardId: string
  /** 0 is the hall. */
  table: number
  /** In the board's reading order, as `readNotes` and `standingNotes` give them; null when the board cannot be read. */
  notes: readonly BoardNote[] | null
}

export interface HarvestInput {
  state: WorkshopState
  boards: readonly HarvestBoard[]
  now: number
  /** IANA name; decides the date and the clock times in the files. The machine's own when left out. */
  timeZone?: string
  /** Other workshops that the report draws on, in any order. */
  linked?: readonly LinkedInput[]
}

export interface LinkedInput {
  as: LinkKind
  state: WorkshopState
  boards: readonly HarvestBoard[]
}

export interface Report {
  /** Which method's report this is; own templates have the general one. */
  templateId: string
  sessionId: string
  title: string
  place: string
  /** Who invited. */
  owner: string
  /** The language the workshop was held in, which the notes are mostly written in. */
  language: Language
  timeZone: string
  status: WorkshopState['status']
  /** When the first phase ran, or is planned to. */
  heldAt: number
  /** `heldAt` as YYYY-MM-DD in the time zone. */
  heldOn: string
  writtenAt: number
  /** How many took part, walk-ins without a phone included. */
  participants: number
  tables: number
  /** Rounds that were run. */
  rounds: number
  /** Tables whose board could not be read, 0 for the hall: their notes are missing, and every file says so. */
  unreadable: number[]
  /** How many notes the report holds. */
  notes: number
  /** In the order of the agenda. Every note stands in exactly one zone of one question. */
  questions: ReportQuestion[]
  /** Those with notes or a text, most notes first. */
  themes: ReportTheme[]
  /** What organisers wrote, by section of the report (`summary`, `ideas` …). */
  texts: Record<string, string>
  /** By note id. */
  answers: Record<string, { text: string; responsible: string; due: string }>
  actions: Record<string, string>[]
  promises: Record<string, string>[]
  /** The rows of the other tables. */
  rows: Record<Exclude<ReportList, 'actions' | 'promises' | 'groups'>, ReportRow[]>
  /** Notes for and against conclusions, in the order in which they were chosen. */
  claimQuotes: { claimId: string; noteId: string; side: 'for' | 'against' }[]
  /** Whom we heard, by what was asked. */
  people: ToldPeople[]
  /** Table → the town it speaks for, where it was said. */
  towns: Record<number, string>
  /** Workshops whose notes belong to this report, oldest first; they have none of their own. */
  parts: Report[]
  /** Other places to stand beside, oldest first. */
  places: Report[]
  /** What lies beside the database; only where there is something. Not for files of other programs. */
  images?: ReportImages
}

export interface ReportRow {
  id: string
  cells: Record<string, string>
}

export interface ToldPeople {
  /** What was asked: age, gender, area. */
  about: string
  /** Null where too few answered to tell of any. A name is empty for those who did not say. */
  groups: ToldGroup[] | null
  /** Groups of which nobody was heard. */
  missing: string[]
}

export interface ReportImages {
  /** Note id → name of its photo. */
  photos: Record<string, string>
  /** Zone id → its map; `alt` is what the organisers said that it shows, empty without. */
  maps: Record<string, { name: string; alt: string }>
}

export interface ReportTheme {
  id: string
  name: string
  text: string
  /** Ids of its notes, most dots first. */
  notes: string[]
}

export interface ReportQuestion {
  /** Null for the notes that belong to no question; that section comes last. */
  phaseId: string | null
  kind: PhaseKind | null
  /** Empty when `phaseId` is null. */
  name: string
  /** What was asked, empty when the phase asks nothing. */
  question: string
  /** 1 for the first round of the agenda; null for what isn't a round. */
  round: number | null
  /** Filled once the result of the vote may be seen. */
  vote: ReportVote | null
  /** What the room put in order, once it may be seen. */
  ranking: ReportRanking | null
  /** Numbers that the room gave, once they may be seen. */
  scoring: ReportScoring | null
  /** Null where nobody was asked or answered. */
  consent: { yes: number; no: number } | null
  /** Working groups that somebody signed up for. */
  groups: ReportGroup[]
  zones: ReportZone[]
}

export interface ReportRanking {
  people: number
  /** In the room's order; equal ones share their place. */
  items: { text: string; place: number; mean: number; first: number }[]
}

export interface ReportScoring {
  people: number
  criteria: string[]
  /** Highest mean first; null where nobody gave a number. */
  items: { text: string; mean: number | null; means: (number | null)[] }[]
}

export interface ReportGroup {
  name: string
  members: number
  /** Of those who let the group contact them and gave one. */
  names: string[]
  /** Whom to ask and when they meet first, as the organisers wrote it; empty when unknown. */
  contact: string
  meeting: string
}

export interface ReportVote {
  voters: number
  /** All dots given. */
  dots: number
  /** How many of them were given on paper. */
  paper: number
  /** Where the vote was on themes: those with dots, most first. */
  themes: { name: string; dots: number }[]
  /** Names of the other questions where the notes with dots stand. */
  notesUnder: string[]
}

export interface ReportZone {
  /** Null for notes outside every zone. */
  zoneId: string | null
  /** Empty when `zoneId` is null. */
  title: string
  /** Null when `zoneId` is. */
  kind: ZoneKind | null
  /** Names of a card's fields: each note's text has one line for each. */
  fields: string[]
  /** For each field what one chose from; empty lists are written freely. */
  choices: string[][]
  /** What the pins of a map are about, in the map's order; a pin's `part` begins with one of them. */
  layers?: string[]
  /** By dots when there was a vote on the zone, else by table and in the board's reading order. */
  notes: ReportNote[]
}

export interface ReportNote {
  /** 1, 2, 3 … in the order of the report: brings a sorted spreadsheet back in order. */
  number: number
  /** The note's own id, the same in every export. */
  id: string
  /** Names of its themes. */
  themes: string[]
  /** Somebody said: use this one. */
  quote: boolean
  /** On a map, in percent from the left and from the top. */
  pin: readonly [number, number] | null
  /** Word for word. Empty when the note is only a photo. */
  text: string
  /** The column, quadrant or layer it stands in, empty in a plain zone. */
  part: string
  /** 0 is the hall. */
  table: number
  /** The round in which it was written, null outside rounds. */
  round: number | null
  /** Name of the phase in which it was written, empty when unknown. */
  phase: string
  /** Null where there was no vote on it, or the result is not revealed yet. */
  dots: number | null
  via: NoteVia
  photo: boolean
  writtenAt: number
}

/** Never leaves `buildReport`: small groups can be seen in it. */
export interface ReportPeople {
  about: string
  groups: GroupCount[]
}
