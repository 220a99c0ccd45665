/** The words of the harvest's desk, a language at a time. */
import type { Say } from '@bordet/text'
import type { reportCells, ReportList } from '@bordet/workshop'
import type sv from '@bordet/text/desk/sv'
import { useWords, type Loaders } from '../../shared/useWords.ts'
import { useCockpit } from '../cockpitContext.ts'

type DeskWords = typeof sv
export type DeskKey = keyof DeskWords & string
export type SayDesk = Say<DeskWords>

const deskWords: Loaders<DeskWords> = {
  sv: () => import('@bordet/text/desk/sv'),
  da: () => import('@bordet/text/desk/da'),
  nb: () => import('@bordet/text/desk/nb'),
  en: () => import('@bordet/text/desk/en'),
}

/** Null until they have come. */
export function useDeskWords(): SayDesk | null {
  return useWords(deskWords, useCockpit().language)
}

type Cell = (typeof reportCells)[keyof typeof reportCells][number]

const cellWords = {
  what: 'what',
  who: 'responsible',
  when: 'when',
  money: 'money',
  status: 'status',
  said: 'said',
  doing: 'doing',
  notDoing: 'notDoing',
  why: 'why',
  contact: 'contact',
  meeting: 'meeting',
  action: 'what',
  goal: 'goal',
  responsible: 'responsible',
  with: 'with',
  start: 'start',
  done: 'doneBy',
  hours: 'hours',
  paidBy: 'paidBy',
  firstStep: 'firstStep',
  followUp: 'followUp',
  lesson: 'lesson',
  chosen: 'chosen',
  cost: 'cost',
  claim: 'claim',
  sure: 'sure',
  about: 'about',
  group: 'group',
  heard: 'heard',
  known: 'known',
  body: 'body',
  stage: 'stage',
  commentsUntil: 'commentsUntil',
  approvedOn: 'approvedOn',
  approvedBy: 'approvedBy',
  where: 'where',
  how: 'how',
} as const satisfies Record<Cell, DeskKey>

/** What a cell of the report's tables is called: as the report itself has it. */
export function cellWord(list: ReportList, cell: Cell): (typeof cellWords)[Cell] | 'asked' {
  return list === 'asks' && cell === 'what' ? 'asked' : cellWords[cell]
}
