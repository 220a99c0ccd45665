/** What only those who run the evening ask for. */
import type { NoteView, Risk } from '@bordet/workshop'
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
