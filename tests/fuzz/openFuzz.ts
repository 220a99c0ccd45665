/**
 * Carries out attacks against the server as it ships, one after the other, while people work; after each one looks
 * whether anything else than the attackers' own connections took harm.
 */
import { mkdtempDisposableSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { mixSeeds } from '../../packages/workshop/src/random.ts'
import { startSyncServer, type SyncServerProcess } from '../hall/startSyncServer.ts'
import type { Attack } from './attack.ts'
import { openHonestPages, type HonestPages } from './honestPages.ts'
import { createSeededBoard } from './seededBoard.ts'
import { startAttackers, type Attackers } from './startAttackers.ts'

export interface FuzzOptions {
  attacks: readonly Attack[]
  seed: number
  /** Over all attacks. */
  frames: number
  /** On each board beforehand. */
  notes: number
  stallMs: number
  growthBytes: number
  /** How long memory may take to come back. */
  settleMs: number
  /** Kill the server after each attack and read the boards again, or only when told. */
  restart: 'each' | 'never'
  /** How often an attack is repeated when what went wrong may be the machine's doing. */
  repeats: number
}

export interface AttackResult {
  name: string
  sent: number
  ends: Record<string, number>
  stallMs: number
  /** How late the honest pages' own clock was. */
  lagMs: number
  /** The longest that the server was busy with one thing. */
  turnMs: number
  growthBytes: number
  /** Empty when the attack did no harm. */
  wrongs: string[]
}

interface Scene {
  options: FuzzOptions
  server: SyncServerProcess
  pages: HonestPages
  attackers: Attackers
  seeded: Uint8Array
}

export interface Fuzz extends AsyncDisposable {
  /** Repeats it when what went wrong may be the machine's doing. */
  carryOut(attack: Attack): Promise<AttackResult>
  /** Kills the server and starts it again; what is not as people saw it. */
  restart(): Promise<string[]>
}

export async function openFuzz(options: FuzzOptions): Promise<Fuzz> {
  const folder = mkdtempDisposableSync(join(tmpdir(), 'bordet-fuzz-'))
  const boardFile = join(folder.path, 'board.bin')
  const seeded = createSeededBoard(options.notes)
  writeFileSync(boardFile, seeded)
  const start = () => startSyncServer({ dataDir: folder.path, boards: 10, idleMs: 2000, boardFile })
  const attackers = startAttackers()
  let server = await start()
  let pages = await openHonestPages(server.port)

  async function restart(): Promise<string[]> {
    const hasCrashed = server.exitCode() !== null
    const before = pages.boards()
    pages.close()
    await server[Symbol.asyncDispose]()
    server = await start()
    pages = await openHonestPages(server.port)
    return hasCrashed || isKept(before, pages.firstSeen) ? [] : ['a board is another after a restart']
  }

  async function carryOutOnce(attack: Attack): Promise<AttackResult> {
    const result = await carryOut(attack, { options, server, pages, attackers, seeded })
    const hasClosed = result.wrongs.length > 0 || server.exitCode() !== null
    if (hasClosed || options.restart === 'each') result.wrongs.push(...(await restart()))
    return result
  }

  return {
    restart,
    async carryOut(attack) {
      let result = await carryOutOnce(attack)
      for (let i = 0; i < options.repeats && isDoubtful(result, options); i++)
        result = await carryOutOnce(attack)
      return result
    },
    async [Symbol.asyncDispose]() {
      pages.close()
      await server[Symbol.asyncDispose]()
      await attackers[Symbol.asyncDispose]()
      folder.remove()
    },
  }
}

/** The machine stood still, or nothing but the stall was wrong: it may have been busy elsewhere. */
function isDoubtful({ wrongs, stallMs, lagMs }: AttackResult, options: FuzzOptions): boolean {
  return wrongs.length > 0 && (lagMs > 1000 || (wrongs.length === 1 && stallMs > options.stallMs))
}

function isKept(before: readonly string[], after: readonly string[]): boolean {
  return before.every((board, i) => board === after[i])
}

async function carryOut(
  attack: Attack,
  { options, server, pages, attackers, seeded }: Scene,
): Promise<AttackResult> {
  await pages.work()
  const before = (await server.memory()).held
  // A full collection is no attack.
  await wait(100)
  pages.takeWorstStall()
  pages.takeWorstLag()
  await server.takeLongestTurn()
  const { sent, ends, failed } = await attackers.attack({
    name: attack.name,
    port: server.port,
    seed: mixSeeds(options.seed, options.attacks.indexOf(attack)),
    frames: framesOf(attack, options),
    seeded: Buffer.from(seeded).toString('base64'),
  })
  const stallMs = pages.takeWorstStall()
  const lagMs = pages.takeWorstLag()
  const wrongs = await pages.findWrongs()
  const exitCode = server.exitCode()
  const turnMs = exitCode === null ? await server.takeLongestTurn() : 0
  if (exitCode !== null) wrongs.push(`the server ended with ${exitCode}`)
  if (failed !== null) wrongs.push(`the attack could not be carried out: ${failed}`)
  wrongs.push(...judgeEnds(attack, ends))
  if (stallMs > options.stallMs) wrongs.push(`others waited ${Math.round(stallMs)} ms`)
  const growthBytes = exitCode === null ? await growthAfter(server, before, options) : 0
  if (growthBytes > options.growthBytes) wrongs.push('memory did not come back')
  return { name: attack.name, sent, ends, stallMs, lagMs, turnMs, growthBytes, wrongs }
}

function framesOf(attack: Attack, { attacks, frames }: FuzzOptions): number {
  const all = attacks.reduce((sum, { weight = 1 }) => sum + weight, 0)
  const share = Math.ceil((frames * (attack.weight ?? 1)) / all)
  return Math.max(attack.least ?? 1, Math.min(attack.most ?? Infinity, share))
}

/** Ends that are not the attack's own doing. */
function judgeEnds({ closedWith, writesOn }: Attack, ends: Readonly<Record<string, number>>): string[] {
  const allowed = [...(closedWith ?? [4400, 4429]), ...(writesOn ? [1006] : [])].map(String)
  const wrongs = Object.entries(ends)
    .filter(([how]) => !allowed.includes(how))
    .map(([how, times]) => `${times} connections ended with ${how}`)
  if (closedWith !== undefined && Object.keys(ends).length === 0) wrongs.push('nobody was closed')
  return wrongs
}

/** Connections that are being closed take their time. */
async function growthAfter(server: SyncServerProcess, before: number, options: FuzzOptions): Promise<number> {
  let growth = Infinity
  for (const deadline = performance.now() + options.settleMs; ;) {
    growth = (await server.memory()).held - before
    if (growth <= options.growthBytes || performance.now() > deadline) return growth
    await wait(500)
  }
}
