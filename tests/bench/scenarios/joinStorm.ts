/** Everybody opens a full board within a second. */
import { yjsPeers, type ServerName } from '../servers/benchServers.ts'
import { atMost, toBestPeer, toRelay } from './bars.ts'
import { machineColumns } from './columns.ts'
import { measureCrowdJoin } from './crowdJoins.ts'
import { everyRound, onlyOnce, type Scenario } from './scenario.ts'
import type { Medians } from '../report/medians.ts'

const storm = '500 into 2,000 notes, 20 write meanwhile'
const servers: readonly ServerName[] = ['ours', 'relay', ...yjsPeers]

export const joinStorm: Scenario = {
  name: 'join-storm',
  title: 'A crowd opens a full board within a second',
  how: 'Newcomers with nothing; a join takes from the attempt to connect until the first answer is complete. The relay replays the bytes that it was given once. Memory is how much RSS grew at most; “connections alone” is how much it grew when as many came to an empty board before.',
  cases: [
    {
      name: storm,
      servers,
      repeats: everyRound,
      measure: (task) => measureCrowdJoin(task, { notes: 2000, members: 500, isReturn: false, writers: 20 }),
    },
    {
      name: '150 into 10,000 notes',
      servers,
      repeats: onlyOnce,
      measure: (task) => measureCrowdJoin(task, { notes: 10_000, members: 150, isReturn: false, writers: 0 }),
    },
  ],
  columns: [
    { figure: 'cpuMsPerJoin', title: 'ms CPU per join' },
    { figure: 'p50Ms', title: 'p50 ms' },
    { figure: 'p99Ms', title: 'p99 ms' },
    { figure: 'joined', title: 'joined' },
    { figure: 'emptyAnswers', title: 'answered empty', over: 'sum' },
    { figure: 'kibPerJoin', title: 'KiB per join' },
    { figure: 'grownMib', title: 'grew by MiB' },
    { figure: 'rehearsalMib', title: 'connections alone, MiB' },
    ...machineColumns,
  ],
  lead: { figure: 'cpuMsPerJoin', peers: yjsPeers },
  bars: (medians) => [
    atMost('500 into 2,000 notes: p99 to the best peer', 0.02, toBestPeer(medians, storm, 'p99Ms', yjsPeers)),
    atMost('500 into 2,000 notes: p99', 150, { value: medians.of(storm, 'ours', 'p99Ms') }, ' ms'),
    atMost('500 into 2,000 notes: CPU per join to the relay', 1.3, toRelay(medians, storm, 'cpuMsPerJoin')),
    atMost('500 into 2,000 notes: memory grows by', 2, { value: grownBoards(medians) }, ' boards'),
  ],
}

/** Beyond what as many connections take, in boards as long as their bytes. */
function grownBoards(medians: Medians): number | null {
  const grown = medians.of(storm, 'ours', 'grownMib')
  const connections = medians.of(storm, 'ours', 'rehearsalMib')
  const boardKib = medians.of(storm, 'ours', 'boardKib')
  if (grown === null || connections === null || boardKib === null) return null
  return (Math.max(0, grown - connections) * 1024) / boardKib
}
