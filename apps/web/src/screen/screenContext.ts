/** What every part of the big screen may read, and what those for its operator may do. */
import type { ServerClock } from '@bordet/client'
import type { Language } from '@bordet/text'
import type { View } from '@bordet/workshop'
import { createContext, useContext } from 'react'
import type { Tones } from './useTones.ts'
import type { Awake } from './useWakeLock.ts'
import type { SayScreen } from './words.ts'

export interface Shown {
  view: View
  clock: ServerClock
  say: SayScreen
  language: Language
}

export const ScreenContext = createContext<Shown | null>(null)

export function useShown(): Shown {
  const shown = useContext(ScreenContext)
  if (!shown) throw new Error('A part of the big screen stands outside it.')
  return shown
}

export interface Operating {
  /** Sound and full screen, in one click. */
  start(): void
  toggleFull(): void
  tones: Tones
  awake: Awake
}

export const OperatingContext = createContext<Operating | null>(null)

export function useOperating(): Operating {
  const operating = useContext(OperatingContext)
  if (!operating) throw new Error('A part of the big screen stands outside it.')
  return operating
}
