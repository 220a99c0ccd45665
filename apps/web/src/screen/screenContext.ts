/** What every part of the big screen may read. */
import type { ServerClock } from '@bordet/client'
import type { Language } from '@bordet/text'
import type { View } from '@bordet/workshop'
import { createContext, useContext } from 'react'
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
