/**
 * What a page gets to see: the state as its role may see it, with the words of the notes it follows. Types only, so
 * that a phone can import them for nothing.
 */
import type { CommandType } from './commands.ts'
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
}

export interface AgendaRow {
  id: string
  kind: PhaseKind
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
  /** People who sit here now: during a move those who have arrived and those who stay. */
  people: number
  /** People who will sit here when the running move is over, those who stay included; null outside a move. */
  expected: number | null
  notes: number
  helpAt: number | null
}

/** Only for helpers, facilitators and organisers. */
export interface PersonView {
  id: string
  name: string
  table: number
  nextTable: number | null
  stays: boolean
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
  /** Commands that would not be refused for role or moment; buttons follow it. */
  may: CommandType[]
}

export interface VoteView {
  budget: number
  open: boolean
  revealed: boolean
  /** Notes one can give dots to, in reading order, with the sum once it is revealed. */
  targets: { noteId: string; text: string; dots: number | null }[]
  voters: number
  mine: Record<string, number>
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
  phase: PhaseView
  agenda: AgendaRow[]
  /** Milliseconds behind plan, negative when ahead. */
  delayMs: number
  tables: TableView[]
  peopleCount: number
  /** Standing notes on the hall's board. */
  hallNotes: number
  /** During a move: how many of those who change tables have arrived. */
  move: { arrived: number; of: number } | null
  broadcast: { text: string; at: number } | null
  boardsLocked: boolean
  me: Me
  /**
   * Participants: the notes of the current phase at their table and in the hall's open zones, and all of their own.
   * Table devices: the same without "own". Others: empty; they ask for a table's notes when they look at it.
   */
  notes: NoteView[]
  vote: VoteView | null
  /** Helpers, facilitators, organisers; null for others. */
  people: PersonView[] | null
  /** What `undoPhase` would undo, null when there is nothing. Facilitators only. */
  canUndo: { phaseName: string } | null
  /** Notes that people reported, with how many did. Facilitators only. */
  reports: { noteId: string; count: number }[] | null
  /** Newest first; a zone that was open in several phases stands with the newest. Crew only, null for others. */
  paperZones: PaperZonesView[] | null
  /** Boards this member may open. */
  boards: { hall: string; tables: { number: number; boardId: string }[] } | null
}
