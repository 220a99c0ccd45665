/** What a key opens on the boards' websocket, asked anew for each update because boards open and close with the phases. */
import { closeCodes, type BoardAccess, type CloseCode } from '@bordet/sync'
import type { Role } from '@bordet/workshop'
import type { Access } from './access.ts'
import type { Storage } from '../storage/storage.ts'

/** Who may hide a note: as the engine has it for the command. */
const leading: ReadonlySet<Role> = new Set<Role>(['facilitator', 'organiser'])

export function createBoardAuthoriser(parts: { storage: Storage; access: Access }) {
  return async (key: string | null, boardId: string): Promise<BoardAccess | CloseCode> => {
    const workshopId = await parts.storage.workshopIdByBoard(boardId)
    const member = workshopId === null ? null : await parts.access.findMember(key, workshopId)
    if (member === null || member === 'unknown') return closeCodes.notAuthorised
    const { actor, desk, keyHash } = member
    desk.reads(actor, keyHash, boardId)
    return {
      mayRead: desk.mayRead(actor, boardId),
      mayWrite: () => desk.mayWrite(actor, boardId),
      mayHide: leading.has(actor.role),
      by: keyHash,
    }
  }
}
