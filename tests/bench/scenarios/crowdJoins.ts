/** A crowd that comes to a full board within a second: for the first time, or back after a break. */
import type { Board } from '../drive/board.ts'
import { percentileMs } from '../drive/histogram.ts'
import { createLoad, type Load } from '../drive/load.ts'
import { pause } from '../drive/machineClock.ts'
import type { LoadMember } from '../drive/participant.ts'
import { specOf } from '../servers/benchServers.ts'
import type { ServerProcess } from '../servers/serverProcess.ts'
import { startWithBoards } from './fullBoards.ts'
import type { Figures, Task } from './scenario.ts'
import { startClock } from './steadyLoad.ts'

export interface CrowdJoin {
  notes: number
  members: number
  /** They were there before and have everything already. */
  isReturn: boolean
  /** Others who are there and write a note a second while the crowd comes. */
  writers: number
}

const crowdFrom = 1000
const spreadMs = 1000
const afterMs = 500
const breakMs = 1000
const writingMs = 3000
const quick = { notes: 200, members: 10 } as const
const full = 'room-0'
const empty = 'room-1'

interface Storm extends CrowdJoin {
  board: Board
}

export async function measureCrowdJoin(task: Task, request: CrowdJoin): Promise<Figures> {
  const { notes, members } = task.isQuick ? quick : request
  const join = { ...request, members, board: task.boards.withNotes(notes) }
  const server = await startWithBoards(task, { state: join.board.update, full: 1, empty: 1 })
  const crowd = createLoad(specOf(task.server).protocol)
  try {
    await bringBoard(task, server, crowd, join)
    if (join.writers > 1) await crowd.open({ members: seat(server, full, 1, join.writers - 1) })
    const rehearsalMib = await rehearse(server, crowd, join)
    const stopWriting = join.writers > 0 ? crowd.startWriting({ kind: 'note', intervalMs: 1000 }) : () => {}
    // They have been at it for a while when the crowd comes.
    if (join.writers > 0 && !task.isQuick) await pause(writingMs)
    await server.collect()
    const figures = await arrive(server, crowd, join)
    stopWriting()
    return { ...figures, rehearsalMib, boardKib: join.board.update.length / 1024 }
  } finally {
    crowd.close()
    await server.kill()
  }
}

/** Somebody has the board open, so that it is as warm as in a running event. Ours has it in its file already. */
async function bringBoard(task: Task, server: ServerProcess, crowd: Load, { board }: Storm): Promise<void> {
  await crowd.open({ members: [server.member(0, full)] })
  if (task.server !== 'ours') crowd.sendBoard(0, board.update)
  await server.settle()
}

/**
 * Once before it counts: who returns was there, and the memory that so many connections take is taken. The latter at
 * an empty board, so that what a full one takes in addition can be told apart. Returns by how many MiB memory grew.
 */
async function rehearse(server: ServerProcess, crowd: Load, join: Storm): Promise<number> {
  await server.collect()
  const before = server.rssMib()
  const peakRssMib = server.watchRss()
  const members = seat(server, join.isReturn ? full : empty, crowdFrom, join.members)
  await crowd.open({ members, spreadMs, ...(join.isReturn && whatTheyHave(join.board)) })
  await pause(afterMs)
  crowd.close(crowdFrom)
  await pause(breakMs)
  return peakRssMib() - before
}

async function arrive(server: ServerProcess, crowd: Load, join: Storm): Promise<Figures> {
  const { board } = join
  const before = server.rssMib()
  const peakRssMib = server.watchRss()
  crowd.startCounting()
  const clock = startClock(server)
  const { joined, times, emptyAnswers, failures } = await crowd.open({
    members: seat(server, full, crowdFrom, join.members),
    spreadMs,
    ...(join.isReturn ? whatTheyHave(board) : { wholeBytes: board.update.length * 0.9 }),
  })
  await pause(afterMs)
  const { cpuMs, driverMs, othersMs, tookMs } = clock.read()
  if (joined === 0) throw new Error(`Nobody could join: ${[...failures.keys()].join()} ${server.lastWords()}`)
  return {
    joined,
    emptyAnswers,
    p50Ms: percentileMs(times, 0.5),
    p99Ms: percentileMs(times, 0.99),
    cpuMsPerJoin: cpuMs / joined,
    kibPerJoin: crowd.report().bytesIn / 1024 / joined,
    grownMib: Math.max(0, peakRssMib() - before),
    driverCores: driverMs / tookMs,
    othersCores: othersMs / tookMs,
  }
}

function whatTheyHave({ stateVector, step2 }: Board) {
  return { stateVector, step2 }
}

function seat(server: ServerProcess, room: string, from: number, count: number): LoadMember[] {
  return Array.from({ length: count }, (_, n) => server.member(from + n, room))
}
