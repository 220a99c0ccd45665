import { languages } from '@bordet/text'
import { readSheet } from 'read-excel-file/node'
import { expect, it } from 'vitest'
import { exportSeries, seriesFormats } from '../formats.ts'
import { trapTexts } from '../testing/trapNotes.ts'
import { composeSeries } from './composeSeries.ts'
import type { SeriesNote, SeriesReport } from './model.ts'

function note(id: string, source: number, more: Partial<SeriesNote>): SeriesNote {
  return {
    id,
    source,
    text: `Lapp ${id}`,
    themes: [],
    place: 'Lindåsa',
    heldOn: '2026-05-12',
    table: 1,
    round: 1,
    phase: 'Runda',
    isQuote: false,
    dots: null,
    photo: false,
    fromPaper: false,
    ...more,
  }
}

/** Two villages whose evenings were about opposite things, and an interview round; with texts that break files. */
function programme(): SeriesReport {
  const evening = (source: number, place: string, heldOn: string, bus: number) =>
    Array.from({ length: 20 }, (_, n) =>
      note(`${place}-${n}`, source, {
        place,
        heldOn,
        table: (n % 4) + 1,
        themes: [n < bus ? 'Buss' : 'Skola'],
        text: trapTexts[n] ?? `Lapp ${n}`,
        isQuote: n === bus - 1,
      }),
    )
  const source = { participants: 20, isOpen: false, unreadable: [], sentence: '' }
  return {
    name: 'Service i samverkan',
    owner: 'Ekdala kommun',
    language: 'sv',
    timeZone: 'Europe/Stockholm',
    writtenAt: Date.parse('2026-06-01T12:00:00Z'),
    texts: { summary: 'Det viktigaste.', shared: 'Vi delar mycket.', 'place:LINDÅSA': 'Byn vid kvarnen.' },
    sources: [
      {
        ...source,
        id: 'i1',
        kind: 'interviews',
        title: 'Butiksägare',
        place: '',
        heldOn: '2025-11-03',
        participants: null,
      },
      {
        ...source,
        id: 'w1',
        kind: 'workshop',
        title: 'Kväll i Lindåsa',
        place: 'Lindåsa',
        heldOn: '2026-05-12',
      },
      {
        ...source,
        id: 'w2',
        kind: 'workshop',
        title: 'Kväll i Ekdala',
        place: 'Ekdala',
        heldOn: '2026-05-19',
        isOpen: true,
        unreadable: [3],
      },
    ],
    notes: [
      note('q1', 0, { heldOn: '2025-11-03', table: null, round: null, phase: 'handlare', themes: ['Buss'] }),
      ...evening(1, 'Lindåsa', '2026-05-12', 17),
      ...evening(2, 'Ekdala', '2026-05-19', 3),
      note('only', 2, { place: 'Ekdala', heldOn: '2026-05-19', text: '', photo: true }),
    ],
  }
}

it('says what is special and shared, and names the source of each quote', async () => {
  const { blocks, notices } = await composeSeries(programme(), 'sv')
  const tables = blocks.flatMap((block) => (block.kind === 'table' ? [block] : []))
  expect(tables[0]).toMatchObject({
    head: ['Tema', 'Ekdala', 'Lindåsa', 'Alla'],
    rows: [
      ['Buss', '3 · 15\u00a0%', '18 · 86\u00a0%\u00a0**', '21'],
      ['Skola', '17 · 85\u00a0%\u00a0**', '3 · 14\u00a0%', '20'],
    ],
  })
  const trend = tables.find(({ caption }) => caption === 'Över tid')
  expect(trend?.head).toEqual(['Tema', '3 november 2025', '12 maj 2026', '19 maj 2026'])
  // One quote is no share.
  expect(trend?.rows.find(([name]) => name === 'Buss')?.[1]).toBe('1')
  const quotes = blocks.flatMap((block) => (block.kind === 'quote' ? [block.source] : []))
  expect(quotes).toContain('Lindåsa · 3 november 2025 · Intervju: handlare')
  expect(quotes).toContain('Ekdala · 19 maj 2026 · Kväll i Ekdala · Bord 3 · Omgång 1')
  expect(notices).toEqual([
    'Fler lappar kan komma. Inte avslutat: Ekdala.',
    'Lappar saknas, eftersom det som är sparat inte går att läsa: Ekdala.',
  ])
  expect(blocks).toContainEqual({ kind: 'paragraph', text: 'Byn vid kvarnen.' })
})

it('says the language of what people wrote, told to a reader of another', async () => {
  const { blocks, titleLanguage, notesLanguage } = await composeSeries(programme(), 'da')
  expect([titleLanguage, notesLanguage]).toEqual(['sv', 'sv'])
  const paragraphs = blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [[block.text, block.language]] : [],
  )
  expect(paragraphs).toContainEqual(['Vi delar mycket.', 'sv'])
  expect(paragraphs).toContainEqual(['Byn vid kvarnen.', 'sv'])
  const [themes] = blocks.flatMap((block) => (block.kind === 'table' ? [block] : []))
  expect(themes?.languages?.head).toEqual([undefined, 'sv', 'sv', undefined])
  expect(themes?.languages?.rows[0]?.[0]).toBe('sv')
  const photo = blocks.find((block) => block.kind === 'note' && block.id === 'only')
  expect(photo).toMatchObject({ text: 'Sedlen er et foto.', language: 'da' })
})

it('has every note word for word once in the appendix, in every language', async () => {
  const report = programme()
  for (const language of languages) {
    const { blocks } = await composeSeries(report, language)
    const told = blocks.flatMap((block) => (block.kind === 'note' ? [[block.id, block.text]] : []))
    expect(told.map(([id]) => id).sort()).toEqual(report.notes.map(({ id }) => id).sort())
    for (const { id, text } of report.notes) if (text !== '') expect(told).toContainEqual([id, text])
  }
})

it('says so when there is only one day, no theme, or one place', async () => {
  const report = programme()
  const one = { ...report, notes: [note('a', 1, {})] }
  const { blocks } = await composeSeries(one, 'sv')
  const paragraphs = blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []))
  expect(paragraphs).toContain('Alla lappar är från samma dag. Det finns ingen utveckling att visa än.')
  expect(paragraphs).toContain('Inga lappar är sorterade i teman än.')
  expect(blocks).toContainEqual({
    kind: 'list',
    items: ['Lindåsa: för få sorterade lappar (0) för att säga något'],
  })
  await expect(composeSeries({ ...report, sources: [], notes: [] }, 'sv')).resolves.toBeTruthy()
})

it('is written in every format, with a sheet of notes that says where each comes from', async () => {
  for (const format of seriesFormats) {
    const { bytes, fileName } = await exportSeries(programme(), format, 'da')
    expect(bytes.length).toBeGreaterThan(3_000)
    expect(fileName).toBe(`Service i samverkan – 2026-06-01.${format}`)
  }
  const { bytes } = await exportSeries(programme(), 'xlsx', 'sv')
  const rows = await readSheet(Buffer.from(bytes), 1)
  expect(rows).toHaveLength(programme().notes.length + 1)
  expect(rows[1]?.slice(1, 6)).toEqual(['Lindåsa', '2025-11-03', 'Butiksägare', 'Intervju', null])
  expect(rows[2]?.slice(1, 6)).toEqual(['Lindåsa', '2026-05-12', 'Kväll i Lindåsa', 1, 1])
})
