/**
 * A crowd of light clients that joins, writes and takes down what it sees. It lives in the process that measures: its
 * work is so small that a second process would only take the server's core.
 */
import { addTime, newHistogram, type Histogram } from './histogram.ts'
import type { Traffic } from './lightClient.ts'
import { nowMicros, pause } from './machineClock.ts'
import {
  countFromNow,
  newTally,
  openParticipant,
  type LoadKind,
  type LoadMember,
  type Participant,
} from './participant.ts'
import { createProtocol, type ProtocolName } from './protocols/createProtocol.ts'

export interface OpenRequest {
  members: readonly LoadMember[]
  /** They come evenly over this time; 0 for as fast as they are answered. */
  spreadMs?: number
  /** What they say they have. */
  stateVector?: Uint8Array | undefined
  /** What they answer when asked for it. */
  step2?: Uint8Array | undefined
  /** An answer smaller than this is an empty one. */
  wholeBytes?: number
}

export interface OpenReport {
  joined: number
  times: Histogram
  emptyAnswers: number
  /** How many failed for which reason. */
  failures: Map<string, number>
}

export interface LoadReport extends Traffic {
  /** Since `startCounting`, like all the rest. */
  sent: number
  /** Markers of others that were sent since then. */
  delivered: number
  latency: Histogram
  staleness: Histogram
  /** Longest time between two looks at what is due. */
  lagMs: number
  openClients: number
}

export interface WriteRequest {
  kind: LoadKind
  /** Of each writer, on average. */
  intervalMs: number
  /** Members with an index below this write; all when left out. */
  below?: number
}

export interface Load {
  open(request: OpenRequest): Promise<OpenReport>
  /** Gives a whole board to the room of the member with this index. */
  sendBoard(index: number, update: Uint8Array): void
  /** Each keeps to its own times, whether or not the server keeps up: it is given no relief. Returns how to stop. */
  startWriting(request: WriteRequest): () => void
  /** Each member writes one note. */
  writeOnce(): void
  /** Resolves when so much was delivered and nothing has come for a while, or after five seconds. */
  drain(awaited: number): Promise<void>
  startCounting(): void
  report(): LoadReport
  /** From now on it is kept which notes were shown to others than their writer, in whole states too if asked. */
  observe(what: { states: boolean }): void
  seen(): ReadonlySet<number>
  acknowledged(): number[]
  /** Those with an index from here on; all when left out. */
  close(from?: number): void
}

/** How many at once come while others are still waiting for their answer, when they come as fast as they can. */
const atOnce = 16
const joinLimitMs = 60_000
const drainMs = { quiet: 400, limit: 5000 } as const
const stalenessEveryMs = 100
const stalenessPairs = 200

export function createLoad(name: ProtocolName): Load {
  const protocol = createProtocol(name)
  const tally = newTally()
  let members: Participant[] = []
  let lagMs = 0

  function startWriting({ kind, intervalMs, below = Number.POSITIVE_INFINITY }: WriteRequest): () => void {
    const writers = members.filter(({ index }) => index < below)
    const dueAt = writers.map(() => performance.now() + Math.random() * intervalMs)
    let lookedAt = performance.now()
    const writing = setInterval(() => {
      const now = performance.now()
      lagMs = Math.max(lagMs, now - lookedAt)
      lookedAt = now
      for (const [n, writer] of writers.entries()) {
        let due = dueAt[n] ?? now
        for (; due <= now; due += intervalMs * (0.8 + Math.random() * 0.4)) writer.write(kind)
        dueAt[n] = due
      }
    }, 1)
    const looking = kind === 'cursor' ? setInterval(sampleStaleness, stalenessEveryMs) : undefined
    return () => {
      clearInterval(writing)
      clearInterval(looking)
    }
  }

  /** How old is the newest cursor that a member knows of another; over random pairs. */
  function sampleStaleness(): void {
    const now = nowMicros()
    for (let n = 0; n < stalenessPairs; n += 1) {
      const member = members[Math.floor(Math.random() * members.length)]
      const sentMicros = member?.newestCursorOf(Math.floor(Math.random() * members.length)) ?? null
      if (sentMicros !== null) addTime(tally.staleness, now - sentMicros)
    }
  }

  return {
    async open({ members: coming, spreadMs = 0, stateVector, step2, wholeBytes = 0 }) {
      const begunMicros = nowMicros()
      const opened: Participant[] = []
      for (const [n, member] of coming.entries()) {
        const waitMs = (begunMicros - nowMicros()) / 1000 + (spreadMs * n) / coming.length
        if (waitMs >= 1) await pause(waitMs)
        opened.push(openParticipant(member, protocol, { stateVector, step2 }, tally))
        if (spreadMs === 0 && n % atOnce === atOnce - 1)
          await Promise.allSettled(opened.slice(-atOnce).map(({ client }) => client.synced))
      }
      members.push(...opened)
      return settleJoins(opened, wholeBytes)
    },
    sendBoard: (index, update) => members.find((member) => member.index === index)?.sendBoard(update),
    startWriting,
    writeOnce() {
      for (const member of members) member.write('note')
    },
    async drain(awaited) {
      const begunMicros = nowMicros()
      const isOver = () => {
        const quietMicros = nowMicros() - Math.max(begunMicros, tally.lastDeliveryMicros)
        return tally.delivered >= awaited && quietMicros > drainMs.quiet * 1000
      }
      while (!isOver() && nowMicros() < begunMicros + drainMs.limit * 1000) await pause(20)
    },
    startCounting() {
      countFromNow(tally)
      lagMs = 0
    },
    report: () => ({
      ...tally.traffic,
      sent: tally.sent,
      delivered: tally.delivered,
      latency: tally.latency,
      staleness: tally.staleness,
      lagMs,
      openClients: members.filter(({ client }) => client.isOpen()).length,
    }),
    observe({ states }) {
      tally.seen = new Set()
      tally.countsStates = states
    },
    seen: () => tally.seen ?? new Set(),
    acknowledged: () => members.flatMap((member) => member.acknowledged()),
    close(from = 0) {
      for (const { index, client } of members) if (index >= from) client.close()
      members = members.filter(({ index }) => index < from)
    },
  }
}

async function settleJoins(opened: readonly Participant[], wholeBytes: number): Promise<OpenReport> {
  const report: OpenReport = { joined: 0, times: newHistogram(), emptyAnswers: 0, failures: new Map() }
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(new Error('No answer in time')), joinLimitMs)
  late.promise.catch(() => {})
  for (const { client } of opened) {
    try {
      const { micros, stateBytes } = await Promise.race([client.synced, late.promise])
      report.joined += 1
      addTime(report.times, micros)
      if (stateBytes < wholeBytes) report.emptyAnswers += 1
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      report.failures.set(reason, (report.failures.get(reason) ?? 0) + 1)
    }
  }
  clearTimeout(timer)
  return report
}
