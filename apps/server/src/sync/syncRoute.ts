/** The boards' websocket: `/sync/<boardId>`. */
import type { Server } from 'node:http'
import type { BoardAccess, CloseCode, RoomLog, Rooms } from '@bordet/sync'

export interface SyncRouteOptions {
  /** Upgrades to other paths are left to other listeners. */
  server: Server
  rooms: Rooms
  /** False refuses the upgrade with 403. Programs send no Origin. */
  mayUseOrigin: (origin: string | undefined, host: string | undefined) => boolean
  /** `key` is null when the client brought none. A close code when it opens nothing: 4401, 4409. */
  authorise: (key: string | null, boardId: string) => Promise<BoardAccess | CloseCode>
  /** Connections that do not answer a ping for this long are dropped. */
  heartbeatMs?: number
  log?: RoomLog
}

export interface SyncRoute {
  /** Connections that are open. */
  count(): number
  /** Takes no more upgrades and drops what is open. Close the rooms first, so that nothing unsaved is cut. */
  close(): void
}

export function attachSyncRoute(_options: SyncRouteOptions): SyncRoute {
  throw new Error('Being built')
}
