/** The report as Markdown, for wikis and for those who write on. What people wrote is text and never markup. */
import { gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown, type Options } from 'mdast-util-to-markdown'
import type { Language } from '@bordet/text'
import { composeDocument } from '../composeDocument.ts'
import { shownCaption, type Block, type HarvestDocument } from '../document.ts'
import type { Report } from '../model.ts'

type Node = Parameters<typeof toMarkdown>[0]
type BlockNode = Extract<Node, { type: 'root' }>['children'][number]
type PhrasingNode = Extract<Node, { type: 'paragraph' }>['children'][number]
type Item = Extract<Node, { type: 'listItem' }>

/**
 * Inside an address that became a link an escape is one backslash more. The GFM extension sees to real addresses; this
 * is for what only begins like one.
 */
const noLinks: Options = {
  unsafe: [{ character: '.', before: '[Ww]', inConstruct: 'phrasing' }],
}

export async function writeMarkdown(report: Report, language: Language): Promise<Uint8Array> {
  return drawMarkdown(await composeDocument(report, language))
}

export function drawMarkdown({ title, facts, notices, blocks }: HarvestDocument): Uint8Array {
  const children: BlockNode[] = [
    headingNode(1, title),
    bulletList(facts.map(([label, value]) => item(paragraph([strong(`${label}:`), text(` ${value}`)])))),
    ...notices.map((notice) => paragraph([text(notice)])),
    ...inLists(blocks),
  ]
  const markdown = toMarkdown(
    { type: 'root', children },
    { extensions: [gfmToMarkdown(), noLinks], bullet: '-', emphasis: '_' },
  )
  return new TextEncoder().encode(markdown)
}

/** Notes that follow each other are one list. */
function inLists(blocks: readonly Block[]): BlockNode[] {
  const nodes: BlockNode[] = []
  let notes: Item[] = []
  const flush = () => {
    if (notes.length > 0) nodes.push(bulletList(notes))
    notes = []
  }
  for (const [at, block] of blocks.entries()) {
    if (block.kind === 'note') {
      const label = block.dots === null ? block.source : `${block.dots} · ${block.source}`
      notes.push(item(paragraph([...lines(block.text), { type: 'break' }, emphasis(label)])))
      continue
    }
    flush()
    const caption = shownCaption(blocks, at)
    if (caption !== null) nodes.push(paragraph([strong(caption)]))
    nodes.push(...blockNodes(block))
  }
  flush()
  return nodes
}

function blockNodes(block: Exclude<Block, { kind: 'note' }>): BlockNode[] {
  switch (block.kind) {
    case 'heading':
      return [headingNode(deeper[block.level], block.text)]
    case 'paragraph':
      return [paragraph(block.look === 'quiet' ? [emphasis(block.text)] : lines(block.text))]
    case 'list':
      return [bulletList(block.items.map((words) => item(paragraph(lines(words)))))]
    case 'quote': {
      const words: PhrasingNode[] = [...lines(block.text), { type: 'break' }, emphasis(block.source)]
      return [{ type: 'blockquote', children: [{ type: 'paragraph', children: words }] }]
    }
    // A Markdown file stands alone: what the picture says stands in the table after it.
    case 'image':
      return [paragraph([emphasis(block.image.alt)])]
    case 'table':
      return [
        {
          type: 'table',
          children: [block.head, ...block.rows].map((cells) => ({
            type: 'tableRow' as const,
            children: block.head.map((_, index) => ({
              type: 'tableCell' as const,
              // A row of a Markdown table is one line.
              children: [text((cells[index] ?? '').replace(/\s*\n\s*/g, ' / '))],
            })),
          })),
        },
      ]
    default:
      return block satisfies never
  }
}

/** The title is the only heading of the first rank. */
const deeper = { 1: 2, 2: 3, 3: 4 } as const

/** A line break of the writer stays one; an empty first or last line would be no Markdown and says nothing. */
function lines(words: string): PhrasingNode[] {
  return words
    .replace(/^\n+|\n+$/g, '')
    .split('\n')
    .flatMap((line, index): PhrasingNode[] => (index === 0 ? [text(line)] : [{ type: 'break' }, text(line)]))
}

function headingNode(depth: 1 | 2 | 3 | 4, words: string): BlockNode {
  return { type: 'heading', depth, children: [text(words.replaceAll('\n', ' '))] }
}
function bulletList(children: Item[]): BlockNode {
  return { type: 'list', ordered: false, spread: false, children }
}
function item(child: BlockNode): Item {
  if (child.type !== 'paragraph') throw new Error(`A list holds paragraphs, not a ${child.type}.`)
  return { type: 'listItem', spread: false, children: [child] }
}
function paragraph(children: PhrasingNode[]): BlockNode {
  return { type: 'paragraph', children }
}
function strong(words: string): PhrasingNode {
  return { type: 'strong', children: [text(words)] }
}
function emphasis(words: string): PhrasingNode {
  return { type: 'emphasis', children: [text(words)] }
}
function text(value: string): PhrasingNode {
  return { type: 'text', value }
}
