/** One room in which everybody writes. */
import { allServers, peers } from '../servers/benchServers.ts'
import { atMost, toBestPeer, toRelay } from './bars.ts'
import { everyRound, onlyOnce, type Case, type Scenario } from './scenario.ts'
import { measureSteadyLoad } from './steadyLoad.ts'
import { deliveryColumns } from './columns.ts'

const busy = '150 members, 1 note/s each'
const quiet = '150 members, a note in 10 s each'

export const fanOut: Scenario = {
  name: 'fan-out',
  title: 'One room, everybody writes',
  how: 'Everybody in one room puts up notes; a delivery is one note that reaches one other member.',
  cases: [
    fanOutCase('50 members, 1 note/s each', 50, 1, onlyOnce),
    fanOutCase(busy, 150, 1, everyRound),
    fanOutCase('300 members, 1 note/s each', 300, 1, onlyOnce),
    fanOutCase(quiet, 150, 0.1, everyRound),
  ],
  columns: deliveryColumns,
  lead: { figure: 'microsPerDelivery', peers },
  bars: (medians) => [
    atMost(
      '150 at 1 note/s: CPU per delivery to the best peer',
      0.5,
      toBestPeer(medians, busy, 'microsPerDelivery', peers),
    ),
    atMost(
      '150 at 1 note/s: CPU per delivery to the relay',
      0.6,
      toRelay(medians, busy, 'microsPerDelivery'),
    ),
    atMost('150 at 0.1 notes/s: p99 latency to the relay', 1.5, toRelay(medians, quiet, 'p99Ms')),
  ],
}

function fanOutCase(name: string, membersOfEach: number, perSecond: number, repeats: Case['repeats']): Case {
  return {
    name,
    servers: allServers,
    repeats,
    measure: (task) => measureSteadyLoad(task, { rooms: 1, membersOfEach, kind: 'note', perSecond }),
  }
}
