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
const notes = 200
/** V8 looks for memory to give back some eight seconds after the last work. */
const usual = { boardCount: 500, emptyHouseMs: 20_000, reopenEvery: 5 } as const
const quick = { boardCount: 20, emptyHouseMs: 3000, reopenEvery: 2 } as const
/** Ours, whose idle time of 30 s is shortened so that this takes less; the peers have less by themselves. */
const idleMs = 2000

export const memory: Scenario = {
  name: 'memory',
  title: 'Memory of many boards',
  how: 'Each board has a member. Memory is taken after a full collection when the server has come to rest (“open”), and again when every member has written a note (“just written”), less what the server took when it was empty. Then all leave; what is given back is a share of what was grown until then. A hundred boards are opened again within a second.',
  cases: [{ name: boards, servers, repeats: onlyOnce, measure: measureMemory }],
  columns: [
    { figure: 'kibPerBoard', title: 'KiB RSS per board, open' },
    { figure: 'heldKibPerBoard', title: 'of it heap and buffers' },
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
      atMost(
        'memory per board just written to, to the best peer',
        0.5,
        toBestPeer(medians, boards, 'kibPerBoardWritten', yjsPeers),
      ),
      atLeast('heap and buffers given back when idle', 0.8, of('heldGivenBack')),
      atLeast('grown RSS given back when idle', 0.5, of('rssGivenBack')),
      atMost('reopened, median', 5, of('reopenP50Ms'), ' ms'),
      atMost('answered empty', 0, { value: medians.sumOf(boards, 'ours', 'emptyAnswers') }),
    ]
  },
}

async function measureMemory(task: Task): Promise<Figures> {
  const { boardCount, emptyHouseMs, reopenEvery } = task.isQuick ? quick : usual
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
    await server.settle()
    const open = await server.collect()
    crowd.writeOnce()
    await server.settle()
    const written = await server.collect()
    crowd.close()
    await pause(emptyHouseMs)
    await server.settle()
    const idleRssMib = server.rssMib()
    const idle = await server.collect()
    const some = members.filter(({ index }) => index % reopenEvery === 0)
    const again = await crowd.open({ members: some, spreadMs: 1000, wholeBytes })
    return {
      joined: opening.joined,
      kibPerBoard: ((open.rssMib - empty.rssMib) * 1024) / boardCount,
      heldKibPerBoard: ((open.heldMib - empty.heldMib) * 1024) / boardCount,
      kibPerBoardWritten: ((written.rssMib - empty.rssMib) * 1024) / boardCount,
      heldGivenBack: (written.heldMib - idle.heldMib) / (written.heldMib - empty.heldMib),
      rssGivenBack: (written.rssMib - idleRssMib) / (written.rssMib - empty.rssMib),
      idleRssMib,
      reopened: again.joined,
      reopenP50Ms: percentileMs(again.times, 0.5),
      emptyAnswers: opening.emptyAnswers + again.emptyAnswers,
    }
  } finally {
    crowd.close()
    await server.kill()
  }
}
