/** What only those who run the evening ask for. */
import type { NoteView, Risk, WrittenReport } from '@bordet/workshop'
import { request, type Credentials } from './api.ts'

export interface FlaggedNote {
  note: NoteView
  hidden: boolean
  reports: number
  risks: Risk[]
}

export interface SeatPlan {
  moves: { personId: string; from: number; to: number }[]
  /** People at each table then, in the order of the tables. */
  sizes: number[]
}

export interface DoneThing {
  at: number
  role: string
  name: string
  type: string
  about: Record<string, string | number | boolean>
}

export interface SortingNote {
  note: NoteView
  themeIds: string[]
  /** Best first: themes it may belong to, and its words that speak for it. */
  guesses: { themeId: string; because: string[] }[]
  /** Whether the report quotes it. */
  quote: boolean
  /** Ids of notes that say nearly the same. */
  alike: string[]
}

export interface Sorting {
  notes: SortingNote[]
  /** The template's themes to begin with, in the workshop's language. */
  codebook: string[]
}

export interface TablePace {
  number: number
  lastAt: number | null
  /** When the notes of the last 15 minutes were written. */
  recent: number[]
}

const ask = <T>({ workshopId, key }: Credentials, what: string): Promise<T> =>
  request<T>(`/api/workshops/${workshopId}/${what}`, { key })

/** Reported, hidden, or with something in them that should perhaps not be shown. */
export async function fetchFlagged(who: Credentials): Promise<FlaggedNote[]> {
  return (await ask<{ notes: FlaggedNote[] }>(who, 'flagged')).notes
}

/** The big screen's own link: one opened from the cockpit must not carry the facilitator's key to the hall's computer. */
export async function fetchScreenLink(who: Credentials): Promise<string> {
  return (await ask<{ links: { screen: string } }>(who, 'links')).links.screen
}

/** All notes with their themes, and guesses for them. */
export function fetchSorting(who: Credentials): Promise<Sorting> {
  return ask(who, 'sorting')
}

export interface DraftPart {
  /** Names the text that stands under the heading. */
  part: string
  title: string
  shows: { show: string; zones: string[] }[]
}

export interface ReportDraft {
  version: number
  sections: (DraftPart & { subs: DraftPart[]; isShared: boolean })[]
  themes: { themeId: string; name: string; notes: number }[]
  /** Notes that ask something, answered or not. */
  questions: NoteView[]
  /** Notes that organisers say more about; all where they may speak for or against a conclusion. */
  notes: NoteView[]
  groups: { groupId: string; name: string; members: number }[]
  report: WrittenReport
}

export interface TextVersion {
  at: number
  name: string
  text: string
}

/** The report while it is written. */
export function fetchReportDraft(who: Credentials): Promise<ReportDraft> {
  return ask(who, 'report')
}

/** What one of its texts was before, newest first. */
export async function fetchTextVersions(who: Credentials, part: string): Promise<TextVersion[]> {
  const path = `report/texts/${encodeURIComponent(part)}`
  return (await ask<{ versions: TextVersion[] }>(who, path)).versions
}

export interface Moment {
  /** When the phase ended; names the moment. */
  at: number
  startedAt: number
  phaseId: string
}

export interface NoteThen {
  id: string
  text: string
  pos: readonly [number, number]
  z: string
  color: NoteView['color']
  at: number
  deleted: boolean
  hidden: boolean
}

/** The ends of phases, of which it is kept how this board stood; oldest first. */
export async function fetchMoments(who: Credentials, boardId: string): Promise<Moment[]> {
  return (await ask<{ moments: Moment[] }>(who, `history/${encodeURIComponent(boardId)}`)).moments
}

export async function fetchBoardThen(who: Credentials, boardId: string, at: number): Promise<NoteThen[]> {
  const { notes } = await ask<{ notes: NoteThen[] }>(who, `history/${encodeURIComponent(boardId)}/${at}`)
  return notes.filter(({ deleted, hidden }) => !deleted && !hidden)
}

/** Who would move where if seats were planned now. */
export function fetchSeatPlan(who: Credentials): Promise<SeatPlan> {
  return ask(who, 'seatPlan')
}

/** Who did what when, newest first. */
export async function fetchLog(who: Credentials): Promise<DoneThing[]> {
  return (await ask<{ done: DoneThing[] }>(who, 'log')).done
}

/** How fast each table wrote lately, for a page that was just opened. */
export async function fetchPace(who: Credentials): Promise<TablePace[]> {
  return (await ask<{ tables: TablePace[] }>(who, 'pace')).tables
}
