/** The notes and cursors that the load is made of. */
import type { LoadNote } from './noteUpdate.ts'

const texts = [
  'Bussen går inte efter klockan sex på vardagar, och då kommer ingen hem från träningen. ',
  'Skriv brev som man förstår, och säg vem man kan ringa när man inte gör det. ',
  'Ett bord i biblioteket där någon från kommunen sitter varje onsdag eftermiddag. ',
  'Bänkar längs hela vägen till vårdcentralen, så att man kan gå dit själv. ',
] as const

/** About as long as what people write; with the marker at its end. */
export function createLoadNote(author: number, sequence: number, marker: string): LoadNote {
  return {
    id: noteIdOf(author, sequence),
    text: `${texts[(author + sequence) % texts.length] ?? ''}${marker}`,
    pos: [(author * 211 + sequence * 17) % 4000, (author * 97 + sequence * 131) % 3000],
    z: 'a1',
    color: 'sun',
    zone: 'works',
    phase: 'r1',
    by: 'table',
    at: Date.now(),
    via: 'board',
  }
}

/** A UUID, the same for the same note. */
export function noteIdOf(author: number, sequence: number): string {
  const tail = sequence.toString(16).padStart(12, '0')
  return `${author.toString(16).padStart(8, '0')}-0000-4000-8000-${tail}`
}

/** What our own board page shows of a hand, and the marker. */
export function createLoadCursor(author: number, sequence: number, marker: string) {
  return { seat: `S${author}`, x: (sequence * 37) % 4000, y: (sequence * 53) % 3000, marker }
}
