import { createFakeClock } from '@bordet/sync/testing'
import type { ExportedFile } from '@bordet/harvest'
import { expect, it } from 'vitest'
import type { Reader } from './exporter.ts'
import { createExportJobs } from './exportJobs.ts'

const minuteMs = 60_000
const made: ExportedFile = {
  bytes: new Uint8Array(3),
  mimeType: 'text/plain',
  fileName: 'Skörd.txt',
}

/** A file that is written when the test says so. */
function openJobs() {
  const clock = createFakeClock()
  const logged: string[] = []
  const jobs = createExportJobs({ clock, log: (event) => void logged.push(event) })
  const begin = (id: string, owner = 'w1') => {
    const { promise, resolve, reject } = Promise.withResolvers<ExportedFile>()
    const readers: Reader[] = []
    const write = (reader: Reader) => {
      readers.push(reader)
      return promise
    }
    const start = () => jobs.start(owner, id, write)
    const begun = start()
    return { begun, start, readers, reader: readers[0], finish: () => resolve(made), fail: reject }
  }
  return { clock, jobs, logged, begin }
}

const settled = () => new Promise(setImmediate)

it('says which file of how many is written, then that it is there, and writes once for one id', async () => {
  const { jobs, begin } = openJobs()
  const { begun, start, readers, reader, finish } = begin('a')
  expect(begun).toEqual({ state: 'writing', done: 0, of: 1, part: null })
  reader?.onStep?.({ done: 2, of: 10, part: 'pdf' })
  expect(start()).toEqual({ state: 'writing', done: 2, of: 10, part: 'pdf' })
  finish()
  await settled()
  expect(jobs.look('w1', 'a')).toEqual({ state: 'done', fileName: 'Skörd.txt', sizeBytes: 3 })
  expect(start()).toMatchObject({ state: 'done' })
  expect(jobs.file('w1', 'a')).toBe(made)
  expect(jobs.file('w2', 'a')).toBeNull()
  expect(readers).toHaveLength(1)
})

it('stops writing when it is called off, or when nobody has asked for a while', () => {
  const { clock, jobs, begin } = openJobs()
  const [one, other] = [begin('a'), begin('b')]
  expect(jobs.drop('w1', 'a')).toBe(true)
  expect(one.reader?.signal?.aborted).toBe(true)
  clock.pass(minuteMs)
  expect(jobs.look('w1', 'b')).toMatchObject({ state: 'writing' })
  clock.pass(minuteMs)
  expect(other.reader?.signal?.aborted).toBe(false)
  clock.pass(minuteMs)
  expect(other.reader?.signal?.aborted).toBe(true)
  expect(jobs.look('w1', 'b')).toBeNull()
  expect(jobs.drop('w1', 'b')).toBe(false)
})

it('keeps a file for ten minutes after it was last asked for, and says so when it could not be written', async () => {
  const { clock, jobs, logged, begin } = openJobs()
  begin('a').finish()
  const failing = begin('b')
  failing.fail(new Error('the disk is full'))
  await settled()
  expect(jobs.look('w1', 'b')).toEqual({ state: 'failed' })
  expect(logged).toEqual(['a file could not be written'])
  expect(failing.start()).toMatchObject({ state: 'writing' })
  clock.pass(9 * minuteMs)
  expect(jobs.file('w1', 'a')).toBe(made)
  clock.pass(9 * minuteMs)
  expect(jobs.file('w1', 'a')).toBe(made)
  clock.pass(11 * minuteMs)
  expect(jobs.look('w1', 'a')).toBeNull()
})

it('holds six for each workshop: done ones make room, more than six at work are refused', async () => {
  const { jobs, begin } = openJobs()
  begin('first').finish()
  await settled()
  for (const id of ['b', 'c', 'd', 'e', 'f']) expect(begin(id).begun).not.toBeNull()
  expect(begin('g').begun).not.toBeNull()
  expect(jobs.look('w1', 'first')).toBeNull()
  expect(begin('h').begun).toBeNull()
  expect(begin('h', 'w2').begun).not.toBeNull()
})
