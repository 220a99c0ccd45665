/** A server under measurement, in a process of its own. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { join } from 'node:path'
import { pause } from '../drive/machineClock.ts'
import { readCpuMs, readRssKib } from '../drive/machineCost.ts'
import type { LoadMember } from '../drive/participant.ts'
import { specOf, type ServerName } from './benchServers.ts'
import type { Grounds } from './grounds.ts'

export interface ServerProcess {
  member(index: number, room: string): LoadMember
  /** Throws when the server has ended. */
  cpuMs(): number
  rssMib(): number
  /** Samples RSS until the returned function is called, which says the highest, in MiB. */
  watchRss(): () => number
  /** Heap and buffers after a full collection, in MiB, and RSS after it. */
  collect(): Promise<{ heldMib: number; rssMib: number }>
  /** Resolves when it has worked off what it was given: less than a tenth of a core for a second. */
  settle(): Promise<void>
  kill(): Promise<void>
  /** What it wrote last to its standard error. */
  lastWords(): string
}

export interface StartOptions {
  grounds: Grounds
  dataDir: string
  env?: Readonly<Record<string, string>>
}

const probe = join(import.meta.dirname, '../probe.mjs')
const startLimitMs = 30_000
const settleLimitMs = 90_000

/** Resolves once it takes connections. */
export async function startServerProcess(
  name: ServerName,
  { grounds, dataDir, env }: StartOptions,
): Promise<ServerProcess> {
  const spec = specOf(name)
  const port = await findFreePort()
  const probeFile = join(dataDir, 'probe.json')
  const child = spawn(process.execPath, ['--expose-gc', '--import', probe, spec.script], {
    env: {
      ...process.env,
      ...spec.env,
      ...env,
      HOST: '127.0.0.1',
      PORT: String(port),
      DATA_DIR: dataDir,
      BENCH_PROBE_FILE: probeFile,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  child.once(
    'exit',
    grounds.adopt(() => child.kill('SIGKILL')),
  )
  let said = ''
  child.stderr.on('data', (chunk) => {
    said = `${said}${chunk}`.slice(-2000)
  })
  const { pid } = child
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null
  if (pid === undefined) throw new Error(`${name} was not started`)
  for (const until = performance.now() + startLimitMs; !(await takesConnections(port)); await pause(5)) {
    if (hasEnded() || performance.now() > until) throw new Error(`${name} did not start:\n${said}`)
  }

  const cpuMs = () => {
    if (hasEnded()) throw new Error(`${name} ended by itself:\n${said}`)
    return readCpuMs(pid)
  }

  return {
    member: (index, room) => ({
      index,
      room,
      url: `ws://127.0.0.1:${port}${spec.path(room)}`,
      offers: spec.offers?.(index) ?? [],
    }),
    cpuMs,
    rssMib: () => readRssKib(pid) / 1024,
    watchRss: () => watchRss(pid),
    async collect() {
      rmSync(probeFile, { force: true })
      process.kill(pid, 'SIGUSR2')
      while (!existsSync(probeFile)) await pause(50)
      await pause(500)
      return { heldMib: readHeldMib(probeFile), rssMib: readRssKib(pid) / 1024 }
    },
    settle: () => settle(cpuMs),
    lastWords: () => said,
    async kill() {
      if (hasEnded()) return
      const exited = once(child, 'exit')
      child.kill('SIGKILL')
      await exited
    },
  }
}

function watchRss(pid: number): () => number {
  let most = 0
  const look = () => {
    // A server that ended has no memory; whoever measures notices by its closed connections.
    if (existsSync(`/proc/${pid}/statm`)) most = Math.max(most, readRssKib(pid))
  }
  const timer = setInterval(look, 25)
  return () => {
    clearInterval(timer)
    look()
    return most / 1024
  }
}

async function settle(cpuMs: () => number): Promise<void> {
  const until = performance.now() + settleLimitMs
  for (let quiet = 0; quiet < 2 && performance.now() < until;) {
    const before = cpuMs()
    await pause(500)
    quiet = cpuMs() - before < 50 ? quiet + 1 : 0
  }
}

function readHeldMib(file: string): number {
  const told: unknown = JSON.parse(readFileSync(file, 'utf8'))
  const isTold = typeof told === 'object' && told !== null && 'heapUsed' in told && 'external' in told
  if (!isTold) throw new Error('The probe says nothing')
  return (Number(told.heapUsed) + Number(told.external)) / 1024 / 1024
}

async function findFreePort(): Promise<number> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('No port')
  return address.port
}

function takesConnections(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.on('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.on('error', () => resolve(false))
  })
}
