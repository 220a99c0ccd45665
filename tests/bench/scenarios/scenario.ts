/** What a scenario is: cases that are measured server by server, and bars that are read from their medians. */
import type { BoardStore } from '../drive/boardStore.ts'
import type { Column } from '../report/table.ts'
import type { Bar, Medians } from '../report/medians.ts'
import type { ServerName } from '../servers/benchServers.ts'
import type { Grounds } from '../servers/grounds.ts'

export interface Scenario {
  name: string
  title: string
  /** A paragraph: what is done, and what the figures mean. */
  how: string
  cases: readonly Case[]
  columns: readonly Column[]
  /** The figure whose ratios to the relay and to the best peer are shown, and which peers count. */
  lead?: { figure: string; peers: readonly ServerName[] }
  bars: (medians: Medians) => Bar[]
}

export interface Case {
  name: string
  servers: readonly ServerName[]
  /** How often it is measured when the rounds are so many. */
  repeats: (rounds: number, server: ServerName) => number
  measure: (task: Task) => Promise<Figures>
}

export interface Task {
  server: ServerName
  grounds: Grounds
  boards: BoardStore
  /** A smoke: the shortest windows that still say whether it works. */
  isQuick: boolean
}

/** Null where there is nothing to say. */
export type Figures = Readonly<Record<string, number | null>>

/** A case behind a bar is measured in every round … */
export const everyRound = (rounds: number): number => rounds
/** … and one that only shows how it goes on, once. */
export const onlyOnce = (): number => 1
