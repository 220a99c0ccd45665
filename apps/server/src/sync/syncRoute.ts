/** The boards' websocket, `/sync/<boardId>`: upgrade, key, heartbeat. What is said on it is the rooms' business. */
import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import {
  BoardDamaged,
  BoardUnknown,
  closeCodes,
  type BoardAccess,
  type CloseCode,
  type Member,
  type RoomLog,
  type Rooms,
} from '@bordet/sync'
import { WebSocketServer, type WebSocket } from 'ws'
import { bearerKey } from '../http/bearerKey.ts'
import { refuseRaw } from '../http/refuseRaw.ts'
import { createLatestLines, type LatestLines } from '../latestLines.ts'
import { createBoardSocket } from './boardSocket.ts'

export interface SyncRouteOptions {
  /** Upgrades to other paths are left to other listeners. */
  server: Server
  rooms: Rooms
  /** False refuses the upgrade with 403. Programs send no Origin. */
  mayUseOrigin: (origin: string | undefined, host: string | undefined) => boolean
  /** `key` is null when the client brought none. A close code when it opens nothing: 4401, 4409. */
  authorise: (key: string | null, boardId: string) => Promise<BoardAccess | CloseCode>
  /** How often connections are pinged; one that did not answer until the next time is dropped. */
  heartbeatMs?: number
  log?: RoomLog
}

export interface SyncRoute {
  /** Connections that are open. */
  count(): number
  /**
   * Takes no more upgrades and closes what is open; drops who does not answer that within a second. Close the rooms
   * first, so that nothing unsaved is cut.
   */
  close(): Promise<void>
}

/** Windows with one board and one key; a crew's link is often open on several devices. */
const mostPerKey = 16

const path = /^\/sync\/([\w-]{1,128})$/

export function attachSyncRoute(options: SyncRouteOptions): SyncRoute {
  const { server, mayUseOrigin, heartbeatMs = 25_000 } = options
  const websockets = new WebSocketServer({
    noServer: true,
    // Also what is one message for the gate; a larger frame is refused before it is read.
    maxPayload: 1024 * 1024,
    perMessageDeflate: false,
    handleProtocols: (offered) => (offered.has('bordet') ? 'bordet' : false),
  })
  const silent = new WeakSet<WebSocket>()
  const lines = createLatestLines()
  const heartbeat = setInterval(() => beat(websockets.clients, silent), heartbeatMs)
  heartbeat.unref()

  function upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void {
    const [pathname = '', query = ''] = (request.url ?? '').split('?', 2)
    if (!pathname.startsWith('/sync/')) return
    stream.on('error', () => stream.destroy())
    const boardId = path.exec(pathname)?.[1]
    if (boardId === undefined) return refuseRaw(stream, 'notFound')
    if (!mayUseOrigin(request.headers.origin, request.headers.host))
      return refuseRaw(stream, 'originNotAllowed')
    const wantsSaved = new URLSearchParams(query).get('saved') === '1'
    websockets.handleUpgrade(request, stream, head, (websocket) => {
      // Nothing is read before there is somebody to read it.
      websocket.pause()
      websocket.on('error', () => websocket.terminate())
      websocket.on('pong', () => silent.delete(websocket))
      admit(
        websocket,
        stream,
        { boardId, key: bearerKey(request.headers), wantsSaved, lines },
        options,
      ).catch(() => {
        websocket.resume()
        websocket.close(closeCodes.notSaved, 'not loaded')
      })
    })
  }

  server.on('upgrade', upgrade)
  return {
    count: () => websockets.clients.size,
    async close() {
      server.off('upgrade', upgrade)
      clearInterval(heartbeat)
      await Promise.all([...websockets.clients].map(closeSoon))
    },
  }
}

interface Visit {
  boardId: string
  key: string | null
  wantsSaved: boolean
  lines: LatestLines
}

/** Refuses on the open websocket: a browser learns nothing about an upgrade that was refused. */
async function admit(
  websocket: WebSocket,
  stream: Duplex,
  visit: Visit,
  options: SyncRouteOptions,
): Promise<void> {
  const { boardId, key, wantsSaved, lines } = visit
  function close(code: CloseCode, reason: string): void {
    websocket.resume()
    websocket.close(code, reason)
    options.log?.('boardRefused', { boardId, code })
  }
  const authorise = async (): Promise<BoardAccess | CloseCode> => {
    const access = await options.authorise(key, boardId)
    return typeof access === 'number' || access.mayRead ? access : closeCodes.notAuthorised
  }
  const atTheDoor = await authorise()
  if (typeof atTheDoor === 'number') return close(atTheDoor, 'not authorised')
  let member: Member
  let forget: () => void
  try {
    const room = await options.rooms.open(boardId)
    // Asked again: what was said before the board was loaded can be over, and nobody would send this member away.
    const access = await authorise()
    if (typeof access === 'number') return close(access, 'not authorised')
    if (websocket.readyState !== websocket.OPEN) return
    member = room.join(createBoardSocket(websocket, stream), { ...access, wantsSaved })
    forget = lines.add(`${boardId}/${access.by}`, mostPerKey, () => close(closeCodes.tooFast, 'too many'))
  } catch (error) {
    if (error instanceof BoardDamaged) return close(closeCodes.damaged, 'damaged')
    if (error instanceof BoardUnknown) return close(closeCodes.notAuthorised, 'not authorised')
    throw error
  }
  websocket.on('close', () => {
    forget()
    member.leave()
  })
  websocket.on('message', (data, isBinary) => {
    if (isBinary && data instanceof Buffer) member.receive(data)
    else websocket.close(closeCodes.badMessage, 'text')
  })
  websocket.resume()
}

/** Drops what did not answer the last ping: a phone that left the house is not told by its network. */
function beat(websockets: Iterable<WebSocket>, silent: WeakSet<WebSocket>): void {
  for (const websocket of websockets) {
    if (silent.has(websocket)) {
      websocket.terminate()
      continue
    }
    silent.add(websocket)
    websocket.ping()
  }
}

function closeSoon(websocket: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => websocket.terminate(), 1000)
    websocket.on('close', () => {
      clearTimeout(timer)
      resolve()
    })
    websocket.close(closeCodes.goingAway)
  })
}
