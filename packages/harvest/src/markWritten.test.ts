import { expect, it } from 'vitest'
import { composeDocument } from './composeDocument.ts'
import type { Block } from './document.ts'
import { markedReport } from './testing/trappedReport.ts'

const report = markedReport('')

/** Every text of the blocks with the language it is marked as. */
function textsOf(blocks: readonly Block[]): [string, string | undefined][] {
  return blocks.flatMap((block): [string, string | undefined][] => {
    switch (block.kind) {
      case 'list':
        return block.items.map((text, at) => [text, block.languages?.[at]])
      case 'table':
        return [block.head, ...block.rows].flatMap((cells, row) => {
          const its = row === 0 ? block.languages?.head : block.languages?.rows[row - 1]
          return cells.map((text, at): [string, string | undefined] => [text, its?.[at]])
        })
      case 'image':
        return []
      default:
        return [[block.text, block.language]]
    }
  })
}

it('tells what people wrote from labels, where they are in another language', async () => {
  const languages = new Map(textsOf((await composeDocument(report, 'da')).blocks))
  // The names of a theme, a question and a zone; organisers' words; a note in a table, in a list and as a quote; an action.
  for (const text of [
    'Bussar',
    'Omgång 1: Servicen i dag',
    'Det här fungerar i dag',
    'Bostäder först.',
    'Apoteksskåp i affären',
    'Skolan ska vara kvar',
    'Busskur',
    'torsdag',
  ])
    expect(languages.get(text), text).toBe('sv')
  for (const text of ['De største temaer', '4 sedler', 'Tema', 'Bord 1', 'Hvad', '6'])
    expect(languages.has(text) && languages.get(text), text).toBe(undefined)
})

it('marks nothing where all is in one language', async () => {
  const document = await composeDocument(report, 'sv')
  expect(new Set(textsOf(document.blocks).map(([, language]) => language))).toEqual(new Set([undefined]))
})
