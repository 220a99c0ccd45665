import { languages } from '@bordet/text'
import { expect, it } from 'vitest'
import { composePlaces } from './composePlaces.ts'
import { everyNote } from './composeSections.ts'
import { documentFormats, exportPlaces } from './formats.ts'
import type { Report } from './model.ts'
import { trappedReport } from './testing/trappedReport.ts'

/** The same evening in two places, sorted the other way round. */
function twoPlaces(): Report[] {
  const evening = trappedReport()
  const ids = everyNote(evening).map(({ id }) => id)
  const sortedAs = (place: string, buses: number): Report => {
    const [bus, school] = [ids.slice(0, buses), ids.slice(buses, 20)]
    const questions = evening.questions.map((question) => ({
      ...question,
      zones: question.zones.map((zone) => ({
        ...zone,
        notes: zone.notes.map((note) => ({
          ...note,
          themes: [
            ...(bus.includes(note.id) ? ['Buss'] : []),
            ...(school.includes(note.id) ? ['Skola'] : []),
          ],
        })),
      })),
    }))
    const themes = [
      { id: 'b', name: 'Buss', text: '', notes: bus },
      { id: 's', name: 'Skola', text: '', notes: school },
    ]
    return { ...evening, place, questions, themes }
  }
  return [sortedAs('Lindåsa', 17), sortedAs('Ekdala', 3)]
}

it('tells what is special, and has every note of every place with its source', async () => {
  const reports = twoPlaces()
  for (const language of languages) {
    const { blocks } = await composePlaces(reports, language)
    const notes = blocks.flatMap((block) => (block.kind === 'note' ? [block] : []))
    expect(notes).toHaveLength(reports.reduce((sum, { notes: count }) => sum + count, 0))
    expect(notes.filter(({ source }) => source.startsWith('Ekdala · '))).toHaveLength(reports[1]?.notes ?? 0)
  }
  const { blocks } = await composePlaces(reports, 'sv')
  const table = blocks.find((block) => block.kind === 'table')
  expect(table).toMatchObject({
    head: ['Tema', 'Lindåsa', 'Ekdala', 'Alla'],
    rows: [
      ['Buss', '17 · 85\u00a0% (särskilt)', '3 · 15\u00a0%', '20'],
      ['Skola', '3 · 15\u00a0%', '17 · 85\u00a0% (särskilt)', '20'],
    ],
  })
})

it('is written in every text format', async () => {
  for (const format of documentFormats) {
    const { bytes, fileName } = await exportPlaces(twoPlaces(), format, 'da')
    expect(bytes.length).toBeGreaterThan(10_000)
    expect(fileName).toMatch(/^Steder side om side – 2025-02-18\./)
  }
})
