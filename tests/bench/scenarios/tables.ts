/** Many rooms with a table's people in each. */
import { allServers, peersWithDatabase } from '../servers/benchServers.ts'
import { atMost, toBestPeer, toRelay } from './bars.ts'
import { deliveryColumns } from './columns.ts'
import { everyRound, onlyOnce, type Case, type Scenario } from './scenario.ts'
import { measureSteadyLoad } from './steadyLoad.ts'

const hall = '100 tables of 8, 1 note/s each'

export const tables: Scenario = {
  name: 'tables',
  title: 'Many tables of eight, everybody writes',
  how: 'As in one room, but each room has eight members. The best peer is the best one with a database.',
  cases: [
    tablesCase('20 tables of 8, 1 note/s each', 20, onlyOnce),
    tablesCase('60 tables of 8, 1 note/s each', 60, onlyOnce),
    tablesCase(hall, 100, everyRound),
  ],
  columns: deliveryColumns,
  lead: { figure: 'microsPerDelivery', peers: peersWithDatabase },
  bars: (medians) => {
    const toPeer = toBestPeer(medians, hall, 'microsPerDelivery', peersWithDatabase)
    return [
      atMost('100 tables: CPU per delivery to the best peer with a database', 0.7, toPeer),
      atMost('100 tables: CPU per delivery to the relay', 1.4, toRelay(medians, hall, 'microsPerDelivery')),
      atMost('100 tables: p99 latency', 25, { value: medians.of(hall, 'ours', 'p99Ms') }, ' ms'),
    ]
  },
}

function tablesCase(name: string, rooms: number, repeats: Case['repeats']): Case {
  return {
    name,
    servers: allServers,
    repeats,
    measure: (task) => measureSteadyLoad(task, { rooms, membersOfEach: 8, kind: 'note', perSecond: 1 }),
  }
}
