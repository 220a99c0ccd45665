import { describe, expect, it } from 'vitest'
import { languages } from '@bordet/text'
import { exportFile, exportFormats, exportNames, type ExportFormatName } from './formats.ts'
import type { Report } from './model.ts'
import { buildReport } from './report.ts'
import { boardsOf, lindasaCafe, startedAt } from './testing/lindasaCafe.ts'

const cafe = lindasaCafe()
const report = buildReport({
  state: cafe.state,
  boards: cafe.boards,
  now: startedAt,
  timeZone: 'Europe/Stockholm',
})

/** `npm run bench harvest` holds these; two for the others. */
const benchSeconds: Partial<Record<ExportFormatName, number>> = { docx: 3, pdf: 5, xlsx: 2 }

async function nameOf(change: Partial<Report>): Promise<string> {
  return (await exportFile({ ...report, ...change }, 'json', 'sv')).fileName
}

describe('the files of a harvest', () => {
  it('are written in every format and every language', async () => {
    expect(exportNames.toSorted()).toEqual(Object.keys(exportFormats).toSorted())
    for (const name of exportNames)
      for (const language of languages) {
        const { bytes, mimeType } = await exportFile({ ...report, questions: [] }, name, language)
        expect(bytes.length).toBeGreaterThan(50)
        expect(mimeType).toBe(exportFormats[name].mimeType)
      }
  })

  it('have names that people can read', async () => {
    expect(await nameOf({})).toBe('Skörd – Lindåsa – 2025-02-18.json')
    expect((await exportFile(report, 'md', 'da')).fileName).toBe('Opsamling – Lindåsa – 2025-02-18.md')
  })

  it('have names that every file system takes', async () => {
    expect(await nameOf({ place: '../a\\b:c*?"<>|\u0000\u202e .' })).toBe('Skörd – a b c – 2025-02-18.json')
    expect(await nameOf({ place: ' ', title: 'Café' })).toBe('Skörd – Café – 2025-02-18.json')
    expect(new TextEncoder().encode(await nameOf({ place: '👩‍👩‍👧‍👦å'.repeat(200) })).length).toBeLessThan(255)
  })

  it('say in JSON which version they are', async () => {
    const { bytes } = await exportFile(report, 'json', 'sv')
    const read: unknown = JSON.parse(new TextDecoder().decode(bytes))
    const { parts: _parts, places: _places, ...own } = report
    expect(read).toEqual({ format: 'bordet-harvest', version: 1, ...own })
  })

  it('carry no name of a person', async () => {
    for (const name of ['csv', 'md', 'html', 'json'] as const) {
      const text = new TextDecoder().decode((await exportFile(report, name, 'sv')).bytes)
      expect(text).not.toContain('Hemligsson')
    }
  })

  it('of 2,000 notes are written in at most three times what the bench allows on a machine at rest', async () => {
    const [first] = cafe.boards.filter(({ notes }) => notes?.length)
    const [note] = first?.notes ?? []
    if (!note) throw new Error('The café has no notes.')
    const notes = Array.from({ length: 2000 }, (_, index) => ({
      ...note,
      id: `n${index}`,
      text: `Lapp ${index}`,
    }))
    const many = buildReport({
      state: cafe.state,
      boards: [{ boardId: 'b', table: 1, notes }],
      now: startedAt,
    })
    expect(many.notes).toBe(2000)
    const slow: string[] = []
    for (const name of exportNames) {
      const before = process.cpuUsage()
      const { bytes } = await exportFile(many, name, 'sv')
      // The processor's time, so that what else the machine does is not counted.
      const { user, system } = process.cpuUsage(before)
      const seconds = (user + system) / 1_000_000
      if (seconds > 3 * (benchSeconds[name] ?? 2)) slow.push(`${name}: ${seconds.toFixed(1)} s`)
      expect(bytes.length).toBeGreaterThan(name === 'geojson' ? 100 : 10_000)
    }
    expect(slow).toEqual([])
  }, 120_000)

  it('leave the boards as they were', () => {
    expect(boardsOf(cafe.state, cafe.notes)).toEqual(cafe.boards)
  })
})
