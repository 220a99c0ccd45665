/** Five hundred boards, then nobody: what they take, what is given back, how fast they are there again. */
import { createLoad } from '../drive/load.ts'
import { percentileMs } from '../drive/histogram.ts'
import { pause } from '../drive/machineClock.ts'
import { specOf, yjsPeers, type ServerName } from '../servers/benchServers.ts'
import { atLeast, atMost, toBestPeer } from './bars.ts'
import { startWithBoards } from './fullBoards.ts'
import { onlyOnce, type Figures, type Scenario, type Task } from './scenario.ts'

const boards = '500 boards of 200 notes, one member each'
const servers: readonly ServerName[] = ['ours', 'relay', ...yjsPeers]
const boardCount = 500
const notes = 200
/** Ours, whose idle time of 30 s is shortened so that this takes less; the peers have less by themselves. */
const idleMs = 2000
const calmMs = 12_000
const emptyHouseMs = 8000
const reopened = 100

export const memory: Scenario = {
  name: 'memory',
  title: 'Memory of many boards',
  how: 'Each board has a member, who writes a note; memory is taken after a full collection, when the server has come to rest (“just written”), and again 12 s later (“open”), less what the server took when it was empty. Then all leave, and what is given back is taken once more. A hundred boards are opened again within a second.',
  cases: [{ name: boards, servers, repeats: onlyOnce, measure: measureMemory }],
  columns: [
    { figure: 'kibPerBoard', title: 'KiB RSS per board, open' },
    { figure: 'kibPerBoardWritten', title: 'just written' },
    { figure: 'heldGivenBack', title: 'heap and buffers given back' },
    { figure: 'rssGivenBack', title: 'grown RSS given back' },
    { figure: 'idleRssMib', title: 'RSS when idle, MiB' },
    { figure: 'reopenP50Ms', title: 'reopened, p50 ms' },
    { figure: 'emptyAnswers', title: 'answered empty', over: 'sum' },
  ],
  lead: { figure: 'kibPerBoard', peers: yjsPeers },
  bars: (medians) => {
    const of = (figure: string) => ({ value: medians.of(boards, 'ours', figure) })
    return [
      atMost(
        'memory per open board to the best peer',
        0.5,
        toBestPeer(medians, boards, 'kibPerBoard', yjsPeers),
      ),
      atLeast('heap and buffers given back when idle', 0.8, of('heldGivenBack')),
      atLeast('grown RSS given back when idle', 0.5, of('rssGivenBack')),
      atMost('reopened, median', 5, of('reopenP50Ms'), ' ms'),
      atMost('answered empty', 0, { value: medians.sumOf(boards, 'ours', 'emptyAnswers') }),
    ]
  },
}

async function measureMemory(task: Task): Promise<Figures> {
  const board = task.boards.withNotes(notes).update
  const wholeBytes = board.length * 0.9
  const server = await startWithBoards(
    task,
    { state: board, full: boardCount, empty: 0 },
    { IDLE_MS: String(idleMs) },
  )
  const crowd = createLoad(specOf(task.server).protocol)
  try {
    const empty = await server.collect()
    const members = Array.from({ length: boardCount }, (_, n) => server.member(n, `room-${n}`))
    const isOurs = task.server === 'ours'
    const opening = await crowd.open({ members, ...(isOurs && { wholeBytes }) })
    if (!isOurs) for (const { index } of members) crowd.sendBoard(index, board)
    crowd.writeOnce()
    await server.settle()
    const written = await server.collect()
    await pause(calmMs)
    const open = await server.collect()
    crowd.close()
    await pause(emptyHouseMs)
    await server.settle()
    const idle = await server.collect()
    const some = members.filter(({ index }) => index % (boardCount / reopened) === 0)
    const again = await crowd.open({ members: some, spreadMs: 1000, wholeBytes })
    return {
      joined: opening.joined,
      kibPerBoard: ((open.rssMib - empty.rssMib) * 1024) / boardCount,
      kibPerBoardWritten: ((written.rssMib - empty.rssMib) * 1024) / boardCount,
      heldGivenBack: (written.heldMib - idle.heldMib) / (written.heldMib - empty.heldMib),
      rssGivenBack: (written.rssMib - idle.rssMib) / (written.rssMib - empty.rssMib),
      idleRssMib: idle.rssMib,
      reopened: again.joined,
      reopenP50Ms: percentileMs(again.times, 0.5),
      emptyAnswers: opening.emptyAnswers + again.emptyAnswers,
    }
  } finally {
    crowd.close()
    await server.kill()
  }
}
