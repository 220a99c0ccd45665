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

/** What a part of the report was after somebody's edit. */
export interface ReportVersion {
  at: number
  /** May be empty. */
  name: string
  role: string
  /** By the names of the cells; null: taken away. A text is a cell called `text`. */
  cells: Record<string, string> | null
}

export interface RemovedRow {
  rowId: string
  at: number
  name: string
  role: string
  cells: Record<string, string>
}

/** The report while it is written. */
export function fetchReportDraft(who: Credentials): Promise<ReportDraft> {
  return ask(who, 'report')
}

/** What a part of it was, newest first. `what`: `texts/<part>`, `answers/<note>` or `rows/<list>/<row>`. */
export async function fetchReportVersions(who: Credentials, what: string): Promise<ReportVersion[]> {
  return (await ask<{ versions: ReportVersion[] }>(who, `report/${what}`)).versions
}

/** Rows of one of its tables that are there no more, the last one taken away first. */
export async function fetchRemovedRows(who: Credentials, list: string): Promise<RemovedRow[]> {
  return (await ask<{ removed: RemovedRow[] }>(who, `report/rows/${list}`)).removed
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
  photoId?: string
}

/** The ends of phases, of which it is kept how this board stood; oldest first. */
export async function fetchMoments(who: Credentials, boardId: string): Promise<Moment[]> {
  return (await ask<{ moments: Moment[] }>(who, `history/${encodeURIComponent(boardId)}`)).moments
}

/** A board of which there is, or is to be, a picture. */
export interface PicturePlace {
  boardId: string
  /** 0 is the hall. */
  table: number
  phaseId: string
  startedAt: number
  at: number
}

/** A frame as the board's document has it, in board units. */
export interface ZoneThen {
  id: string
  title: string
  kind: string
  color: NoteView['color']
  icon: string
  x: number
  y: number
  w: number
  h: number
  order: number
  parts?: string[]
}

/** All that a picture is drawn from; its `seal` says later that the picture is still true. */
export interface WholeBoardThen {
  notes: (NoteThen & Pick<NoteView, 'zone' | 'phase' | 'via'> & { group?: string; part?: string })[]
  zones: ZoneThen[]
  /** Ids of those that the phase had open. */
  openZones: string[]
  drawings: Record<string, unknown>
  seal: string
}

export async function fetchPictures(who: Credentials): Promise<(PicturePlace & { isThere: boolean })[]> {
  return (await ask<{ pictures: (PicturePlace & { isThere: boolean })[] }>(who, 'pictures')).pictures
}

/** Takes the next board to draw. Null while there is none, or others draw the last ones. */
export function takeNextPicture({
  workshopId,
  key,
}: Credentials): Promise<{ next: PicturePlace | null; missing: number; all: number }> {
  return request(`/api/workshops/${workshopId}/pictures/next`, { key, body: {} })
}

export function fetchWholeBoardThen(
  who: Credentials,
  { boardId, at }: Pick<PicturePlace, 'boardId' | 'at'>,
): Promise<WholeBoardThen> {
  return ask(who, `history/${encodeURIComponent(boardId)}/${at}`)
}

/** Throws `ApiError` with `pictureOutdated` when it is to be drawn again. */
export async function handInPicture(
  { workshopId, key }: Credentials,
  { boardId, at }: PicturePlace,
  { seal, svg, png }: { seal: string; svg: Blob; png: Blob },
): Promise<void> {
  const body = new FormData()
  body.set('seal', seal)
  body.set('svg', svg, 'board.svg')
  body.set('png', png, 'board.png')
  const path = `history/${encodeURIComponent(boardId)}/${at}/picture`
  await request(`/api/workshops/${workshopId}/${path}`, { key, method: 'PUT', body, timeoutMs: 60_000 })
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
