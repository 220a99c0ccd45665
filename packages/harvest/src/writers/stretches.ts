/** What stands together on paper: wide tables on pages on their side, and what must not be parted at the foot of a page. */
import type { Block } from '../document.ts'
import { layTable } from './columnShares.ts'

/** Words that only lead in to what follows them: they do not stand last on a page. */
export function isLeadIn(blocks: readonly Block[], at: number): boolean {
  const [before, block, next] = [blocks[at - 1], blocks[at], blocks[at + 1]]
  if (block?.kind !== 'paragraph' || before?.kind !== 'heading' || next === undefined) return false
  return block.text.length < 240 && (next.kind !== 'heading' || next.level > before.level)
}

/** Blocks that follow each other on pages of one shape. */
export interface Stretch {
  isWide: boolean
  /** Place of the first among all. */
  from: number
  blocks: readonly Block[]
}

/** Tables with many columns lie on pages of their own, with the headings and the words that lead in to them. */
export function stretchesOf(blocks: readonly Block[]): Stretch[] {
  const isWide = blocks.map((block) => block.kind === 'table' && layTable(block.head, block.rows).isWide)
  for (let at = blocks.length - 1; at > 0; at -= 1) {
    const before = blocks[at - 1]
    if (
      isWide[at] &&
      blocks[at]?.kind !== 'heading' &&
      (before?.kind === 'heading' || isLeadIn(blocks, at - 1))
    )
      isWide[at - 1] = true
    else if (isWide[at] && blocks[at]?.kind === 'heading' && before?.kind === 'heading') isWide[at - 1] = true
  }
  const stretches: Stretch[] = []
  for (const [at, one] of isWide.entries())
    if (at === 0 || one !== isWide[at - 1]) {
      const end = isWide.findIndex((its, index) => index > at && its !== one)
      stretches.push({ isWide: one, from: at, blocks: blocks.slice(at, end === -1 ? undefined : end) })
    }
  return stretches
}
