/** Members who write steadily, in one room or many: what it costs the server, and how long it takes. */
import { percentileMs } from '../drive/histogram.ts'
import { createLoad, type Load } from '../drive/load.ts'
import { pause } from '../drive/machineClock.ts'
import { readCpuMs, readMachineBusyMs } from '../drive/machineCost.ts'
import type { LoadKind, LoadMember } from '../drive/participant.ts'
import { specOf } from '../servers/benchServers.ts'
import { startServerProcess, type ServerProcess } from '../servers/serverProcess.ts'
import type { Figures, Task } from './scenario.ts'

export interface SteadyLoad {
  rooms: number
  membersOfEach: number
  kind: LoadKind
  /** Of each member. */
  perSecond: number
  /** How long is measured. */
  windowMs?: number
}

const warmUpMs = 1500
const usualWindowMs = 6000
/** Cursors older than this say that a server has fallen behind. */
const limitMs = 1000
const quickMs = { warmUp: 200, window: 700 } as const
/** A small room that is served before anything is measured: a server that has run for a while is compiled. */
const practice = { members: 8, perSecond: 50, ms: 5000 } as const

export async function measureSteadyLoad(task: Task, load: SteadyLoad): Promise<Figures> {
  const server = await startServerProcess(task.server, {
    grounds: task.grounds,
    dataDir: task.grounds.newFolder(),
    env: { BOARDS: String(load.rooms + 1) },
  })
  if (!task.isQuick) await practise(server, task, load)
  const crowd = createLoad(specOf(task.server).protocol)
  try {
    const { joined } = await crowd.open({ members: seatMembers(server, load) })
    const figures = await measureWindow(server, crowd, load, task.isQuick)
    return { joined, ...figures }
  } finally {
    crowd.close()
    await server.kill()
  }
}

async function practise(
  server: ServerProcess,
  task: Task,
  { rooms, membersOfEach, kind }: SteadyLoad,
): Promise<void> {
  const crowd = createLoad(specOf(task.server).protocol)
  const first = rooms * membersOfEach
  const members = Array.from({ length: practice.members }, (_, n) =>
    server.member(first + n, `room-${rooms}`),
  )
  await crowd.open({ members })
  const stopWriting = crowd.startWriting({ kind, intervalMs: 1000 / practice.perSecond })
  await pause(practice.ms)
  stopWriting()
  crowd.close()
  await server.settle()
}

function seatMembers(server: ServerProcess, { rooms, membersOfEach }: SteadyLoad): LoadMember[] {
  return Array.from({ length: rooms * membersOfEach }, (_, index) =>
    server.member(index, `room-${Math.floor(index / membersOfEach)}`),
  )
}

async function measureWindow(
  server: ServerProcess,
  crowd: Load,
  load: SteadyLoad,
  isQuick: boolean,
): Promise<Figures> {
  const stopWriting = crowd.startWriting({ kind: load.kind, intervalMs: 1000 / load.perSecond })
  await pause(isQuick ? quickMs.warmUp : warmUpMs)
  const peakRssMib = server.watchRss()
  const clock = startClock(server)
  crowd.startCounting()
  await pause(isQuick ? quickMs.window : (load.windowMs ?? usualWindowMs))
  const writing = clock.read()
  stopWriting()
  // Cursors that are overtaken may be left out.
  await crowd.drain(load.kind === 'cursor' ? 0 : crowd.report().sent * (load.membersOfEach - 1))
  const { cpuMs, driverMs, othersMs, tookMs } = clock.read()
  const { sent, delivered, latency, staleness, bytesIn, framesIn, lagMs, openClients } = crowd.report()
  const deliveredShare = delivered / (sent * (load.membersOfEach - 1))
  const stalenessP99Ms = percentileMs(staleness, 0.99)
  const keepsUp = load.kind === 'note' ? deliveredShare > 0.98 : (stalenessP99Ms ?? limitMs) < limitMs
  return {
    sentPerSecond: sent / (writing.tookMs / 1000),
    deliveredShare,
    deliveredPerSecond: delivered / (tookMs / 1000),
    p50Ms: percentileMs(latency, 0.5),
    p99Ms: percentileMs(latency, 0.99),
    stalenessP99Ms,
    cores: writing.cpuMs / writing.tookMs,
    // What is not delivered costs little: such a server is no measure for others.
    microsPerDelivery: keepsUp ? (cpuMs * 1000) / delivered : null,
    microsPerSent: keepsUp ? (cpuMs * 1000) / sent : null,
    bytesPerDelivery: bytesIn / delivered,
    framesPerDelivery: framesIn / delivered,
    peakRssMib: peakRssMib(),
    driverCores: driverMs / tookMs,
    othersCores: othersMs / tookMs,
    driverLagMs: lagMs,
    openClients,
  }
}

export interface Elapsed {
  tookMs: number
  cpuMs: number
  driverMs: number
  /** What programs that have nothing to do with this took of all cores. */
  othersMs: number
}

export function startClock(server: ServerProcess): { read(): Elapsed } {
  const start = {
    at: performance.now(),
    cpu: server.cpuMs(),
    driver: readCpuMs('self'),
    busy: readMachineBusyMs(),
  }
  return {
    read() {
      const cpuMs = server.cpuMs() - start.cpu
      const driverMs = readCpuMs('self') - start.driver
      const othersMs = Math.max(0, readMachineBusyMs() - start.busy - cpuMs - driverMs)
      return { tookMs: performance.now() - start.at, cpuMs, driverMs, othersMs }
    },
  }
}
