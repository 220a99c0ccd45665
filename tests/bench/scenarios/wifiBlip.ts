/** Everybody comes back at once to a board that they have. */
import { yjsPeers } from '../servers/benchServers.ts'
import { atMost, toBestPeer } from './bars.ts'
import { machineColumns } from './columns.ts'
import { measureCrowdJoin } from './crowdJoins.ts'
import { everyRound, type Scenario } from './scenario.ts'

const blip = '500 return to 10,000 notes'

export const wifiBlip: Scenario = {
  name: 'wifi-blip',
  title: 'A crowd returns after a Wi-Fi blip',
  how: 'Five hundred members were there with the whole board; all come back within a second, each with a state vector, and with the whole delete set when asked for it, as a stock provider does. The relay has no answer to a state vector.',
  cases: [
    {
      name: blip,
      servers: ['ours', ...yjsPeers],
      repeats: everyRound,
      measure: (task) => measureCrowdJoin(task, { notes: 10_000, members: 500, isReturn: true, writers: 0 }),
    },
  ],
  columns: [
    { figure: 'cpuMsPerJoin', title: 'ms CPU per return' },
    { figure: 'p50Ms', title: 'p50 ms' },
    { figure: 'p99Ms', title: 'p99 ms' },
    { figure: 'joined', title: 'returned' },
    { figure: 'kibPerJoin', title: 'KiB per return' },
    { figure: 'grownMib', title: 'grew by MiB' },
    ...machineColumns,
  ],
  lead: { figure: 'cpuMsPerJoin', peers: yjsPeers },
  bars: (medians) => [
    atMost(
      '500 return: CPU per return to the best peer',
      0.3,
      toBestPeer(medians, blip, 'cpuMsPerJoin', yjsPeers),
    ),
    atMost('500 return: p99', 50, { value: medians.of(blip, 'ours', 'p99Ms') }, ' ms'),
  ],
}
