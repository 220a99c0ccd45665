/** Tables on paper and on screens: as wide as their words ask for, whole, and with their head on every page. */
import { readPdf } from '@bordet/print/testing/readPdf'
import { describe, expect, it } from 'vitest'
import type { Block } from '../document.ts'
import { documentOf } from '../testing/documentOf.ts'
import { elements, readParts } from '../testing/readDocx.ts'
import { drawDocx } from './writeDocx.ts'
import { drawHtml } from './writeHtml.ts'
import { drawOdt } from './writeOdt.ts'
import { drawPdf } from './writePdf.ts'

const answer =
  'Ja. Från augusti provar vi en tur på kvällen, och efter ett halvår berättar vi hur det gick. '.repeat(3)
const answers: Block = {
  kind: 'table',
  caption: 'Frågor och svar',
  head: ['Fråga', 'Svar', 'Ansvarig', 'När'],
  rows: Array.from({ length: 30 }, (_, at) => [
    `Fråga ${at}: går bussen?`,
    answer,
    'Tekniska enheten',
    '15 december 2026',
  ]),
}
const places = Array.from({ length: 9 }, (_, at) => `Stenlundsborg${at}`)
const matrix: Block = {
  kind: 'table',
  caption: 'Tema för tema',
  head: ['Tema', ...places, 'Alla'],
  rows: [['Bostäder', ...places.map(() => '10 · 29 %'), '31']],
}
const document = documentOf([
  { kind: 'heading', level: 1, text: 'Frågor och svar' },
  answers,
  { kind: 'heading', level: 1, text: 'Tema för tema' },
  { kind: 'paragraph', text: 'Andelar av lapparna.', look: 'quiet' },
  matrix,
  { kind: 'heading', level: 1, text: 'Alla lappar' },
  { kind: 'note', text: 'En lapp', source: 'Bord 1', dots: null, id: 'n' },
])

describe('a table', () => {
  it('has in Word columns that fill the page, the longest text the widest, and a head on each page', async () => {
    const body = readParts(await drawDocx(document))('word/document.xml')
    const [first, second] = elements(body, 'w:tbl').slice(-2)
    const widths = (table: typeof first) =>
      table ? elements(table, 'w:gridCol').map((column) => Number(column.getAttribute('w:w'))) : []
    const sum = (all: number[]) => all.reduce((total, one) => total + one, 0)
    expect(sum(widths(first))).toBe(9070)
    expect(Math.max(...widths(first))).toBe(widths(first)[1])
    expect(widths(first)[1]).toBeGreaterThan(9070 * 0.4)
    const heads = first ? elements(first, 'w:tblHeader') : []
    expect(heads.filter((one) => one.getAttribute('w:val') !== 'off')).toHaveLength(1)
    expect(first && elements(first, 'w:cantSplit')).toHaveLength(31)
    // On a page on its side, with its heading; what follows stands upright again.
    expect(sum(widths(second))).toBe(14002)
    const sides = elements(body, 'w:pgSz').map((size) => size.getAttribute('w:orient'))
    expect(sides.map((side) => side === 'landscape')).toEqual([false, false, true, false])
  })

  it('has in ODF the same columns, and pages of the same shapes', async () => {
    const content = readParts(await drawOdt(document))('content.xml')
    const widthOf = new Map(
      elements(content, 'style:style').flatMap((style) => {
        const width = elements(style, 'style:table-column-properties')[0]?.getAttribute('style:column-width')
        return width ? [[style.getAttribute('style:name') ?? '', Number.parseFloat(width)]] : []
      }),
    )
    const columns = elements(content, 'table:table').map((table) =>
      elements(table, 'table:table-column').map(
        (column) => widthOf.get(column.getAttribute('table:style-name') ?? '') ?? 0,
      ),
    )
    const sums = columns.map((all) => all.reduce((total, one) => total + one, 0))
    expect(sums.map((sum) => Math.round(sum * 10) / 10)).toEqual([16, 24.7])
    expect(columns[0]?.[1]).toBeGreaterThan(6.4)
    const pages = elements(content, 'style:style').flatMap(
      (style) => style.getAttribute('style:master-page-name') ?? [],
    )
    expect(pages).toEqual(['Wide', 'Standard'])
  })

  it('has its head again on each page of the PDF, no row in two parts, and no heading alone', async () => {
    const { pages } = await readPdf(await drawPdf(document))
    const withAnswers = pages.filter(({ text }) => /Fråga \d+:/.test(text))
    expect(withAnswers.length).toBeGreaterThan(2)
    for (const { text } of withAnswers) {
      expect(text).toContain('Ansvarig')
      expect(text.match(/Fråga \d+:/g)).toHaveLength(text.match(/Tekniska enheten/g)?.length ?? 0)
    }
    const wide = pages.filter(({ text }) => text.includes('Andelar av lapparna.'))
    expect(wide.map(({ text }) => text.includes('Tema för tema') && text.includes('Bostäder'))).toEqual([
      true,
    ])
  })

  it('is not torn letter by letter on a phone: words are read row by row, figures are scrolled', async () => {
    const html = new TextDecoder().decode(await drawHtml(document))
    expect(html).not.toContain('anywhere')
    expect(html).toContain('<table class="stacked" role="table"')
    expect(html).toMatch(/<td role="cell" data-label="Svar" dir="auto">Ja\./)
    expect(html).toContain('<table class="figures"')
    expect(html.match(/Frågor och svar<\/(?:h2|caption)>/g)).toHaveLength(1)
  })
})

it('below a page stands no more than fits beside its number', async () => {
  const lead = Array.from({ length: 12 }, (_, at) => `Stenlund-Krogby${at}`).join(' · ')
  const { pages } = await readPdf(await drawPdf({ ...document, lead, eyebrow: 'Program' }))
  expect(pages.length).toBeGreaterThan(2)
  const footer = elements(readParts(await drawDocx({ ...document, lead }))('word/footer1.xml'), 'w:t')
  expect(footer[0]?.textContent?.length).toBeLessThan(80)
  expect(footer[0]?.textContent?.endsWith(' · …')).toBe(true)
})
