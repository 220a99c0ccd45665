import { languages } from '@bordet/text'
import { nodesOf, readPdf } from '@bordet/print/testing/readPdf'
import { describe, expect, it } from 'vitest'
import type { Block } from '../document.ts'
import type { Report } from '../model.ts'
import { documentOf } from '../testing/documentOf.ts'
import { trappedReport } from '../testing/trappedReport.ts'
import { officeLanguages } from '../words.ts'
import { drawPdf, writePdf } from './writePdf.ts'

/** What organisers write may be longer than a page. */
function withLongText(report: Report): Report {
  return { ...report, texts: { headInShort: 'ord '.repeat(2_000) } }
}

/** Where a line was broken on paper is no part of the words. */
const flat = (text: string) => text.replace(/\s+/g, '')

/** Each once read, whatever their order and shapes. */
const lettersOf = (text: string) => (text.normalize('NFKC').match(/\p{L}/gu) ?? []).sort()

describe('the PDF', () => {
  it.each(languages)('is tagged, titled and in %s, with its fonts inside', async (language) => {
    const pdf = await readPdf(await writePdf(trappedReport(), language))
    expect(pdf).toMatchObject({
      language: officeLanguages[language],
      showsTitle: true,
      isTagged: true,
      fonts: { missing: [] },
    })
    expect(pdf.title).toContain('World Café i Lindåsa')
    expect(pdf.xmp).toMatch(/pdfuaid:part>1</)
    expect(pdf.bookmarks.length).toBeGreaterThan(4)
  })

  it('says nothing of its fonts that is not so: a CIDSet of pdfkit’s lacks the parts of å', async () => {
    const bytes = await writePdf(trappedReport(), 'sv')
    expect(Buffer.from(bytes).toString('latin1')).not.toContain('/CIDSet')
  })

  it('says what it is also where the title has signs of markup', async () => {
    const title = 'Mad & drikke <i byen>'
    const pdf = await readPdf(await writePdf({ ...trappedReport(), title }, 'sv'))
    expect(pdf.title).toContain(title)
    expect(pdf.xmp).toContain('Mad &amp; drikke &lt;i byen&gt;')
    expect(pdf.xmp).toMatch(/pdfuaid:part>1</)
  })

  it('has headings in order, lists of items, and tables whose heads say what they head', async () => {
    const { pages } = await readPdf(await writePdf(trappedReport(), 'sv'))
    const levels = pages.flatMap(({ tree }) =>
      nodesOf(tree, /^H\d$/).map(({ role }) => Number(role.slice(1))),
    )
    expect(levels[0]).toBe(1)
    expect(levels.filter((level) => level === 1)).toHaveLength(1)
    levels.forEach((level, at) => expect(level - (levels[at - 1] ?? 0)).toBeLessThanOrEqual(1))
    const trees = pages.map(({ tree }) => tree)
    const lists = trees.flatMap((tree) => nodesOf(tree, /^L$/))
    expect(lists.length).toBeGreaterThan(5)
    for (const list of lists) expect(list.children.every(({ role }) => role === 'LI')).toBe(true)
    const tables = trees.flatMap((tree) => nodesOf(tree, /^Table$/))
    expect(tables.length).toBeGreaterThan(2)
    for (const table of tables) expect(nodesOf(table, /^T[HD]$/).length).toBeGreaterThan(1)
  })

  it('is read in the order of the report', async () => {
    const report = trappedReport()
    const { pages } = await readPdf(await writePdf(report, 'sv'))
    const text = flat(pages.map((page) => page.text).join(' '))
    const appendix = text.slice(text.lastIndexOf(flat('Alla lappar ordagrant')))
    let at = 0
    const written = report.questions.filter(({ zones }) => zones.some(({ notes }) => notes.length > 0))
    for (const { name, zones } of written)
      for (const words of [name, ...zones.flatMap(({ notes }) => notes.map((note) => note.text))]) {
        if (!/^[ -~\u00A0-\u017F–”“’…\n]*$/u.test(words)) continue
        const found = appendix.indexOf(flat(words), at)
        expect(found, words).toBeGreaterThanOrEqual(at)
        at = found
      }
  })

  it('draws emoji and other scripts, and breaks what is longer than a page', async () => {
    const { pages } = await readPdf(await writePdf(withLongText(trappedReport()), 'sv'))
    const text = flat(pages.map((page) => page.text).join(' '))
    expect(text).toContain('☕')
    expect(text).toContain(flat('en två fyra'))
    // Wherever its page ends, a page's foot may stand between.
    expect(text.replace(/Skörd·Lindåsa·18februari2025\d+/g, '')).toContain('å'.repeat(1000))
    expect(text.split('ord').length).toBeGreaterThan(2_000)
    expect(text).toMatch(/[א-ת]{4}/u)
  })

  it('draws the words of Hebrew and Arabic from the right, with a blank between, on the line of the others', async () => {
    for (const words of ['שלום Nord עולם', 'مرحبا Nord سلام'].map((text) => text.split(' '))) {
      const text = words.join(' ')
      const blocks: Block[] = [
        { kind: 'heading', level: 1, text },
        { kind: 'note', text, source: '', dots: null, id: 'n' },
        { kind: 'quote', text, source: '' },
        { kind: 'list', items: [text] },
        { kind: 'table', caption: '', head: [text, 'B'], rows: [] },
      ]
      const { pages } = await readPdf(await drawPdf(documentOf(blocks)))
      const lines = [...Map.groupBy(pages[1]?.letters ?? [], ({ y }) => y).values()].filter((line) =>
        line.some((one) => one.text === 'Nord'),
      )
      expect(lines).toHaveLength(blocks.length)
      for (const line of lines) {
        const isHeadOfTable = line.some((one) => one.text === 'B')
        const [last, nord, first] = line
          .filter((one) => one.text !== 'B' && one.text !== '•')
          .toSorted((a, b) => a.x - b.x)
        if (!last || !nord || !first) throw new Error('A word is missing.')
        for (const [one, next] of [
          [last, nord],
          [nord, first],
        ] as const) {
          expect(one.x + one.width).toBeLessThan(next.x - 0.4)
          expect(next.x - one.x - one.width).toBeLessThan(2.5)
        }
        // At the right margin, or in a cell at its right edge.
        if (!isHeadOfTable) expect(first.x + first.width).toBeGreaterThan(180)
        expect(last.x).toBeGreaterThan(60)
        expect(lettersOf(first.text)).toEqual(lettersOf(words[0] ?? ''))
        expect(lettersOf(last.text)).toEqual(lettersOf(words[2] ?? ''))
      }
    }
  })
})
