import type { Report } from '@bordet/harvest'
import { expect, it } from 'vitest'
import { createExporter } from './exporter.ts'

const report: Report = {
  sessionId: 'A1',
  templateId: 'own',
  title: 'Framtidskväll',
  place: 'Lindåsa',
  owner: '',
  language: 'sv',
  timeZone: 'Europe/Stockholm',
  status: 'closed',
  heldAt: 0,
  heldOn: '1970-01-01',
  writtenAt: 0,
  participants: 0,
  tables: 1,
  rounds: 0,
  unreadable: [],
  notes: 0,
  questions: [],
  themes: [],
  texts: {},
  answers: {},
  actions: [],
  promises: [],
  rows: { plan: [], noteFacts: [], claims: [], heard: [], asks: [], approval: [], meeting: [] },
  claimQuotes: [],
  people: [],
  towns: {},
  parts: [],
  places: [],
}

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
