/** Takes a seat. Until the server has answered, a try again, also after closing the tab, is the same person. */
import { ApiError, joinWorkshop, newOpId, type Joined } from '@bordet/client'
import { forget, keep, recall } from '../kept.ts'

export interface Wish {
  code: string
  name: string
  table: number | null
}

interface Pending extends Wish {
  opId: string
}

export type JoinTrouble = 'wrong' | 'notOpen' | 'over' | 'full' | 'tooMany' | 'offline' | 'other'

export type JoinResult = { joined: Joined } | { trouble: JoinTrouble }

export async function join(wish: Wish): Promise<JoinResult> {
  const pending = pendingFor(wish)
  try {
    const { code, name, table, opId } = pending
    const joined = await joinWorkshop({
      code,
      opId,
      ...(name === '' ? {} : { name }),
      ...(table === null ? {} : { table }),
    })
    forget('joining')
    return { joined }
  } catch (error) {
    const found = troubleOf(error)
    // A definite no ends this person's try; only silence leaves open whether there is a person already.
    if (found.trouble !== 'offline' && found.trouble !== 'tooMany') forget('joining')
    return found
  }
}

export function troubleOf(error: unknown): { trouble: JoinTrouble } {
  if (!(error instanceof ApiError)) return { trouble: 'offline' }
  switch (error.code) {
    case 'codeUnknown':
    case 'invalid':
      return { trouble: 'wrong' }
    case 'workshopNotOpen':
      return { trouble: 'notOpen' }
    case 'workshopClosed':
      return { trouble: 'over' }
    case 'hallFull':
      return { trouble: 'full' }
    case 'tooMany':
    case 'tooManyTries':
      return { trouble: 'tooMany' }
    default:
      return { trouble: 'other' }
  }
}

function pendingFor(wish: Wish): Pending {
  const kept = recall<Pending | null>('joining', null)
  if (kept && kept.code === wish.code && kept.name === wish.name) return kept
  const pending = { ...wish, opId: newOpId() }
  keep('joining', pending)
  return pending
}
