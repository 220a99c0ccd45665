/** Over the real export thread; counted is how often it is asked. */
import { expect, it, onTestFinished } from 'vitest'
import { createExporter, type Exporter } from './exporter.ts'
import { createHarvestCache, type HarvestSource } from './harvestCache.ts'
import { emptyReport } from './testing/emptyReport.ts'

function open() {
  const exporter = createExporter()
  onTestFinished(() => exporter.close())
  const counted = { reports: 0, written: [] as string[], calledOff: 0 }
  const write: Exporter['write'] = (report, format, language, reader) => {
    counted.written.push(`${format} ${language}`)
    reader?.signal?.addEventListener('abort', () => (counted.calledOff += 1))
    return exporter.write(report, format, language, reader)
  }
  const source = (edition: string, id = 'w1'): HarvestSource => ({
    id,
    edition,
    report: async () => {
      counted.reports += 1
      return { ...emptyReport, title: `Kväll ${edition}` }
    },
  })
  return { cache: createHarvestCache({ write }), counted, source }
}

const stays = new AbortController().signal
const textOf = ({ bytes }: { bytes: Uint8Array }) => new TextDecoder().decode(bytes)

it('writes a file once for all who ask while nothing changes, and anew after a change', async () => {
  const { cache, counted, source } = open()
  const ask = (edition: string, language: 'sv' | 'da' = 'sv') =>
    cache.file(source(edition), 'md', language, stays)
  const many = await Promise.all(Array.from({ length: 20 }, () => ask('1')))
  expect(new Set(many).size).toBe(1)
  expect(await ask('1')).toBe(many[0])
  await ask('1', 'da')
  await cache.report(source('1'))
  expect(counted).toMatchObject({ reports: 1, written: ['md sv', 'md da'] })
  const after = await ask('2')
  expect(textOf(after)).toContain('Kväll 2')
  expect(counted).toMatchObject({ reports: 2, written: ['md sv', 'md da', 'md sv'] })
})

it('calls a file off once nobody waits for it, and not before', async () => {
  const { cache, counted, source } = open()
  const [one, other] = [new AbortController(), new AbortController()]
  const first = cache.file(source('1'), 'docx', 'sv', one.signal)
  const second = cache.file(source('1'), 'docx', 'sv', other.signal)
  one.abort()
  await expect(first).rejects.toThrow('nobody waits')
  expect((await second).bytes.length).toBeGreaterThan(0)
  // It is there: whoever leaves now calls nothing off.
  other.abort()
  const third = new AbortController()
  const alone = cache.file(source('2'), 'docx', 'sv', third.signal)
  await cache.report(source('2'))
  third.abort()
  await expect(alone).rejects.toThrow('nobody waits')
  expect(counted).toMatchObject({ written: ['docx sv', 'docx sv'], calledOff: 1 })
  expect((await cache.file(source('2'), 'docx', 'sv', stays)).bytes.length).toBeGreaterThan(0)
  expect(counted.written).toHaveLength(3)
})

it('keeps neither what failed nor more than a few workshops', async () => {
  const { cache, counted, source } = open()
  const broken = { ...source('1'), report: () => Promise.reject(new Error('not now')) }
  await expect(cache.file(broken, 'md', 'sv', stays)).rejects.toThrow('not now')
  for (const id of ['w1', 'w2', 'w3', 'w4', 'w5', 'w1']) await cache.file(source('1', id), 'md', 'sv', stays)
  expect(counted.written).toHaveLength(6)
})
