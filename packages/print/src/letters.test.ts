import { languages, speak } from '@bordet/text'
import sv from '@bordet/text/mail/sv'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { printLetters, type LetterStory, type LettersInput } from './letters.ts'
import { nodesOf, readPdf, type ReadPage } from './testing/readPdf.ts'

const story: LetterStory = {
  writtenIn: 'sv',
  facts: '18 februari 2025 · Lindåsa · 84 deltagare',
  notices: [],
  blocks: [
    { kind: 'heading', text: 'I korthet' },
    { kind: 'words', text: 'Bussen och bostäderna kom upp vid alla bord.' },
    { kind: 'heading', text: 'De största temana' },
    {
      kind: 'entries',
      isRanked: true,
      entries: [
        {
          title: 'Bostäder',
          note: '31 lappar från 8 av 8 bord',
          lines: [
            {
              label: '',
              text: '”Jag vill bo kvar men inte i hela huset.”',
              look: 'quote',
              source: 'Bord 4 · Omgång 1',
            },
          ],
        },
      ],
    },
    { kind: 'heading', text: 'Ni frågade – vi svarar' },
    {
      kind: 'entries',
      isRanked: false,
      entries: [
        {
          title: 'När kommer fibern?',
          note: '',
          lines: [{ label: 'Vi gör', text: 'Den grävs i vår.', look: 'plain', source: '' }],
        },
      ],
    },
  ],
}

function lettersTo(postals: readonly string[], more: Partial<LettersInput> = {}): LettersInput {
  return {
    size: 'normal',
    title: 'World Café',
    place: 'Lindåsa',
    owner: 'Lindåsa kommun',
    heldOn: '2025-02-18',
    language: 'sv',
    readUrl: 'https://bordet.example/r/482913/k7mq-3vxp-9tda',
    timeZone: 'Europe/Stockholm',
    madeAt: Date.UTC(2025, 1, 20),
    recipients: postals.map((postal) => ({ postal, language: 'sv', deleteAt: Date.UTC(2025, 4, 19) })),
    storyIn: { sv: story, da: story, nb: story, en: story },
    ...more,
  }
}

const read = async (input: LettersInput) => readPdf((await printLetters(input)).bytes)
const flat = (text: string) => text.replace(/\s+/g, ' ')
const anna = 'Anna Ek\nStorgatan 1\n343 71 Diö'

/** What can be seen at the height of a window. */
const inWindow = ({ letters }: ReadPage) => letters.filter(({ y }) => y > 31 && y < 95)

describe('letters', () => {
  it('say the harvest in short, where to read it, and when the address goes', async () => {
    const { pages, title, isTagged, fonts, xmp } = await read(lettersTo([anna]))
    expect(pages).toHaveLength(1)
    const text = flat(pages[0]?.text ?? '')
    for (const words of [
      'Skörden från World Café',
      '84 deltagare',
      'Bussen och bostäderna kom upp vid alla bord.',
      '31 lappar från 8 av 8 bord',
      '”Jag vill bo kvar men inte i hela huset.”',
      'Bord 4 · Omgång 1',
      'Vi gör: Den grävs i vår.',
      'bordet.example/r/482913/k7mq-3vxp-9tda',
      'Fråga Lindåsa kommun',
      'raderas 19 maj 2025',
    ])
      expect(text).toContain(words)
    expect(title).toContain('World Café')
    expect(isTagged).toBe(true)
    expect(fonts.missing).toEqual([])
    expect(xmp).toMatch(/pdfuaid:part>1</)
  })

  it('are one for each person, in that person’s language', async () => {
    const recipients = languages.map((language, index) => ({
      postal: `Person ${index}\nStorgatan ${index}\n343 71 Diö`,
      language,
      deleteAt: Date.UTC(2025, 4, 19),
    }))
    const { pages } = await read(lettersTo([], { recipients }))
    expect(pages).toHaveLength(4)
    const hellos = ['Skörden från', 'Opsamlingen fra', 'Oppsummeringen fra', 'The harvest of']
    pages.forEach(({ text, tree }, index) => {
      expect(text).toContain(hellos[index])
      expect(text).toContain(`Storgatan ${index}`)
      expect(text).not.toContain(`Storgatan ${(index + 1) % 4}`)
      expect(text).not.toMatch(/\{\w+\}|undefined/)
      expect(nodesOf(tree, /^H1$/)).toHaveLength(1)
      expect(nodesOf(tree, /^Figure$/).map(({ alt }) => alt)).toEqual([
        expect.stringContaining('bordet.example/r/'),
      ])
    })
    const bytes = Buffer.from((await printLetters(lettersTo([], { recipients }))).bytes).toString('latin1')
    for (const tag of ['sv-SE', 'da-DK', 'nb-NO', 'en-GB']) expect(bytes).toContain(`/Lang (${tag})`)
  })

  it('have the address, and nothing else, where every Nordic window is', async () => {
    const line = fc.stringMatching(/^[A-ZÅÄÖÆØ][a-zåäöæø 0-9.]{0,60}$/)
    const postals = fc.array(line, { minLength: 1, maxLength: 6 }).map((lines) => lines.join('\n'))
    const sizes = fc.constantFrom('normal' as const, 'large' as const)
    await fc.assert(
      fc.asyncProperty(postals, sizes, fc.string({ maxLength: 120 }), async (postal, size, owner) => {
        const { pages } = await read(lettersTo([postal], { size, owner }))
        const [first] = pages
        if (!first) throw new Error('no page')
        const seen = inWindow(first)
        const words = seen.map(({ text }) => text).join('')
        const signs = (text: string) => text.replace(/\s+/g, '')
        if (postal.split('\n').every((each) => each.length <= 30)) expect(signs(words)).toBe(signs(postal))
        for (const { x, y, width } of seen) {
          expect(x).toBeGreaterThanOrEqual(20)
          expect(x + width).toBeLessThanOrEqual(105.1)
          expect(y).toBeGreaterThan(45)
          expect(y).toBeLessThan(70)
        }
      }),
      { numRuns: 25 },
    )
  }, 60_000)

  it('are large where that was asked for: everything but the address', async () => {
    const long = 'En lång tanke om servicen '.repeat(120)
    const words = { ...story, blocks: [...story.blocks, { kind: 'words', text: long } as const] }
    const { pages } = await read(lettersTo([anna, anna], { size: 'large', storyIn: { sv: words } }))
    expect(pages.length).toBeGreaterThan(2)
    for (const page of pages) {
      for (const { text, size, y, x } of page.letters) {
        if (!anna.includes(text)) expect(size, text).toBeGreaterThanOrEqual(18)
        expect(y).toBeLessThan(297 - 15)
        expect(x).toBeGreaterThanOrEqual(20)
      }
    }
    expect(pages.filter((page) => page.text.includes('Storgatan'))).toHaveLength(2)
    const { pages: small } = await read(lettersTo([anna]))
    expect(Math.min(...(small[0]?.letters ?? []).map(({ size }) => size))).toBeLessThan(18)
  })

  it('keep the name first and the town last when an address has more lines than a window', async () => {
    const lines = [
      'Anna Ek',
      'c/o Bo Dal',
      'Hus 3',
      'Uppgång B',
      'Lägenhet 1203',
      'Box 12',
      'Storgatan 1',
      '343 71 Diö',
    ]
    const { pages } = await read(lettersTo([lines.join('\n')]))
    const seen = inWindow(pages[0] ?? { text: '', letters: [], tree: { role: '', children: [] } })
    expect(seen[0]?.text).toContain('Anna Ek')
    expect(seen.at(-1)?.text).toContain('343 71 Diö')
    expect(Math.max(...seen.map(({ y }) => y))).toBeLessThan(70)
  })

  it('name their file for people, and are not made for nobody', async () => {
    expect((await printLetters(lettersTo([anna]))).fileName).toBe('Brev – Lindåsa – 2025-02-18.pdf')
    await expect(printLetters(lettersTo([]))).rejects.toThrow('somebody')
    expect(speak<typeof sv>(sv, 'sv')('letters')).toBe('Brev')
  })

  it('are made for 150 people in one go', async () => {
    const { bytes } = await printLetters(lettersTo(Array.from({ length: 150 }, () => anna)))
    expect(bytes.length).toBeLessThan(2_000_000)
  }, 60_000)
})
