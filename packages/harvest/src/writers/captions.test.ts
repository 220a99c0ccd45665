import { describe, expect, it } from 'vitest'
import { nodesOf, readPdf } from '@bordet/print/testing/readPdf'
import type { Block } from '../document.ts'
import { documentOf } from '../testing/documentOf.ts'
import { elements, readParagraphs, readParts } from '../testing/readDocx.ts'
import { drawDocx } from './writeDocx.ts'
import { drawHtml } from './writeHtml.ts'
import { drawMarkdown } from './writeMarkdown.ts'
import { drawOdt } from './writeOdt.ts'
import { drawPdf } from './writePdf.ts'

const table = (caption: string): Block => ({ kind: 'table', caption, head: ['A', 'B'], rows: [['1', '2']] })
const document = documentOf([
  { kind: 'heading', level: 1, text: 'Kartor' },
  table('Torget: antal nålar'),
  { kind: 'heading', level: 1, text: 'Idéer' },
  table('Idéer'),
])
const times = (text: string, words: string) => text.split(words).length - 1
const utf8 = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

describe('a caption of a table', () => {
  it('stands in Word above its table, where no heading says it', async () => {
    const paragraphs = readParagraphs(await drawDocx(document)).filter(({ style }) => style === 'Caption')
    expect(paragraphs.map(({ text }) => text)).toEqual(['Torget: antal nålar'])
  })

  it('is the caption of the table in the PDF, where no heading says it', async () => {
    const { pages } = await readPdf(await drawPdf(document))
    const tables = pages.slice(1).flatMap(({ tree }) => nodesOf(tree, /^Table$/))
    expect(tables.map(({ children }) => children[0]?.role)).toEqual(['Caption', 'TR'])
    expect(times(pages[1]?.text ?? '', 'Torget: antal nålar')).toBe(1)
    expect(times(pages[1]?.text ?? '', 'Idéer')).toBe(1)
  })

  it('stands in Markdown above its table, where no heading says it', () => {
    const markdown = utf8(drawMarkdown(document))
    expect(markdown).toContain('**Torget: antal nålar**\n\n| A | B |')
    expect(times(markdown, 'Idéer')).toBe(1)
  })

  it('is shown in HTML where no heading says it, and names the table where one does', async () => {
    const html = utf8(await drawHtml(document))
    expect(html.match(/<caption[^>]*>[^<]+/g)).toEqual(['<caption dir="auto">Torget: antal nålar'])
    expect(html).toMatch(/<table[^>]* aria-label="Idéer"/)
  })

  it('is the title of every table in ODF, and stands above it where no heading says it', async () => {
    const content = readParts(await drawOdt(document))('content.xml')
    const shown = elements(content, 'text:p').filter(
      (one) => one.getAttribute('text:style-name') === 'Caption',
    )
    expect(shown.map(({ textContent }) => textContent)).toEqual(['Torget: antal nålar'])
    const titles = elements(readParts(await drawOdt(document))('content.xml'), 'table:title')
    expect(titles.map(({ textContent }) => textContent)).toContain('Torget: antal nålar')
  })
})
