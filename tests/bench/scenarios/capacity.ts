/** How far each server goes: more and more members until it is too slow, or has used up a core, or leaves things out. */
import { allServers, peers } from '../servers/benchServers.ts'
import { atLeast, toBestPeer } from './bars.ts'
import { onlyOnce, type Figures, type Scenario, type Task } from './scenario.ts'
import { measureSteadyLoad, type SteadyLoad } from './steadyLoad.ts'

const p99LimitMs = 200
const coreLimit = 0.95
const deliveredLimit = 0.98
const driverLimit = 0.9
const windowMs = 5000

interface Ladder {
  name: string
  unit: string
  bar: number
  steps: readonly number[]
  loadOf: (size: number) => SteadyLoad
}

const ladders: readonly Ladder[] = [
  {
    name: 'members of one room, 1 note/s each',
    unit: ' members',
    bar: 500,
    steps: [100, 150, 200, 250, 300, 400, 500, 600, 700],
    loadOf: (size) => ({ rooms: 1, membersOfEach: size, kind: 'note', perSecond: 1, windowMs }),
  },
  {
    name: 'members of one room, 15 cursors/s each',
    unit: ' members',
    bar: 300,
    steps: [40, 60, 80, 100, 150, 200, 300, 400],
    loadOf: (size) => ({ rooms: 1, membersOfEach: size, kind: 'cursor', perSecond: 15, windowMs }),
  },
  {
    name: 'rooms of 8, 2 notes/s each',
    unit: ' rooms',
    bar: 300,
    steps: [50, 100, 150, 200, 250, 300, 400],
    loadOf: (size) => ({ rooms: size, membersOfEach: 8, kind: 'note', perSecond: 2, windowMs }),
  },
]

export const capacity: Scenario = {
  name: 'capacity',
  title: 'How many a server holds',
  how: `Step by step until p99 is above ${p99LimitMs} ms, the server uses more than ${coreLimit} cores, or less than ${deliveredLimit * 100} % of the notes arrive; a fresh server for each step. Where the driver used up its own core by then, more might be possible.`,
  cases: ladders.map((ladder) => ({
    name: ladder.name,
    servers: allServers,
    repeats: onlyOnce,
    measure: (task) => climb(task, ladder),
  })),
  columns: [
    { figure: 'held', title: 'held' },
    { figure: 'deliveredPerSecond', title: 'deliveries/s' },
    { figure: 'p99Ms', title: 'p99 ms' },
    { figure: 'cores', title: 'server, cores' },
    { figure: 'failedAt', title: 'not held' },
    { figure: 'failedP99Ms', title: 'p99 ms' },
    { figure: 'failedCores', title: 'server, cores' },
    { figure: 'failedDriverCores', title: 'driver, cores' },
    { figure: 'failedOthersCores', title: 'others, cores' },
  ],
  bars: (medians) =>
    ladders.flatMap(({ name, unit, bar }) => [
      atLeast(name, bar, { value: medians.of(name, 'ours', 'held') }, unit),
      atLeast(`${name}: to the best peer`, 1.6, toBestPeer(medians, name, 'held', peers, 'most')),
    ]),
}

async function climb(task: Task, { steps, loadOf }: Ladder): Promise<Figures> {
  let held: Figures = { held: 0 }
  for (const size of task.isQuick ? steps.slice(0, 1) : steps) {
    const load = loadOf(size)
    const step = await measureSteadyLoad(task, load)
    if (!isHeld(step, load)) return { ...held, ...failedAt(size, step) }
    const { deliveredPerSecond = null, p99Ms = null, cores = null } = step
    held = { held: size, deliveredPerSecond, p99Ms, cores }
  }
  return held
}

function isHeld(step: Figures, { kind, rooms, membersOfEach }: SteadyLoad): boolean {
  const { p99Ms, cores, deliveredShare, openClients } = step
  if ((p99Ms ?? Number.POSITIVE_INFINITY) > p99LimitMs || (cores ?? 0) > coreLimit) return false
  if ((openClients ?? 0) < rooms * membersOfEach) return false
  return kind === 'cursor' || (deliveredShare ?? 0) >= deliveredLimit
}

function failedAt(size: number, step: Figures): Figures {
  const { p99Ms = null, cores = null, driverCores = null, othersCores = null } = step
  return {
    failedAt: size,
    failedP99Ms: p99Ms,
    failedCores: cores,
    failedDriverCores: driverCores,
    failedOthersCores: othersCores,
    driverWasTheLimit: (driverCores ?? 0) > driverLimit ? 1 : 0,
  }
}
