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
