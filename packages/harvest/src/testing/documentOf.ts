/** A document with only these blocks, in Swedish, for what a writer makes of them. */
import type { Block, HarvestDocument } from '../document.ts'
import { startedAt } from './lindasaCafe.ts'

export function documentOf(blocks: Block[], change: Partial<HarvestDocument> = {}): HarvestDocument {
  return {
    language: 'sv',
    notesLanguage: 'sv',
    owner: '',
    writtenAt: startedAt,
    title: 'Kvällen',
    eyebrow: 'Skörd',
    lead: '',
    facts: [],
    intro: '',
    notices: [],
    blocks,
    ...change,
  }
}
