/** What going to a phase does to everybody, in a few words, so that nobody jumps by surprise. */
import type { AgendaRow, View } from '@bordet/workshop'
import type { Line } from './mainAction.ts'

/** `row`: one that is not the current. */
export function jumpConsequences(
  view: Pick<View, 'agenda' | 'peopleCount' | 'tables'>,
  row: AgendaRow,
): Line[] {
  const lines: Line[] = []
  const here = view.agenda.findIndex(({ state }) => state === 'now')
  const there = view.agenda.findIndex(({ id }) => id === row.id)
  if (row.state === 'done') lines.push({ key: 'jumpAgain' })
  else if (there > here + 1) lines.push({ key: 'jumpSkips', holes: { n: there - here - 1 } })
  if (row.moves) {
    const hosts = view.tables.filter(({ host }) => host !== null).length
    lines.push({ key: 'jumpMoves', holes: { n: Math.max(0, view.peopleCount - hosts) } })
  }
  return lines
}
