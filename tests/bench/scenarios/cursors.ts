/** Everybody in one room points at once. */
import { allServers, peers, type ServerName } from '../servers/benchServers.ts'
import { atMost, toRelay } from './bars.ts'
import { machineColumns } from './columns.ts'
import { everyRound, onlyOnce, type Case, type Scenario } from './scenario.ts'
import { measureSteadyLoad } from './steadyLoad.ts'

const table = '60 members, 15 cursors/s each'
const hall = '300 members, 15 cursors/s each'

export const cursors: Scenario = {
  name: 'cursors',
  title: 'Cursors in one room',
  how: 'Presence only. A server may leave out positions that are overtaken, so CPU is told per position sent; staleness is the age of the newest position that one member has of another, over random pairs, at random times.',
  cases: [
    cursorsCase('30 members, 15 cursors/s each', 30, onlyOnce, allServers),
    cursorsCase(table, 60, everyRound, allServers),
    cursorsCase('150 members, 15 cursors/s each', 150, onlyOnce, allServers),
    cursorsCase(hall, 300, everyRound, ['ours', 'relay']),
  ],
  columns: [
    { figure: 'microsPerSent', title: 'µs CPU per cursor' },
    { figure: 'stalenessP99Ms', title: 'staleness p99 ms' },
    { figure: 'p99Ms', title: 'latency p99 ms' },
    { figure: 'deliveredShare', title: 'delivered' },
    { figure: 'cores', title: 'server, cores' },
    { figure: 'peakRssMib', title: 'peak MiB' },
    ...machineColumns,
  ],
  lead: { figure: 'microsPerSent', peers },
  bars: (medians) => [
    atMost('60 in a room: CPU to the relay', 0.15, toRelay(medians, table, 'microsPerSent')),
    atMost(
      '60 in a room: newest position at p99',
      120,
      { value: medians.of(table, 'ours', 'stalenessP99Ms') },
      ' ms',
    ),
    atMost('300 in a room: server', 0.25, { value: medians.of(hall, 'ours', 'cores') }, ' cores'),
  ],
}

function cursorsCase(
  name: string,
  membersOfEach: number,
  repeats: Case['repeats'],
  servers: readonly ServerName[],
): Case {
  return {
    name,
    servers,
    repeats,
    measure: (task) => measureSteadyLoad(task, { rooms: 1, membersOfEach, kind: 'cursor', perSecond: 15 }),
  }
}
