/**
 * What undoes the last sortings: how notes and themes stood before each and after it. Kept here and not by the pages,
 * so that two who sort at once undo only what nobody has changed since. Rule [W7] of SPEC.md.
 */
import { entryOf } from '../handler.ts'
import type { JoinedTexts } from '../reportEdits.ts'
import type { WorkshopState } from '../state.ts'

/** As many as anybody goes back, and a bound for the state: both of all facilitators together. */
const mostSortings = 100
const mostNotes = 5_000

type Sorting = WorkshopState['sortings'][number]
const none: readonly string[] = []

/**
 * `after` with what leads back to `before`, under the `opId` of the command that made it. `isFinal`: what people chose
 * came along, and nobody could tell the two apart again.
 */
export function keepSorting(
  before: WorkshopState,
  after: WorkshopState,
  id: string,
  { texts = null, isFinal = false }: { texts?: JoinedTexts | null; isFinal?: boolean } = {},
): WorkshopState {
  const sorting = {
    id,
    notes: changedNotes(before, after),
    themes: changedThemes(before, after),
    texts,
    isFinal,
  }
  if (Object.keys(sorting.notes).length === 0 && sorting.themes.length === 0) return after
  return { ...after, sortings: newestOf([...after.sortings, sorting]) }
}

function changedNotes(before: WorkshopState, after: WorkshopState): Sorting['notes'] {
  const ids = new Set([...Object.keys(before.noteThemes), ...Object.keys(after.noteThemes)])
  const notes: Sorting['notes'] = {}
  for (const noteId of ids) {
    const [was, is] = [entryOf(before.noteThemes, noteId) ?? none, entryOf(after.noteThemes, noteId) ?? none]
    if (was !== is && !haveSameIds(was, is)) notes[noteId] = { was: [...was], is: [...is] }
  }
  return notes
}

function changedThemes(before: WorkshopState, after: WorkshopState): Sorting['themes'] {
  const changed = before.themes.flatMap((was, index) => {
    const is = after.themes.find(({ id }) => id === was.id) ?? null
    return is === was ? [] : [{ was, is, index }]
  })
  const made = after.themes.flatMap((is, index) =>
    before.themes.some(({ id }) => id === is.id) ? [] : [{ was: null, is, index }],
  )
  return [...changed, ...made]
}

function newestOf(sortings: readonly Sorting[]): Sorting[] {
  let notes = 0
  const kept: Sorting[] = []
  for (const one of sortings.toReversed()) {
    notes += Object.keys(one.notes).length
    // The newest can be undone however many notes it has.
    if (kept.length > 0 && (kept.length === mostSortings || notes > mostNotes)) break
    kept.push(one)
  }
  return kept.toReversed()
}

/** In whatever order. */
export function haveSameIds(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id) => other.includes(id))
}
