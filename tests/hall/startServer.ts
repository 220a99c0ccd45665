/** Starts the server as it ships, in a process of its own, for the demo, the browser tests and the benchmarks. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const root = join(import.meta.dirname, '../..')

export interface RunningServer {
  /** `http://127.0.0.1:<port>` */
  url: string
  port: number
  organiserKey: string
  pid: number
  /** SIGKILL: nothing gets a chance to flush. */
  kill(): Promise<void>
  /** SIGTERM, as an operator would. */
  stop(): Promise<void>
}

/**
 * Resolves once `ready` is printed. `port` 0 takes a free one; give the same port and `dataDir` again to go on after
 * a kill. Rejects with what the server wrote when it ends before it is ready.
 */
export async function startServer(options: {
  dataDir: string
  port?: number
  env?: Readonly<Record<string, string>>
}): Promise<RunningServer> {
  const child = spawn(process.execPath, [join(root, 'apps/server/src/main.ts')], {
    cwd: root,
    env: {
      ...process.env,
      LOG_LEVEL: 'warn',
      HOST: '127.0.0.1',
      ...options.env,
      PORT: String(options.port ?? 0),
      DATA_DIR: options.dataDir,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const port = await portFrom(child)
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    organiserKey:
      process.env['ORGANISER_KEY'] ?? readFileSync(join(options.dataDir, 'organiser-key'), 'utf8').trim(),
    pid: child.pid ?? 0,
    kill: () => end(child, 'SIGKILL'),
    stop: () => end(child, 'SIGTERM'),
  }
}

async function portFrom(child: ChildProcess): Promise<number> {
  const said: string[] = []
  child.stderr?.on('data', (chunk) => said.push(String(chunk)))
  if (!child.stdout) throw new Error('The server has no output.')
  for await (const line of createInterface({ input: child.stdout })) {
    said.push(line)
    const ready = /^ready https?:\/\/.*:(\d+)\/?$/.exec(line)
    if (ready) {
      child.stdout.resume()
      return Number(ready[1])
    }
  }
  throw new Error(`The server ended before it was ready:\n${said.join('\n')}`)
}

async function end(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit')
  child.kill(signal)
  await exited
}
