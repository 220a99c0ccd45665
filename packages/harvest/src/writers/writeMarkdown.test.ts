import fc from 'fast-check'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { describe, expect, it } from 'vitest'
import { cleanText } from '../cleanText.ts'
import { buildReport } from '../report.ts'
import { boardsOf, lindasaCafe, startedAt, type CafeNote } from '../testing/lindasaCafe.ts'
import { trapTexts } from '../testing/trapNotes.ts'
import { writeMarkdown } from './writeMarkdown.ts'

type Node = ReturnType<typeof fromMarkdown> | ReturnType<typeof fromMarkdown>['children'][number]

const cafe = lindasaCafe()

async function write(texts: readonly string[]): Promise<string> {
  const notes = texts.map((text, index): CafeNote => ({
    id: `n${index}`,
    table: 1,
    phase: 'r1',
    zone: 'works',
    text,
    via: 'phone',
    at: 1,
    person: 'p1',
  }))
  const boards = boardsOf(cafe.state, notes)
  const report = buildReport({ state: cafe.state, boards, now: startedAt, timeZone: 'Europe/Stockholm' })
  return new TextDecoder().decode(await writeMarkdown(report, 'sv'))
}

/** The notes as GitHub would show them: the list items of the appendix, without their labels. */
function readNotes(markdown: string): string[] {
  const { children } = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
  const lists = children.slice(children.findLastIndex((node) => node.type === 'heading' && node.depth === 2))
  return lists.flatMap((node) => (node.type === 'list' ? node.children.map(noteOf) : []))
}

function noteOf(item: { children: Node[] }): string {
  const [paragraph, ...others] = item.children
  if (paragraph?.type !== 'paragraph' || others.length > 0) throw new Error('A note is one paragraph.')
  const label = paragraph.children.at(-1)
  if (label?.type !== 'emphasis') throw new Error('A note ends with its label.')
  return paragraph.children.slice(0, -2).map(wordsOf).join('')
}

/** Readers may make links of addresses in any text; the words must stay what they were. */
function wordsOf(node: Node): string {
  if (node.type === 'break') return '\n'
  if (node.type === 'link') return node.children.map(wordsOf).join('')
  if (node.type !== 'text') throw new Error(`A note became ${node.type}.`)
  return node.value
}

describe('the Markdown file', () => {
  it('shows what people wrote as text, whatever it looks like', async () => {
    expect(readNotes(await write(trapTexts)).sort()).toEqual([...trapTexts].sort())
  })

  it('gives back any text', async () => {
    const unit = fc.oneof(
      fc.constantFrom(...'|*_#>`~[]()!<&=+-.\\:/@$^"\'\n \t1aÅ'),
      fc.constantFrom(
        'www.',
        'https://',
        '&amp;',
        '\\\n',
        '- ',
        '1. ',
        '```',
        '---',
        '<b>',
        '[^1]',
        'a@b.se',
        '[x] ',
      ),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
    )
    const words = fc.array(unit, { minLength: 1, maxLength: 30 }).map((parts) => parts.join(''))
    await fc.assert(
      fc.asyncProperty(words, async (text) => {
        fc.pre(text.trim() !== '')
        const read = readNotes(await write([text]))
        expect(read.map(comparable)).toEqual([comparable(cleanText(text))])
      }),
      { numRuns: 100 },
    )
  })

  it('has headings for questions and zones, and a label for where a note was written', async () => {
    const markdown = await write(['Buss på kvällen'])
    expect(markdown).toContain('\n### Omgång 1: Servicen i dag\n')
    expect(markdown).toContain(
      '\n#### Det här fungerar i dag\n\n- Buss på kvällen\\\n  _Bord 1 · Omgång 1_\n',
    )
    // Of questions that nobody answered there is nothing.
    expect(markdown).not.toContain('_Inga lappar_')
    expect(markdown).not.toContain('Omgång 2')
  })
})

/** Blanks at the ends of lines and empty first and last lines are the only things that may differ. */
function comparable(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim()
}
