import { expect, it } from 'vitest'
import { createExporter } from './exporter.ts'
import { emptyReport as report } from './testing/emptyReport.ts'

it('stops when nobody waits any more, and writes the next file all the same', async () => {
  const exporter = createExporter()
  const gone = new AbortController()
  const cancelled = exporter.write(report, 'zip', 'sv', { signal: gone.signal })
  gone.abort()
  await expect(cancelled).rejects.toThrow('nobody waits')
  const file = await exporter.write(report, 'html', 'sv')
  expect(new TextDecoder().decode(file.bytes)).toContain('Framtidskväll')
  await exporter.close()
})

it('begins nothing for whoever is gone already, and nothing once it is closed', async () => {
  const exporter = createExporter()
  const gone = AbortSignal.abort()
  const sorting = { workshopId: 'w1', notes: [], themes: [], learnt: [] }
  await expect(exporter.sort(sorting, gone)).rejects.toThrow('nobody waits')
  await expect(exporter.sort(sorting)).resolves.toMatchObject({ guesses: new Map(), alike: new Map() })
  await exporter.close()
  await expect(exporter.sort(sorting)).rejects.toThrow('stopping')
  await expect(exporter.write(report, 'html', 'sv')).rejects.toThrow('stopping')
})
