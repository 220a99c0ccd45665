/** Starts tests/hall/syncServer.ts as a process of its own and asks it what it holds. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

export interface SyncServerProcess extends AsyncDisposable {
  port: number
  pid: number
  /** Null while it runs. */
  exitCode(): number | null
  /** After a full collection, in bytes; `held`: heap and buffers. */
  memory(): Promise<{ rss: number; held: number; rooms: number }>
  /** The longest that its loop was held up by its own work since this was last asked, in milliseconds of its thread. */
  takeLongestTurn(): Promise<number>
}

export async function startSyncServer(options: {
  dataDir: string
  boards: number
  idleMs?: number
  port?: number
  /** A Yjs update: what each board is when it is made; one zone and no note when left out. */
  boardFile?: string
}): Promise<SyncServerProcess> {
  const child = fork(join(import.meta.dirname, 'syncServer.ts'), {
    execArgv: ['--expose-gc'],
    env: {
      ...process.env,
      DATA_DIR: options.dataDir,
      BOARDS: String(options.boards),
      PORT: String(options.port ?? 0),
      ...(options.idleMs !== undefined && { IDLE_MS: String(options.idleMs) }),
      ...(options.boardFile !== undefined && { BOARD_FILE: options.boardFile }),
    },
  })
  const [first]: unknown[] = await once(child, 'message')
  const port = readNumber(first, 'port')
  return {
    port,
    pid: child.pid ?? 0,
    exitCode: () => child.exitCode ?? (child.signalCode === null ? null : 1),
    async memory() {
      child.send('memory')
      const [answer]: unknown[] = await once(child, 'message')
      return {
        rss: readNumber(answer, 'rss'),
        held: readNumber(answer, 'held'),
        rooms: readNumber(answer, 'rooms'),
      }
    },
    async takeLongestTurn() {
      child.send('turn')
      const [answer]: unknown[] = await once(child, 'message')
      return readNumber(answer, 'longestTurnMs')
    },
    async [Symbol.asyncDispose]() {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
  }
}

function readNumber(message: unknown, name: string): number {
  const entries = new Map(Object.entries(Object(message)))
  const value = entries.get(name)
  if (typeof value !== 'number') throw new Error(`The server said nothing of its ${name}`)
  return value
}
