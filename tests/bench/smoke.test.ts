import { afterAll, describe, expect, it } from 'vitest'
import { createBoardStore } from './drive/boardStore.ts'
import { writePage } from './report/page.ts'
import { runScenario } from './runScenario.ts'
import { durability } from './scenarios/durability.ts'
import { everyRound, type Scenario } from './scenarios/scenario.ts'
import { deliveryColumns } from './scenarios/columns.ts'
import { measureCrowdJoin } from './scenarios/crowdJoins.ts'
import { measureSteadyLoad } from './scenarios/steadyLoad.ts'
import { createGrounds } from './servers/grounds.ts'

const grounds = createGrounds()
const options = {
  grounds,
  boards: createBoardStore(),
  isQuick: true,
  rounds: 1,
  isOnlyBars: false,
  say: () => {},
}
afterAll(grounds.clear)

describe('the bench', () => {
  it('brings every note to everybody, through our server and through the relay, and writes a page of it', async () => {
    const scenario: Scenario = {
      name: 'small',
      title: 'A small crowd',
      how: 'Six members.',
      cases: [
        {
          name: 'six',
          servers: ['ours', 'relay'],
          repeats: everyRound,
          measure: (task) =>
            measureSteadyLoad(task, { rooms: 2, membersOfEach: 3, kind: 'note', perSecond: 10 }),
        },
      ],
      columns: deliveryColumns,
      lead: { figure: 'microsPerDelivery', peers: ['relay'] },
      bars: (medians) => [
        { bar: 'delivered', figure: 'all', holds: medians.of('six', 'ours', 'deliveredShare') === 1 },
      ],
    }
    const runs = await runScenario(scenario, options)
    expect(runs.map(({ server }) => server)).toEqual(['ours', 'relay'])
    for (const { figures } of runs) expect(figures).toMatchObject({ joined: 6, deliveredShare: 1 })
    const section = { measuredOn: '2026-01-01', machine: 'a machine', runs }
    const page = writePage([scenario], new Map([['small', section]]))
    expect(page).toContain('| delivered | all | holds |')
    expect(page).toMatch(/\| Bordet \|.*\n\| relay \|/)
  })

  it('brings cursors', async () => {
    const load = { rooms: 1, membersOfEach: 4, kind: 'cursor', perSecond: 15 } as const
    const { deliveredShare, stalenessP99Ms } = await measureSteadyLoad({ ...options, server: 'ours' }, load)
    expect(deliveredShare).toBeGreaterThan(0)
    expect(stalenessP99Ms).toBeGreaterThan(0)
  })

  it('gives a crowd the whole board', async () => {
    const join = { notes: 60, members: 5, isReturn: false, writers: 2 }
    const figures = await measureCrowdJoin({ ...options, isQuick: false, server: 'ours' }, join)
    expect(figures).toMatchObject({ joined: 5, emptyAnswers: 0 })
  })

  it('finds nothing lost after a kill', async () => {
    const runs = await runScenario(durability, { ...options, only: ['ours'] })
    expect(runs).toHaveLength(1)
    expect(runs[0]?.figures).toMatchObject({ kills: 1, seenLost: 0, acknowledgedLost: 0 })
    expect(runs[0]?.figures['seen']).toBeGreaterThan(0)
    expect(runs[0]?.figures['acknowledged']).toBeGreaterThan(0)
  })
})
