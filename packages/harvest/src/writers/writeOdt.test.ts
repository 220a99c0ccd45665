import { describe, expect, it } from 'vitest'
import { everyNote } from '../composeSections.ts'
import { elements, readParts } from '../testing/readDocx.ts'
import { trappedReport } from '../testing/trappedReport.ts'
import { writeHtml } from './writeHtml.ts'
import { writeOdt } from './writeOdt.ts'

const report = trappedReport()
const notes = everyNote(report)

describe('the OpenDocument text', () => {
  it('holds every note exactly once, word for word', async () => {
    const content = readParts(await writeOdt(report, 'sv'))('content.xml')
    const texts = elements(content, 'text:p')
      .filter((one) => ['Note', 'NoteRtl'].includes(one.getAttribute('text:style-name') ?? ''))
      .map((one) =>
        [...one.childNodes]
          .map((node) => {
            if (node.nodeName === 'text:line-break') return '\n'
            if (node.nodeName === 'text:tab') return '\t'
            if (node.nodeName !== 'text:s') return node.textContent ?? ''
            return ' '.repeat(Number(elements(one, 'text:s')[0]?.getAttribute('text:c')))
          })
          .join(''),
      )
    expect(texts.toSorted()).toEqual(notes.map(({ text }) => text).toSorted())
  })

  it('has outline levels, header rows, contents that are filled in, and languages', async () => {
    const part = readParts(await writeOdt(report, 'da'))
    const content = part('content.xml')
    const levels = elements(content, 'text:h').map((one) => Number(one.getAttribute('text:outline-level')))
    levels.forEach((level, at) => expect(level - (levels[at - 1] ?? 0)).toBeLessThanOrEqual(1))
    const index = elements(content, 'text:index-body')[0]
    expect(index && elements(index, 'text:a').length).toBe(levels.filter((level) => level < 3).length)
    expect(elements(content, 'table:table-header-rows').length).toBeGreaterThan(2)
    const styles = part('styles.xml')
    const [standard] = elements(styles, 'style:default-style').flatMap((one) =>
      elements(one, 'style:text-properties'),
    )
    expect(standard?.getAttribute('fo:language')).toBe('da')
    expect(elements(part('meta.xml'), 'dc:language')[0]?.textContent).toBe('da-DK')
  })
})

describe('the web page', () => {
  it('holds every note once as text, has no script, and asks nobody for anything', async () => {
    const html = new TextDecoder().decode(await writeHtml(report, 'sv'))
    expect(html).not.toMatch(/<script|<img|<link|javascript:| on\w+=|https?:\/\/(?!\S*exempel)/i)
    const found = [...html.matchAll(/<li id="note-[^"]+"><p dir="auto">([\s\S]*?)<\/p>/g)].map(
      ([, words = '']) =>
        words
          .replaceAll('<br>', '\n')
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&quot;', '"')
          .replaceAll('&#39;', "'")
          .replaceAll('&amp;', '&'),
    )
    expect(found.toSorted()).toEqual(notes.map(({ text }) => text).toSorted())
  })

  it('has one first heading and no rank is skipped', async () => {
    const html = new TextDecoder().decode(await writeHtml(report, 'en'))
    const levels = [...html.matchAll(/<h(\d)/g)].map(([, level]) => Number(level))
    expect(levels.filter((level) => level === 1)).toHaveLength(1)
    levels.forEach((level, at) => expect(level - (levels[at - 1] ?? 0)).toBeLessThanOrEqual(1))
    expect(html).toContain('<html lang="en">')
    expect(html).toContain('<blockquote dir="auto" lang="sv-SE"'.replace('sv-SE', 'sv'))
  })
})
