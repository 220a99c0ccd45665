/**
 * The boards' server alone, as it ships: SQLite file, durable commits, gate, rooms, websockets. Only the door is
 * open: every key is let in as somebody of its own, to read and write; those that begin with "reader" only read. For
 * fuzzing and measuring; started as a process of its own with DATA_DIR, PORT and BOARDS (how many: `room-0`,
 * `room-1`, …), BOARD_FILE (a Yjs update: what those boards are), EMPTY_BOARDS (how many come after them that have
 * but a zone) and IDLE_MS when rooms should be unloaded sooner.
 */
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { newBoard } from '../../packages/board/src/index.ts'
import { createRooms } from '../../packages/sync/src/index.ts'
import { giveMemoryBack } from '../../apps/server/src/giveMemoryBack.ts'
import { openSqlite } from '../../apps/server/src/storage/sqlite.ts'
import { createBoardEncoder } from '../../apps/server/src/sync/boardEncoder.ts'
import { attachSyncRoute } from '../../apps/server/src/sync/syncRoute.ts'
import { systemClock } from '../../apps/server/src/sync/systemClock.ts'
import * as Y from 'yjs'

const { DATA_DIR = '.', PORT = '0', BOARDS = '1', EMPTY_BOARDS = '0', IDLE_MS, BOARD_FILE } = process.env
const zone = { id: 'works', title: 'Det här fungerar', kind: 'notes', color: 'sky', icon: 'full' } as const

process.on('SIGTERM', () => process.exit(0))
// Whoever started it is gone.
process.on('disconnect', () => process.exit(0))
process.on('SIGUSR2', () => collectGarbage())

const storage = openSqlite(join(DATA_DIR, 'bordet.sqlite'))
if ((await storage.workshopIdByBoard('room-0')) === null) {
  const empty = Y.encodeStateAsUpdate(newBoard([zone]))
  const state = BOARD_FILE && existsSync(BOARD_FILE) ? new Uint8Array(readFileSync(BOARD_FILE)) : empty
  const full = Number(BOARDS)
  await storage.commit({
    workshop: { id: 'w1', joinCode: '123456', createdAt: 0, version: 0, state: {} },
    boards: Array.from({ length: full + Number(EMPTY_BOARDS) }, (_, i) => ({
      boardId: `room-${i}`,
      workshopId: 'w1',
      state: i < full ? state : empty,
    })),
  })
}
const rooms = createRooms({
  storage,
  clock: systemClock,
  encodeBoard: createBoardEncoder({ idleMs: 5000 }).encode,
  ...(IDLE_MS !== undefined && { idleMs: Number(IDLE_MS) }),
})
giveMemoryBack(() => rooms.count())
const server = createServer((_request, response) => response.end('ok'))
let strangers = 0
attachSyncRoute({
  server,
  rooms,
  mayUseOrigin: () => true,
  authorise: async (key) => ({
    mayRead: true,
    mayWrite: () => key?.startsWith('reader') !== true,
    by: key ?? `stranger ${(strangers += 1)}`,
  }),
})
server.listen(Number(PORT), '127.0.0.1', () => {
  const address = server.address()
  if (address !== null && typeof address === 'object') process.send?.({ port: address.port })
})

/** The longest that the loop was held up by its own work: unlike a clock, processor time knows no neighbours. */
let longestTurnMs = 0
let { user, system } = process.threadCpuUsage()
setInterval(() => {
  const now = process.threadCpuUsage()
  longestTurnMs = Math.max(longestTurnMs, (now.user + now.system - user - system) / 1000)
  ;({ user, system } = now)
}, 5).unref()

process.on('message', (question) => {
  if (question === 'turn') {
    process.send?.({ longestTurnMs })
    longestTurnMs = 0
    return
  }
  collectGarbage()
  ;({ user, system } = process.threadCpuUsage())
  const { rss, heapUsed, external } = process.memoryUsage()
  process.send?.({ rss, held: heapUsed + external, rooms: rooms.count() })
})

function collectGarbage(): void {
  const { gc } = globalThis
  gc?.()
  gc?.()
}
