/** The words of the floor plan and of meetings online, a language at a time: for the organiser's pages and the cockpit. */
import type { Say } from '@bordet/text'
import type sv from '@bordet/text/floor/sv'
import type { Loaders } from '../shared/useWords.ts'
import type { Fixture } from './draftPlan.ts'

export type FloorWords = typeof sv
export type SayFloor = Say<FloorWords>

export const floorWords: Loaders<FloorWords> = {
  sv: () => import('@bordet/text/floor/sv'),
  da: () => import('@bordet/text/floor/da'),
  nb: () => import('@bordet/text/floor/nb'),
  en: () => import('@bordet/text/floor/en'),
}

export const fixtureWords = {
  stage: 'stage',
  door: 'door',
  coffee: 'coffee',
  window: 'window',
} as const satisfies Record<Fixture, keyof FloorWords>
