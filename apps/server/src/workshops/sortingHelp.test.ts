import { createFakeClock } from '@bordet/sync/testing'
import { expect, it } from 'vitest'
import type { SortingHelp, SortingJob } from '../export/exportWorker.ts'
import type { Desk } from './desk.ts'
import { createSortingHelp } from './sortingHelp.ts'

/** A thread that answers when the test says so. */
function openHelp() {
  const clock = createFakeClock()
  const jobs: { job: SortingJob; signal: AbortSignal | undefined; finish(tookMs?: number): void }[] = []
  const ask = createSortingHelp({
    clock,
    learntNotes: () => Promise.resolve([]),
    sorter: {
      sort(job, signal) {
        const { promise, resolve, reject } = Promise.withResolvers<SortingHelp>()
        signal?.addEventListener('abort', () => reject(new Error('nobody waits')))
        const finish = (tookMs = 100) => resolve({ guesses: new Map(), alike: new Map(), tookMs })
        jobs.push({ job, signal, finish })
        return promise
      },
    },
  })
  return { clock, jobs, ask: (desk: HelpedDesk, signal = new AbortController().signal) => ask(desk, signal) }
}

type HelpedDesk = Pick<Desk, 'workshopId' | 'state' | 'everyNote'>

/** As much of one as is read here. */
function deskAt(version: number): HelpedDesk {
  const state: Desk['state'] = JSON.parse(`{"version":${version},"themes":[],"noteThemes":{}}`)
  return { workshopId: 'w1', state, everyNote: () => [] }
}

const settled = () => new Promise((resolve) => setImmediate(resolve))

it('is worked out once for all who ask before it begins and while it is true, once more for all who come later', async () => {
  const { clock, jobs, ask } = openHelp()
  const first = [ask(deskAt(1)), ask(deskAt(1))]
  await settled()
  first.push(ask(deskAt(1)))
  const later = [ask(deskAt(2)), ask(deskAt(3)), ask(deskAt(4))]
  await settled()
  expect(jobs).toHaveLength(1)
  jobs[0]?.finish(1_000)
  await Promise.all(first)
  await settled()
  // Not at once: three times as long as it took is for others.
  clock.pass(2_900)
  await settled()
  expect(jobs).toHaveLength(1)
  clock.pass(200)
  await settled()
  expect(jobs).toHaveLength(2)
  jobs[1]?.finish()
  await Promise.all(later)
})

it('is called off when the last who asked is gone, and begun anew for the next', async () => {
  const { jobs, ask } = openHelp()
  const [one, other] = [new AbortController(), new AbortController()]
  const asked = [ask(deskAt(1), one.signal), ask(deskAt(1), other.signal)]
  await settled()
  one.abort()
  await expect(asked[0]).rejects.toThrow('nobody waits')
  expect(jobs[0]?.signal?.aborted).toBe(false)
  other.abort()
  await expect(asked[1]).rejects.toThrow('nobody waits')
  expect(jobs[0]?.signal?.aborted).toBe(true)
  const again = ask(deskAt(1))
  await settled()
  jobs[1]?.finish()
  await expect(again).resolves.toMatchObject({ tookMs: 100 })
  await expect(ask(deskAt(1))).resolves.toMatchObject({ tookMs: 100 })
  expect(jobs).toHaveLength(2)
})
