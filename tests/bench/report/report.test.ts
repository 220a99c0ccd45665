import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { takeMedians, type Run } from './medians.ts'
import { keepSection, readResults } from './resultFile.ts'
import { writeNumber } from './table.ts'

const run = (server: Run['server'], round: number, cpu: number | null): Run => ({
  case: 'c',
  server,
  round,
  figures: { cpu },
})

describe('medians', () => {
  it('compares what was measured in the same round', () => {
    const runs = [run('ours', 0, 1), run('relay', 0, 2), run('ours', 1, 30), run('relay', 1, 40)]
    expect(
      takeMedians([...runs, run('ours', 2, 5), run('relay', 2, 5)]).ratio('c', 'cpu', 'ours', 'relay'),
    ).toBe(0.75)
  })

  it('say nothing where nothing was measured', () => {
    const medians = takeMedians([run('ours', 0, null)])
    expect(medians.of('c', 'ours', 'cpu')).toBeNull()
    expect(medians.ratio('c', 'cpu', 'ours', 'relay')).toBeNull()
    expect(medians.best('c', 'cpu', ['hocuspocus'])).toBeNull()
  })

  it('find the best', () => {
    const medians = takeMedians([run('hocuspocus', 0, 4), run('tldraw', 0, 3)])
    expect(medians.best('c', 'cpu', ['hocuspocus', 'tldraw'])).toBe('tldraw')
    expect(medians.best('c', 'cpu', ['hocuspocus', 'tldraw'], 'most')).toBe('hocuspocus')
  })
})

describe('the result file', () => {
  it('has a section replaced, the others as they were', () => {
    const folder = mkdtempSync(join(tmpdir(), 'bordet-results-'))
    try {
      const file = join(folder, 'results.json')
      const section = (cpu: number) => ({ measuredOn: 'today', machine: 'm', runs: [run('ours', 0, cpu)] })
      keepSection(file, 'a', section(1))
      keepSection(file, 'b', section(2))
      keepSection(file, 'a', section(3))
      expect(readResults(file)).toEqual(new Map(Object.entries({ a: section(3), b: section(2) })))
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

describe('numbers', () => {
  it.each([
    [0.01234, '0.012'],
    [1.234, '1.23'],
    [98.76, '98.8'],
    [1234.5, '1235'],
    [20, '20'],
    [0, '0'],
    [null, '–'],
  ])('%s is written %s', (value, written) => {
    expect(writeNumber(value)).toBe(written)
  })
})
