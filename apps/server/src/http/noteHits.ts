/** A note that was found, as pages get it: its words, where they match, and where it comes from. */
import { z } from 'zod'
import type { KeyRing } from '../keyRing.ts'
import type { FoundNote, SearchTerm } from '../storage/noteIndex.ts'
import { marksIn } from '../workshops/searchTerms.ts'

export const noteHitSchema = z.object({
  source: z.string().describe('Id of the workshop or the interview round.'),
  kind: z.enum(['workshop', 'interviews']),
  title: z.string(),
  seriesId: z.string().nullable().describe('Of an interview round: its programme.'),
  noteId: z.string(),
  text: z.string(),
  marks: z.array(z.tuple([z.number(), z.number()])).describe('Where the words stand: from, to.'),
  place: z.string(),
  heldOn: z.string(),
  table: z.number().int().nullable().describe('0 is the hall; null for an interview.'),
  round: z.number().int().nullable(),
  phase: z.string().describe('Part of the meeting, or who was interviewed.'),
  themes: z.array(z.string()),
  isQuote: z.boolean(),
  key: z
    .string()
    .nullable()
    .describe('Opens its board and no more than that meeting, so that its address may be passed on.'),
})

export function toHit(
  note: FoundNote,
  keyRing: Pick<KeyRing, 'crew'>,
  terms: readonly SearchTerm[] = [],
): z.infer<typeof noteHitSchema> {
  const { id, text, themes, source, kind, title, seriesId, place, heldOn, table, round, phase, isQuote } =
    note
  // Composed letters, so that what is marked is what was found.
  const shown = text.normalize('NFC')
  return {
    source,
    kind,
    title,
    seriesId,
    noteId: id,
    text: shown,
    marks: marksIn(shown, terms),
    place,
    heldOn,
    table,
    round,
    phase,
    themes: themes.map(({ name }) => name),
    isQuote,
    key: kind === 'workshop' ? boardKey(keyRing, source, table ?? 0) : null,
  }
}

/** A table's own key; the hall has none but those of who leads. */
function boardKey(keyRing: Pick<KeyRing, 'crew'>, workshopId: string, table: number): string {
  const { facilitator, tables } = keyRing.crew(workshopId, table)
  return tables[table - 1] ?? facilitator
}
