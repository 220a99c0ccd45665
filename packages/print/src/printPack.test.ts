import { languages } from '@bordet/text'
import { evenRows } from '@bordet/workshop'
import { templates } from '@bordet/workshop/templates'
import { describe, expect, it } from 'vitest'
import { printPack } from './printPack.ts'
import { pretendEvening, type Evening } from './testing/pretendEvening.ts'
import { nodesOf, readPdf, type ReadPdf } from './testing/readPdf.ts'
import { loadWords } from './words.ts'

const print = async (evening: Evening, what: Parameters<typeof printPack>[1] = 'all') =>
  readPdf((await printPack(pretendEvening(evening), what)).bytes)

const textOf = (pdf: Pick<ReadPdf, 'pages'>) => pdf.pages.map(({ text }) => text).join('\n')

describe('the print pack', () => {
  it.each(languages)('is a tagged, titled document in %s with its fonts inside', async (language) => {
    const pdf = await print({ language, title: 'Sammen om byen' })
    const tags = { sv: 'sv-SE', da: 'da-DK', nb: 'nb-NO', en: 'en-GB' }
    expect(pdf.language).toBe(tags[language])
    expect(pdf.title).toContain('Sammen om byen')
    expect(pdf).toMatchObject({ showsTitle: true, isTagged: true, fonts: { missing: [] } })
    expect(pdf.fonts.inside.length).toBeGreaterThan(2)
    expect(pdf.xmp).toMatch(/pdfuaid:part>1</)
    const say = await loadWords(language)
    expect(pdf.bookmarks).toEqual([say('tableCards'), say('routeCards'), say('noteSheets')])
    for (const key of ['scan', 'host1', 'manner7', 'routeTitle'] as const) {
      expect(flat(textOf(pdf)), key).toContain(flat(say(key)))
    }
  })

  it('gives every page a first heading before others, and every picture a text', async () => {
    const { pages } = await print({ names: ['Åsa', 'Ødger'] })
    for (const [index, { tree }] of pages.entries()) {
      const levels = nodesOf(tree, /^H\d$/).map(({ role }) => Number(role.slice(1)))
      expect(levels[0], `page ${index + 1}`).toBe(1)
      levels.forEach((level, at) => expect(level - (levels[at - 1] ?? 0)).toBeLessThanOrEqual(1))
      for (const { alt } of nodesOf(tree, /^Figure$/)) expect(alt).toMatch(/\S/)
      for (const list of nodesOf(tree, /^L$/)) {
        expect(list.children.every(({ role }) => role === 'LI')).toBe(true)
      }
    }
  })

  it('has a sheet with two sides for each table: number, code, questions, and what a host does', async () => {
    const { pages } = await print({ tables: 12 }, 'tableCards')
    expect(pages).toHaveLength(24)
    const front = flat(pages[22]?.text ?? '')
    expect(front).toContain('Bord 12')
    expect(front).toContain('482 913')
    expect(front).toContain('bordet.example')
    expect(front).toContain(flat('Hur klarar du vardagen här'))
    expect(nodesOf(pages[22]?.tree ?? fail(), /^Figure$/)[0]?.alt).toBe(
      'QR-kod till mötet, bord 12: bordet.example',
    )
    expect(flat(pages[23]?.text ?? '')).toContain('Bordsvärd vid bord 12')
  })

  it('writes a card for each person and blank ones for walk-ins, numbered through', async () => {
    const names = ['Åsa', 'Bjørn-Christoffer Mikkelsen-Østergaard de la Gardie von Lindåsa', '']
    const { pages } = await print({ tables: 4, names }, 'routeCards')
    const text = flat(pages.map((page) => page.text).join(' '))
    expect(pages).toHaveLength(6)
    expect(text).toContain('Åsa')
    expect(text).toContain('Bjørn-Christoffer')
    for (let card = 1; card <= 24; card += 1) expect(text).toContain(`Kort ${card} `)
    expect(text).toContain('Bordets skörd tillbaka till ditt första bord')
  })

  it('draws the floor plan on every route card where somebody made one', async () => {
    const input = pretendEvening({ tables: 25 })
    const floorPlan = evenRows(input.state.tables.map(({ number }) => number))
    const { bytes } = await printPack({ ...input, state: { ...input.state, floorPlan } }, 'routeCards')
    const [page] = (await readPdf(bytes)).pages
    expect(nodesOf(page?.tree ?? fail(), /^Figure$/).map(({ alt }) => alt)).toContain('Plan över salen')
    for (const word of ['Scen', 'Ingång', 'Kaffe', '25']) expect(page?.text).toContain(word)
  })

  it('leaves out what the typeface cannot write', async () => {
    const { pages } = await print({ names: ['محمد', '🙂 Kim'] }, 'routeCards')
    const text = flat(pages[0]?.text ?? '')
    expect(text).toMatch(/Kort 1 Här ska du sitta/)
    expect(text).toMatch(/Kort 2 Kim/)
  })

  it('marks every paper note with its table and round, and lies spare sheets behind', async () => {
    const { pages } = await print({ tables: 2 }, 'noteSheets')
    // The questions to the municipality in the plenary have a spare sheet too.
    expect(pages).toHaveLength(4 * 3 + 1)
    const first = flat(pages[0]?.text ?? '')
    for (let n = 1; n <= 6; n += 1) expect(first).toContain(`Bord 1 · Omgång 1 · ${n}`)
    expect(first).toContain('Det här fungerar i dag')
    expect(flat(pages[11]?.text ?? '')).toContain('Bord ____ · Bordets skörd · 6')
  })

  it('prints every session of every template, in every language', async () => {
    const sessions = templates.flatMap(({ id, sessions: all }) =>
      all.map((session) => ({ templateId: id, sessionId: session.id })),
    )
    expect(sessions).toHaveLength(15)
    for (const [index, session] of sessions.entries()) {
      const language = languages[index % languages.length] ?? 'sv'
      const { pages, bookmarks, fonts } = await print({ session, language, tables: 2 })
      const name = `${session.sessionId} in ${language}`
      expect(bookmarks, name).toHaveLength(3)
      expect(fonts.missing, name).toEqual([])
      const text = textOf({ pages })
      expect(text, name).not.toMatch(/\{\w+\}|undefined/)
    }
  }, 120_000)

  it('is the same, byte for byte, for the same evening', async () => {
    const [one, other] = await Promise.all([0, 1].map(() => printPack(pretendEvening(), 'tableCards')))
    expect(one?.bytes).toEqual(other?.bytes)
  })

  it('names its file for people', async () => {
    expect((await printPack(pretendEvening(), 'tableCards')).fileName).toBe(
      'Bordskort – Lindåsa – 2025-02-18.pdf',
    )
    expect((await printPack(pretendEvening({ language: 'da' }), 'all')).fileName).toBe(
      'Udskrifter – Lindåsa – 2025-02-18.pdf',
    )
  })

  it('prints a hall of 150 at 25 tables', async () => {
    const names = Array.from({ length: 150 }, (_, index) => `Deltager ${index + 1}`)
    const { bytes } = await printPack(pretendEvening({ language: 'da', tables: 25, names }), 'all')
    expect(bytes.length).toBeLessThan(4_000_000)
  }, 60_000)
})

/** Lines of a page run into each other; only the words matter. */
const flat = (text: string) => text.replace(/\s+/g, ' ')

function fail(): never {
  throw new Error('the page is missing')
}
