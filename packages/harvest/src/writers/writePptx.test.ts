import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { buildReport } from '../report.ts'
import { elements, readParts } from '../testing/readDocx.ts'
import { startedAt } from '../testing/lindasaCafe.ts'
import { writtenCafe } from '../testing/writtenCafe.ts'
import type { Report } from '../model.ts'
import { writePptx } from './writePptx.ts'

interface ReadSlide {
  title: string
  texts: string[]
  /** Of every run, in points. */
  sizes: number[]
}

async function read(report: Report): Promise<ReadSlide[]> {
  const bytes = await writePptx(report, 'sv')
  const part = readParts(bytes)
  const count = Object.keys(unzipSync(bytes)).filter((path) =>
    /^ppt\/slides\/slide\d+\.xml$/.test(path),
  ).length
  return Array.from({ length: count }, (_, at) => {
    const slide = part(`ppt/slides/slide${at + 1}.xml`)
    const textOf = (shape: Parameters<typeof elements>[0]) =>
      elements(shape, 'a:p')
        .map((line) =>
          elements(line, 'a:t')
            .map((run) => run.textContent ?? '')
            .join(''),
        )
        .join('\n')
    const shapes = elements(slide, 'p:sp')
    const title = shapes.find((shape) => elements(shape, 'p:ph')[0]?.getAttribute('type') === 'title')
    return {
      title: title ? textOf(title) : '',
      texts: [...shapes.filter((shape) => shape !== title), ...elements(slide, 'a:tc')].map(textOf),
      sizes: elements(slide, 'a:rPr').flatMap((run) => {
        const size = run.getAttribute('sz')
        const isNumber = run.parentNode?.nodeName === 'a:fld'
        return size === null || isNumber ? [] : [Number(size) / 100]
      }),
    }
  })
}

function cafe(change: Partial<Report> = {}): Report {
  const { state, boards } = writtenCafe()
  const report = buildReport({ state, boards, now: startedAt, timeZone: 'Europe/Stockholm' })
  return { ...report, ...change }
}

describe('the deck', () => {
  it('opens with the meeting in figures, then tells a theme a slide with its count and its quotes', async () => {
    const report = cafe()
    const [front, ...slides] = await read(report)
    expect(front?.title).toBe('World Café i Lindåsa')
    expect(front?.texts.join('\n')).toContain(`${report.participants}\nDeltagare`)
    const [biggest] = report.themes
    const theme = slides.find(({ title }) => title === biggest?.name)
    expect(theme?.texts).toContain(`${biggest?.notes.length} lappar`)
    const quotes = theme?.texts.filter((text) => text.startsWith('”')) ?? []
    expect(quotes.length).toBeGreaterThanOrEqual(2)
    for (const quote of quotes) expect(quote).toMatch(/^”.+”\n.*(?:Bord \d|Hela salen)/s)
  })

  it('has nothing that is smaller than 18 points but its page numbers', async () => {
    for (const { sizes, title } of await read(cafe()))
      expect(Math.min(...sizes), title).toBeGreaterThanOrEqual(18)
  })

  it('goes on on further slides where there are many answers, and cuts none', async () => {
    const report = cafe()
    const zone = report.questions.flatMap(({ zones }) => zones).find(({ notes }) => notes.length > 8)
    const ids = zone?.notes.slice(0, 8).map(({ id }) => id) ?? []
    const text = (at: number) =>
      `Svar ${at}: ${'vi provar en tur på kvällen och räknar dem som åker '.repeat(5)}slut ${at}.`
    const answers = Object.fromEntries(
      ids.map((id, at) => [id, { text: text(at), responsible: 'Trafik', due: '' }]),
    )
    const slides = (await read({ ...report, answers })).filter(({ title }) =>
      title.startsWith('Frågor och svar'),
    )
    expect(slides.length).toBeGreaterThan(1)
    expect(slides.map(({ title }) => title)).toEqual(
      slides.map((_, at) => `Frågor och svar (${at + 1}/${slides.length})`),
    )
    const told = slides.flatMap(({ texts }) => texts)
    for (const at of ids.keys()) expect(told).toContain(text(at))
    for (const { texts } of slides) expect(texts).toContain('Svar')
  })

  it('shows a written list as one', async () => {
    const slides = await read(cafe({ texts: { headInShort: 'Tre grupper:\n- Bostäder\n- Bussar\n- Fiber' } }))
    const texts = slides.find(({ title }) => title === 'I korthet')?.texts
    expect(texts).toEqual(expect.arrayContaining(['Tre grupper:', 'Bostäder', 'Bussar', 'Fiber']))
  })
})
