/** For tests: boards on a server of its own, on a free port, and stock y-websocket clients for them. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { newBoard } from '@bordet/board'
import { closeCodes, createRooms, type Rooms } from '@bordet/sync'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { openSqlite } from '../../storage/sqlite.ts'
import { attachSyncRoute, type SyncRouteOptions } from '../syncRoute.ts'
import { systemClock } from '../systemClock.ts'

export interface SyncServer extends AsyncDisposable {
  port: number
  rooms: Rooms
  stop(): Promise<void>
}

/**
 * One board, `b1`. Every key opens it but `wrong` (4401), `closed` (4409) and `reader`, which may not write. Start
 * again with the same `dataFile` and `port` for a restart.
 */
export async function openSyncServer(
  dataFile: string,
  options: Partial<SyncRouteOptions> & { port?: number } = {},
): Promise<SyncServer> {
  const storage = openSqlite(dataFile)
  if ((await storage.workshopIdByBoard('b1')) === null) {
    await storage.commit({
      workshop: { id: 'w1', joinCode: '123456', createdAt: 0, version: 0, state: {} },
      boards: [{ boardId: 'b1', workshopId: 'w1', state: Y.encodeStateAsUpdate(newBoard([])) }],
    })
  }
  const rooms = createRooms({ storage, clock: systemClock })
  const server = createServer()
  const route = attachSyncRoute({
    server,
    rooms,
    mayUseOrigin: (origin) => origin !== 'http://elsewhere.example',
    async authorise(key) {
      if (key === null || key === 'wrong') return closeCodes.notAuthorised
      if (key === 'closed') return closeCodes.boardClosed
      return { mayRead: true, mayWrite: () => key !== 'reader', by: key }
    },
    ...options,
  })
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve))
  async function stop(): Promise<void> {
    await rooms.close()
    await route.close()
    await new Promise((resolve) => server.close(resolve))
    await storage.close()
  }
  return { port: portOf(server.address()), rooms, stop, [Symbol.asyncDispose]: stop }
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('Not listening on a port')
  return address.port
}

export interface StockPage extends Disposable {
  doc: Y.Doc
  provider: WebsocketProvider
}

/** As the documentation of y-websocket has it; only the key and `saved` are ours. */
export function openStockPage(port: number, key: string, doc = new Y.Doc()): StockPage {
  const polyfill: unknown = WebSocket
  const provider = new WebsocketProvider(`ws://127.0.0.1:${port}/sync`, 'b1', doc, {
    protocols: ['bordet', `bearer.${key}`],
    params: { saved: '1' },
    disableBc: true,
    maxBackoffTime: 100,
    ...(isWebSocket(polyfill) && { WebSocketPolyfill: polyfill }),
  })
  return {
    doc,
    provider,
    [Symbol.dispose]() {
      provider.destroy()
      doc.destroy()
    },
  }
}

function isWebSocket(polyfill: unknown): polyfill is typeof globalThis.WebSocket {
  return typeof polyfill === 'function'
}

/** Resolves when the condition holds; asks whenever the document or the connection changed. */
export function until({ doc, provider }: StockPage, condition: () => boolean): Promise<void> {
  if (condition()) return Promise.resolve()
  return new Promise((resolve) => {
    function check(): void {
      if (!condition()) return
      doc.off('update', check)
      provider.off('sync', check)
      provider.off('status', check)
      provider.off('closed', check)
      provider.awareness.off('change', check)
      resolve()
    }
    doc.on('update', check)
    provider.on('sync', check)
    provider.on('status', check)
    provider.on('closed', check)
    provider.awareness.on('change', check)
  })
}
