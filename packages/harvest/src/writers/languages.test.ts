/** Words that are not in the file's language say so in every format, and labels do not (WCAG 3.1.2). */
import { nodesOf, readPdf } from '@bordet/print/testing/readPdf'
import { DOMParser, type Element } from '@xmldom/xmldom'
import { describe, expect, it } from 'vitest'
import { documentOf } from '../testing/documentOf.ts'
import { elements, readParts } from '../testing/readDocx.ts'
import { markedReport } from '../testing/trappedReport.ts'
import { drawDocx } from './writeDocx.ts'
import { drawHtml } from './writeHtml.ts'
import { drawOdt } from './writeOdt.ts'
import { drawPdf } from './writePdf.ts'
import { writePptx } from './writePptx.ts'

/** A Swedish evening, told to a Danish reader. Swedish words begin with “sv”, a Norwegian note with “nb”. */
const document = documentOf(
  [
    { kind: 'heading', level: 1, text: 'da afsnit' },
    { kind: 'heading', level: 2, text: 'sv tema', language: 'sv' },
    { kind: 'paragraph', text: 'da antal', look: 'quiet' },
    { kind: 'paragraph', text: 'sv text', language: 'sv' },
    { kind: 'paragraph', text: 'sv fråga', look: 'asked', language: 'sv' },
    { kind: 'list', items: ['sv punkt', 'da punkt'], languages: ['sv', undefined] },
    { kind: 'quote', text: 'sv citat', source: 'da kilde' },
    {
      kind: 'table',
      caption: 'sv tabell',
      head: ['da kolonne', 'sv fält'],
      rows: [['sv cell', 'da celle']],
      languages: { caption: 'sv', head: [undefined, 'sv'], rows: [['sv', undefined]] },
    },
    { kind: 'note', text: 'sv lapp', source: 'da bord', dots: null, id: 'n' },
    { kind: 'note', text: 'nb lapp', source: 'da bord', dots: null, id: 'm', language: 'nb' },
    { kind: 'note', text: 'da foto', source: 'da bord', dots: null, id: 'o', language: 'da' },
  ],
  { language: 'da', notesLanguage: 'sv', title: 'sv titel', titleLanguage: 'sv', eyebrow: 'da opsamling' },
)
const said = /^(?:da|sv|nb) /

/** Every text that names its language must be marked as that language. */
function expectRight(found: readonly (readonly [text: string, language: string])[]): void {
  const texts = found.filter(([text]) => said.test(text))
  expect(texts.length).toBeGreaterThan(18)
  for (const [text, language] of texts) expect(language.slice(0, 2), text).toBe(text.slice(0, 2))
}

function closest(element: Element, name: string): string | null {
  for (let at: Element | null = element; at; at = at.parentElement)
    if (at.hasAttribute(name)) return at.getAttribute(name)
  return null
}

describe('the language of parts', () => {
  it('is right in HTML', async () => {
    const html = new TextDecoder().decode(await drawHtml(document))
    // Void elements are no XML.
    const xml = html.replace(/^<!doctype html>|<meta[^>]*>/gm, '')
    const page = new DOMParser().parseFromString(xml, 'text/xml')
    const leaves = elements(page, '*').filter((one) => one.children.length === 0)
    expectRight(leaves.map((one) => [one.textContent?.trim() ?? '', closest(one, 'lang') ?? '']))
  })

  it('is right in Word', async () => {
    const part = readParts(await drawDocx(document))
    const styles = new Map(
      elements(part('word/styles.xml'), 'w:style').map((style) => [
        style.getAttribute('w:styleId') ?? '',
        elements(style, 'w:lang')[0]?.getAttribute('w:val') ?? undefined,
      ]),
    )
    const runs = elements(part('word/document.xml'), 'w:p')
      .filter((one) => !elements(one, 'w:pStyle')[0]?.getAttribute('w:val')?.startsWith('TOC'))
      .flatMap((paragraph) => {
        const style = elements(paragraph, 'w:pStyle')[0]?.getAttribute('w:val') ?? ''
        return elements(paragraph, 'w:r').map((run) => {
          const own = elements(run, 'w:lang')[0]?.getAttribute('w:val')
          return [run.textContent ?? '', own ?? styles.get(style) ?? 'da-DK'] as const
        })
      })
    expectRight(runs)
  })

  it('is right in ODF', async () => {
    const part = readParts(await drawOdt(document))
    const styles = new Map(
      ['styles.xml', 'content.xml']
        .flatMap((path) => elements(part(path), 'style:style'))
        .map((style) => [
          style.getAttribute('style:name') ?? '',
          elements(style, 'style:text-properties')[0]?.getAttribute('fo:language') ?? undefined,
        ]),
    )
    const texts = [
      ...elements(part('content.xml'), 'text:p'),
      ...elements(part('content.xml'), 'text:h'),
    ].map((paragraph) => {
      const span = elements(paragraph, 'text:span')[0]
      const own = styles.get(span?.getAttribute('text:style-name') ?? '')
      const ofParagraph = styles.get(paragraph.getAttribute('text:style-name') ?? '')
      return [paragraph.textContent ?? '', own ?? ofParagraph ?? 'da'] as const
    })
    expectRight(texts)
  })

  it('is right in the structure of the PDF', async () => {
    const { pages } = await readPdf(await drawPdf(document))
    const nodes = pages.flatMap(({ tree }) => nodesOf(tree, /^(H\d|P|LBody|BlockQuote|Caption|TH|TD)$/))
    const roles = nodes.map(({ role, lang = 'da' }) => `${role} ${lang.slice(0, 2)}`)
    expect(roles).toEqual(
      [
        ['P da', 'H1 sv', 'P da', 'P da'],
        ['H2 da', 'H3 sv', 'P da', 'P sv', 'P sv'],
        ['LBody da', 'P sv', 'LBody da', 'P da'],
        ['BlockQuote sv', 'P da', 'P da'],
        ['Caption sv', 'TH da', 'TH sv', 'TD sv', 'TD da'],
        ['LBody sv', 'P da', 'LBody da', 'P da'],
        ['LBody nb', 'P da', 'LBody da', 'P da'],
        ['LBody da', 'P da', 'LBody da', 'P da'],
      ].flat(),
    )
  })

  it('is right in the deck', async () => {
    const part = readParts(await writePptx(markedReport(''), 'da'))
    const runs = Array.from({ length: 12 }, (_, at) => part(`ppt/slides/slide${at + 1}.xml`))
      .flatMap((slide) => elements(slide, 'a:r'))
      .map((run) => [run.textContent ?? '', elements(run, 'a:rPr')[0]?.getAttribute('lang')])
    const languages = new Map(runs.map(([text = '', language]) => [text, language]))
    expect(languages.get('De største temaer')).toBe('da-DK')
    expect(languages.get('Bussar')).toBe('sv-SE')
    expect(languages.get('Om Bussar.')).toBe('sv-SE')
    expect(languages.get('4 sedler')).toBe('da-DK')
  })
})
