/** The harvest wall: what the tables carry to the hall, for the screen to show. Rules [Q…] of SPEC.md. */
import { phaseNow, zonesOf } from './handler.ts'
import { themesOf } from './rules/themes.ts'
import type { Phase } from './session.ts'
import type { WorkshopState } from './state.ts'
import type { WallView } from './view.ts'
import type { BoardsNow } from './viewFor.ts'
import { takesEverybodysNotes } from './zones.ts'

/** As many as a table is asked to carry; a table that has more is not louder for it. */
const cardsPerTable = 3

/** Null in phases that show none. */
export function wallView(state: WorkshopState, boards: BoardsNow, now: number): WallView | null {
  const { phase, status } = phaseNow(state, now)
  if (status === 'waiting' || (phase.kind !== 'plenary' && phase.kind !== 'theme')) return null
  const themeZones = new Set(zonesOf(state, phase).flatMap(({ id, kind }) => (kind === 'themes' ? [id] : [])))
  const cardZones = carriedZones(state, phase, themeZones.size > 0)
  if (themeZones.size + cardZones.size === 0) return null
  return {
    cards: state.tables.flatMap(({ number }) =>
      boards
        .notes(number)
        .filter(({ zone }) => cardZones.has(zone))
        .slice(0, cardsPerTable)
        .map(({ id, text }) => ({ noteId: id, table: number, text, hasTheme: isSorted(state, id) })),
    ),
    themes: [
      ...sortedThemes(state, boards, cardZones),
      ...boards
        .notes(0)
        .filter(({ zone }) => themeZones.has(zone))
        .map(({ id, text }) => ({ id, name: text, tables: [], quote: null })),
    ],
  }
}

/** What the tables carried speaks for a theme first, then whatever else was sorted under it. */
function sortedThemes(
  state: WorkshopState,
  boards: BoardsNow,
  cardZones: ReadonlySet<string>,
): WallView['themes'] {
  const sorted = state.tables.flatMap(({ number }) =>
    boards.notes(number).filter(({ id }) => isSorted(state, id)),
  )
  return state.themes.map(({ id, name }) => {
    const notes = sorted.filter((note) => themesOf(state.noteThemes, note.id).includes(id))
    const quote = notes.find(({ zone }) => cardZones.has(zone)) ?? notes[0]
    return { id, name, tables: [...new Set(notes.map(({ table }) => table))], quote: quote?.text ?? null }
  })
}

function isSorted({ noteThemes }: WorkshopState, noteId: string): boolean {
  return themesOf(noteThemes, noteId).length > 0
}

/** What the tables chose in the harvest, where themes are made of it, and what the phase itself shows of the tables. */
function carriedZones(state: WorkshopState, phase: Phase, makesThemes: boolean): ReadonlySet<string> {
  const phases = state.session.phases.filter(({ kind }) => makesThemes && kind === 'harvest')
  return new Set(
    [...phases, phase].flatMap((one) =>
      zonesOf(state, one).flatMap((zone) =>
        zone.scope === 'table' && takesEverybodysNotes(zone, one) ? [zone.id] : [],
      ),
    ),
  )
}
