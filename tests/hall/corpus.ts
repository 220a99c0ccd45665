/** The invented villages' notes, by the phase and zone they belong to. */
import corpus from '../content/notes-world-cafe.json' with { type: 'json' }

export interface CorpusNote {
  table: number
  phase: string
  zone: string
  text: string
}

/** Notes from phones of one village, in the order they were written. */
export function notesOf(village: string): CorpusNote[] {
  return corpus.notes
    .filter((note) => note.village === village && note.session === 'A1')
    .map((note) => ({ table: note.table, phase: note.phaseId, zone: note.zoneId, text: note.text }))
}

/** What the tables take with them, three cards each. */
export function cardsOf(village: string): CorpusNote[] {
  return corpus.harvestCards
    .filter((card) => card.village === village)
    .map((card) => ({ table: card.table, phase: card.phaseId, zone: card.zoneId, text: card.text }))
}

/** The ideas on the hall's wall, and how many dots each was given. */
export function wallOf(village: string): { text: string; dots: number }[] {
  return corpus.wallIdeas.filter((idea) => idea.village === village).map(({ text, dots }) => ({ text, dots }))
}
