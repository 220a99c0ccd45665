/** The server is killed while people write: is anything gone that somebody saw, or was told is saved? */
import { createLoad, type Load } from '../drive/load.ts'
import { pause } from '../drive/machineClock.ts'
import { allServers, specOf } from '../servers/benchServers.ts'
import { startServerProcess } from '../servers/serverProcess.ts'
import { atMost } from './bars.ts'
import type { Figures, Scenario, Task } from './scenario.ts'

const kills = '150 writers in one room, 1 note/s each, SIGKILL'
const killsOfOurs = 20
const killsOfPeers = 3
const room = 'room-0'
const readerIndex = 60_000
/** Some answer before they have read their files and bring the rest afterwards. */
const readingMs = 400
const readingLimitMs = 10_000

export const durability: Scenario = {
  name: 'durability',
  title: 'What a kill takes away',
  how: 'At a random moment, one to six seconds after everybody began to write, the server is killed and started again on its files. Lost is what another member was shown, or its writer was told is saved, and is not on the board that a newcomer is given. Ready: from the start of the process until that newcomer has the board.',
  cases: [
    {
      name: kills,
      servers: allServers.filter((server) => server !== 'relay' && server !== 'yWebsocket'),
      repeats: (rounds, server) => {
        if (rounds === 1) return 1
        return server === 'ours' ? killsOfOurs : killsOfPeers
      },
      measure: measureKill,
    },
  ],
  columns: [
    { figure: 'kills', title: 'kills', over: 'sum' },
    { figure: 'sent', title: 'sent', over: 'sum' },
    { figure: 'seen', title: 'seen by others', over: 'sum' },
    { figure: 'seenLost', title: 'of these lost', over: 'sum' },
    { figure: 'acknowledged', title: 'acknowledged', over: 'sum' },
    { figure: 'acknowledgedLost', title: 'of these lost', over: 'sum' },
    { figure: 'readyMs', title: 'ready, ms, at most', over: 'highest' },
  ],
  bars: (medians) => [
    atMost('seen by another and lost', 0, { value: medians.sumOf(kills, 'ours', 'seenLost') }),
    atMost('acknowledged and lost', 0, { value: medians.sumOf(kills, 'ours', 'acknowledgedLost') }),
    atMost('ready again', 5000, { value: medians.highestOf(kills, 'ours', 'readyMs') }, ' ms'),
  ],
}

async function measureKill(task: Task): Promise<Figures> {
  const { grounds, isQuick } = task
  const { protocol } = specOf(task.server)
  const options = { grounds, dataDir: grounds.newFolder() }
  const server = await startServerProcess(task.server, options)
  const crowd = createLoad(protocol)
  const members = Array.from({ length: isQuick ? 20 : 150 }, (_, index) => server.member(index, room))
  await crowd.open({ members })
  crowd.observe({ states: false })
  crowd.startCounting()
  const stopWriting = crowd.startWriting({ kind: 'note', intervalMs: 1000 })
  await pause(isQuick ? 1000 : 1000 + Math.random() * 5000)
  await server.kill()
  stopWriting()
  // What the kernel had already taken arrives.
  await pause(200)
  const { sent } = crowd.report()
  const seen = [...crowd.seen()]
  const acknowledged = crowd.acknowledged()
  crowd.close()

  const startedAt = performance.now()
  const again = await startServerProcess(task.server, options)
  const reader = createLoad(protocol)
  try {
    reader.observe({ states: true })
    const { joined } = await reader.open({ members: [again.member(readerIndex, room)] })
    const readyMs = performance.now() - startedAt
    const kept = await readAll(reader)
    const countLost = (keys: readonly number[]) => keys.filter((key) => !kept.has(key)).length
    return {
      kills: joined,
      sent,
      seen: seen.length,
      seenLost: countLost(seen),
      acknowledged: acknowledged.length,
      acknowledgedLost: countLost(acknowledged),
      readyMs,
    }
  } finally {
    reader.close()
    await again.kill()
  }
}

/** What a newcomer is shown, once nothing more comes. */
async function readAll(reader: Load): Promise<ReadonlySet<number>> {
  const until = performance.now() + readingLimitMs
  for (let before = -1; performance.now() < until;) {
    const { size } = reader.seen()
    if (size === before && size > 0) break
    before = size
    await pause(readingMs)
  }
  return reader.seen()
}
