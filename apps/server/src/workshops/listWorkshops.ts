/**
 * What there is to say about every workshop without opening any: old ones are read from their stored state and boards,
 * once, and one that cannot be read is told apart instead of costing the rest.
 */
import { setImmediate } from 'node:timers/promises'
import type { WorkshopState } from '@bordet/workshop'
import { replay } from '@bordet/workshop/engine'
import { stateSchema } from '@bordet/workshop/schemas'
import { z } from 'zod'
import type { Storage } from '../storage/storage.ts'
import { countNotes } from './countNotes.ts'
import type { Desks } from './desks.ts'

/** What lists show of a state. */
export type Outline = Pick<
  WorkshopState,
  'id' | 'title' | 'place' | 'language' | 'status' | 'startsAt' | 'joinCode' | 'tables' | 'hallBoardId'
> & {
  people: number
  /** Standing notes; null before the meeting while nobody has it open, and where a board cannot be read. */
  notes: number | null
}

export interface WorkshopList {
  workshops: Outline[]
  unavailable: { id: string; title: string; place: string }[]
}

const nameSchema = z.object({ title: z.string(), place: z.string() })

export function createWorkshopList(parts: {
  storage: Storage
  desks: Desks
  log(event: string, facts: object): void
}): () => Promise<WorkshopList> {
  const { storage, desks, log } = parts
  const asleep = new Map<string, { version: number; outline: Outline }>()

  const readOutline = async (id: string, version: number): Promise<Outline> => {
    const known = asleep.get(id)
    if (known?.version === version) return known.outline
    // A turn of the event loop between two: a list is in no hurry, a note is.
    await setImmediate()
    const stored = await storage.loadWorkshop(id)
    if (!stored) throw new Error('the workshop is gone')
    const state = replay(stateSchema.parse(stored.state), stored.commands)
    const boardIds = [state.hallBoardId, ...state.tables.map(({ boardId }) => boardId)]
    const outline = outlineOf(state, state.status === 'planned' ? null : await countNotes(storage, boardIds))
    asleep.set(id, { version, outline })
    return outline
  }

  const nameOf = async (id: string) => {
    const first = await storage.loadWorkshopFromFirst(id).catch(() => null)
    return { id, ...(nameSchema.safeParse(first?.state).data ?? { title: id, place: '' }) }
  }

  return async () => {
    const list: WorkshopList = { workshops: [], unavailable: [] }
    for (const { id, version } of await storage.listWorkshops()) {
      const desk = desks.loaded().find(({ workshopId }) => workshopId === id)
      // Tables write on their boards without a new version: what was counted before may have changed.
      if (desk) asleep.delete(id)
      try {
        list.workshops.push(desk ? outlineOf(desk.state, desk.noteCount()) : await readOutline(id, version))
      } catch (error) {
        log('a workshop cannot be read', { err: error, workshopId: id })
        list.unavailable.push(await nameOf(id))
      }
    }
    return list
  }
}

function outlineOf(state: WorkshopState, notes: number | null): Outline {
  const { id, title, place, language, status, startsAt, joinCode, tables, hallBoardId } = state
  const people = Object.values(state.people).filter(({ leftAt }) => leftAt === null).length
  return { id, title, place, language, status, startsAt, joinCode, tables, hallBoardId, people, notes }
}
