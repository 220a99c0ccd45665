/**
 * How long a phone's note takes to the table's board, durable commit included: from the POST to the moment a stock
 * y-websocket client has it in its document. Open loop: notes are sent on a clock, whether or not the last one came.
 */
import { startServer } from '../../hall/startServer.ts'
import { openCafe, openTableBoards, quantile } from '../drive/openCafe.ts'
import { onlyOnce, type Figures, type Scenario, type Task } from './scenario.ts'

interface PhoneLoad {
  phones: number
  tables: number
  notes: number
  everyMs: number
}

const evening: PhoneLoad = { phones: 150, tables: 25, notes: 300, everyMs: 20 }

export const noteToBoard: Scenario = {
  name: 'note-to-board',
  title: 'A note from a phone until it is on the table’s board',
  how: `The whole server as it ships, over HTTP and websockets: ${evening.phones} phones at ${evening.tables} tables write ${evening.notes} notes, one every ${evening.everyMs} ms.`,
  cases: [
    {
      name: `${evening.phones} phones at ${evening.tables} tables`,
      servers: ['ours'],
      repeats: onlyOnce,
      measure: (task) =>
        measureNoteToBoard(task, task.isQuick ? { ...evening, phones: 20, notes: 30 } : evening),
    },
  ],
  columns: [
    { figure: 'boardP50Ms', title: 'on the board, p50 ms' },
    { figure: 'boardP99Ms', title: 'p99 ms' },
    { figure: 'savedP50Ms', title: 'answered as saved, p50 ms' },
    { figure: 'savedP99Ms', title: 'p99 ms' },
  ],
  bars: () => [],
}

async function measureNoteToBoard({ grounds }: Task, load: PhoneLoad): Promise<Figures> {
  const dataDir = grounds.newFolder()
  const server = await startServer({ dataDir })
  const hasEnded = grounds.adopt(() => process.kill(server.pid, 'SIGKILL'))
  const closers: (() => void)[] = []
  try {
    const { workshop, facilitator, phones } = await openCafe(server, load)
    await facilitator.ask({ type: 'startPhase', phaseId: 'r1' })
    const seen = new Map<string, number>()
    const boards = await openTableBoards(server.url, workshop, (id) => {
      if (!seen.has(id)) seen.set(id, performance.now())
    })
    closers.push(...boards)
    const sent = new Map<string, number>()
    const answered: number[] = []
    const asks: Promise<void>[] = []
    for (let index = 0; index < load.notes; index += 1) {
      const phone = phones[index % phones.length]
      if (!phone) throw new Error('no phones')
      const opId = crypto.randomUUID()
      const start = performance.now()
      sent.set(opId, start)
      asks.push(
        phone
          .ask({ type: 'addNote', zone: 'works', text: `Bussen går inte efter klockan sex (${index})` }, opId)
          .then(() => {
            answered.push(performance.now() - start)
          }),
      )
      await new Promise((resolve) => setTimeout(resolve, load.everyMs))
    }
    await Promise.all(asks)
    while (seen.size < load.notes) await new Promise((resolve) => setTimeout(resolve, 5))
    const latencies = [...sent].map(([id, at]) => (seen.get(id) ?? Number.POSITIVE_INFINITY) - at)
    return {
      boardP50Ms: quantile(latencies, 0.5),
      boardP99Ms: quantile(latencies, 0.99),
      savedP50Ms: quantile(answered, 0.5),
      savedP99Ms: quantile(answered, 0.99),
    }
  } finally {
    for (const close of closers) close()
    await server.stop()
    hasEnded()
  }
}
