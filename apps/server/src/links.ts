/** A workshop's capability links and the same as bearer keys. The key stands in the fragment, which no log ever sees. */
import type { WorkshopState } from '@bordet/workshop'
import { z } from 'zod'
import type { KeyRing } from './keyRing.ts'

export const linksSchema = z.object({
  facilitator: z.string(),
  screen: z.string(),
  helper: z.string(),
  tables: z.array(z.object({ number: z.number().int(), link: z.string() })),
  join: z.string().describe('For participants; carries no key.'),
})
export const keysSchema = z.object({
  facilitator: z.string(),
  screen: z.string(),
  helper: z.string(),
  tables: z.array(z.object({ number: z.number().int(), key: z.string() })),
})
export const boardsSchema = z.object({ hall: z.string(), tables: z.array(z.string()) })
export const waysInSchema = z.object({ links: linksSchema, keys: keysSchema, boards: boardsSchema })

/** Where whoever got the harvest sent reads it. */
export function readUrlOf(
  publicUrl: string,
  keyRing: KeyRing,
  { id, joinCode }: Pick<WorkshopState, 'id' | 'joinCode'>,
): string {
  return `${publicUrl}/r/${joinCode}/${keyRing.reader(id)}`
}

/** Where one person takes their address away. */
export function unsubscribeUrlOf(
  publicUrl: string,
  keyRing: KeyRing,
  workshopId: string,
  contactId: string,
): string {
  return `${publicUrl}/u/${keyRing.unsubscribe(workshopId, contactId)}`
}

export function waysIn(
  state: Pick<WorkshopState, 'id' | 'joinCode' | 'tables' | 'hallBoardId'>,
  keyRing: KeyRing,
  publicUrl: string,
): z.infer<typeof waysInSchema> {
  const { id } = state
  const keyed = (page: string, key: string) => `${publicUrl}/${page}#${key}`
  const numbers = state.tables.map(({ number }) => number)
  const { facilitator, screen, helper, tables } = keyRing.crew(id, Math.max(0, ...numbers))
  const tableKeys = numbers.map((number) => ({ number, key: tables[number - 1] ?? '' }))
  return {
    links: {
      facilitator: keyed(`facilitate/${id}`, facilitator),
      screen: keyed(`screen/${id}`, screen),
      helper: keyed(`help/${id}`, helper),
      tables: tableKeys.map(({ number, key }) => ({ number, link: keyed(`table/${id}/${number}`, key) })),
      join: `${publicUrl}/j/${state.joinCode}`,
    },
    keys: { facilitator, screen, helper, tables: tableKeys },
    boards: { hall: state.hallBoardId, tables: state.tables.map(({ boardId }) => boardId) },
  }
}
