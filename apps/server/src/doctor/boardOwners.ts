/** Which workshop a board belongs to by what the workshops say, for when the board's own row is lost. */
import { z } from 'zod'
import type { Row } from './damagedFile.ts'

/** Of a state of whatever age, and however little of it is right. */
const boardsOfStateSchema = z.object({
  hallBoardId: z.string().nullable().catch(null),
  tables: z.array(z.object({ boardId: z.string() })).catch([]),
  spareBoards: z.array(z.object({ boardId: z.string() })).catch([]),
})
/** Newer than the state it may be. */
const boardsOfCommandSchema = z.object({ type: z.literal('setTables'), boardIds: z.array(z.string()) })

/** Workshops by board. */
export function findBoardOwners(workshops: readonly Row[], commands: readonly Row[]): Map<string, string> {
  const owners = new Map<string, string>()
  for (const workshop of workshops) {
    const boardIds = [workshop['first_state'], workshop['state']].flatMap(boardsOfState)
    for (const boardId of boardIds) owners.set(boardId, String(workshop['id']))
  }
  const known = new Set(workshops.map((workshop) => String(workshop['id'])))
  for (const command of commands) {
    const workshopId = String(command['workshop_id'])
    if (!known.has(workshopId)) continue
    const { data } = boardsOfCommandSchema.safeParse(parse(command['command']))
    for (const boardId of data?.boardIds ?? []) owners.set(boardId, workshopId)
  }
  return owners
}

function boardsOfState(json: unknown): string[] {
  const { data } = boardsOfStateSchema.safeParse(parse(json))
  if (!data) return []
  const others = [...data.tables, ...data.spareBoards].map(({ boardId }) => boardId)
  return data.hallBoardId === null ? others : [data.hallBoardId, ...others]
}

function parse(json: unknown): unknown {
  try {
    return typeof json === 'string' ? JSON.parse(json) : null
  } catch {
    return null
  }
}
