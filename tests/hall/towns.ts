/** The invented towns of the town profiles, their notes and quotes, with each theme under its name. */
import corpus from '../content/notes-town-profile.json' with { type: 'json' }

export interface TownNote {
  town: string
  phase: string
  zone: string
  text: string
  theme: string
}

const themeNames = new Map(corpus.codebook.map(({ key, da }) => [key, da]))
const named = (key: string) => themeNames.get(key) ?? key

type Written = (typeof corpus.workshopNotes | typeof corpus.cafeNotes)[number]

const toNote = ({ town, phaseId, zoneId, text, theme }: Written): TownNote => ({
  town,
  phase: phaseId,
  zone: zoneId,
  text,
  theme: named(theme),
})

/** Of the open workshop, where each town has a table. */
export function workshopNotes(towns: readonly string[]): TownNote[] {
  return corpus.workshopNotes.filter(({ town }) => towns.includes(town)).map(toNote)
}

export function cafeNotes(town: string): TownNote[] {
  return corpus.cafeNotes.filter((note) => note.town === town).map(toNote)
}

/** As the ambassadors would hand them in: a table with semicolons. */
export function interviewsCsv(towns: readonly string[]): string {
  const cell = (text: string) => `"${text.replaceAll('"', '""')}"`
  const rows = corpus.quotes
    .filter(({ town }) => towns.includes(town))
    .map(({ quote, town, month, source_type: source, theme }) =>
      [quote, town, month, source, named(theme)].map(cell).join(';'),
    )
  return ['Citat;By;Dato;Kilde;Tema', ...rows].join('\n')
}
