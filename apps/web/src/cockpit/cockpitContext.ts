/** What every part of the cockpit may read: the view, the words, the clock and the way to ask for something. */
import type { Credentials, Link, ServerClock } from '@bordet/client'
import type { Language } from '@bordet/text'
import type { CommandType, CrewDoing, CrewView, View } from '@bordet/workshop'
import { createContext, useContext } from 'react'
import type { SayRefusal } from '../shared/useRefusals.ts'
import type { PaceByTable } from './notePace.ts'
import type { Commands } from './useCommands.ts'
import type { Pictures } from './pictures/usePictures.ts'
import type { Flagged } from './useFlagged.ts'
import type { SayCockpit } from './words.ts'

export interface Cockpit {
  who: Credentials
  view: View
  link: Link
  clock: ServerClock
  say: SayCockpit
  refusal: SayRefusal
  language: Language
  commands: Commands
  paces: PaceByTable
  /** What this page's owner calls themselves; empty until they say. */
  crewName: string
  setCrewName(name: string): void
  /** Others who run this evening. */
  colleagues: readonly CrewView[]
  /** Tells colleagues which table is being looked at; null for none. */
  lookAt(table: number | null): void
  /** Tells colleagues what this page does besides running the evening; null for nothing else. */
  doNow(doing: CrewDoing | null): void
  flagged: Flagged
  /** Of boards as they were when parts of the meeting ended. */
  pictures: Pictures
  /** Whether the command would be taken just now; false for everything while the page is offline. */
  may(type: CommandType): boolean
  /** Whether the role has it at all: such buttons stay where they are, greyed, when the moment is wrong. */
  isLead: boolean
}

export const CockpitContext = createContext<Cockpit | null>(null)

export function useCockpit(): Cockpit {
  const cockpit = useContext(CockpitContext)
  if (!cockpit) throw new Error('A part of the cockpit stands outside it.')
  return cockpit
}
