/** Takes sortings back, where nobody has changed what they did. Rule [W7] of SPEC.md. */
import { refuse, type Handler } from '../handler.ts'
import { unjoinThemeTexts } from '../reportEdits.ts'
import type { WorkshopState } from '../state.ts'
import { haveSameIds } from './keepSorting.ts'
import { isSameName, themesOf, wasChosen } from './themes.ts'

type Sorting = WorkshopState['sortings'][number]
type Themes = WorkshopState['themes']

interface Undone {
  state: WorkshopState
  /** How many notes and themes are as they were, and how many stay because somebody has changed them since. */
  undone: number
  left: number
}

export const undoSorting: Handler<'undoSorting'> = {
  moment: () => null,
  apply({ state }, { of }) {
    const sortings = of.flatMap((opId) => state.sortings.find(({ id }) => id === opId) ?? [])
    if (sortings.length === 0) return refuse('nothingToUndo')
    if (sortings.some(({ isFinal }) => isFinal)) return refuse('mergeFinal')
    let done: Undone = { state, undone: 0, left: 0 }
    for (const sorting of sortings) {
      const next = undoOne(done.state, sorting)
      done = { state: next.state, undone: done.undone + next.undone, left: done.left + next.left }
    }
    if (done.undone === 0) return refuse('sortedSince')
    const kept = state.sortings.filter((one) => !sortings.includes(one))
    return { state: { ...done.state, sortings: kept }, answer: { left: done.left } }
  },
}

function undoOne(state: WorkshopState, sorting: Sorting): Undone {
  const themes = themesBefore(state.themes, sorting)
  if (!themes) return { state, undone: 0, left: 1 }
  const restored = notesBefore(state, themes, sorting)
  const made = sorting.themes.flatMap(({ was, is }) => (was === null && is ? [is] : []))
  const unused = made.filter((one) => isUnused(state, restored.noteThemes, one))
  return {
    state: {
      ...state,
      themes: themes.filter(({ id }) => !unused.some((one) => one.id === id)),
      noteThemes: restored.noteThemes,
      report: sorting.texts ? unjoinThemeTexts(state.report, sorting.texts) : state.report,
    },
    undone: restored.undone + unused.length + (sorting.themes.length - made.length),
    left: restored.left + made.length - unused.length,
  }
}

/** Themes that were renamed, merged or removed as they were; null when somebody has changed one of them since. */
function themesBefore(now: Themes, sorting: Sorting): Themes | null {
  let themes = [...now]
  for (const { was, is, index } of sorting.themes) {
    if (was === null) continue
    const isTaken = themes.some(({ id, name }) => id !== was.id && isSameName(name, was.name))
    const standing = themes.find(({ id }) => id === was.id)
    if (is === null) {
      if (standing || isTaken) return null
      themes = themes.toSpliced(index, 0, was)
      continue
    }
    const isRenamed = is.name !== was.name
    if (!standing || (isRenamed && (standing.name !== is.name || isTaken))) return null
    const back = {
      ...standing,
      name: isRenamed ? was.name : standing.name,
      at: standing.at === is.at ? was.at : standing.at,
    }
    themes = themes.map((theme) => (theme === standing ? back : theme))
  }
  return themes
}

function notesBefore(
  state: WorkshopState,
  themes: Themes,
  sorting: Sorting,
): { noteThemes: WorkshopState['noteThemes']; undone: number; left: number } {
  const noteThemes = { ...state.noteThemes }
  const standing = new Set(themes.map(({ id }) => id))
  let [undone, left] = [0, 0]
  for (const [noteId, { was, is }] of Object.entries(sorting.notes)) {
    if (!haveSameIds(themesOf(state.noteThemes, noteId), is)) {
      left += 1
      continue
    }
    undone += 1
    const back = was.filter((id) => standing.has(id))
    if (back.length === 0) delete noteThemes[noteId]
    else noteThemes[noteId] = back
  }
  return { noteThemes, undone, left }
}

/** Whether nobody has done anything with a theme since it was made. */
function isUnused(
  state: WorkshopState,
  noteThemes: WorkshopState['noteThemes'],
  made: Themes[number],
): boolean {
  const standing = state.themes.find(({ id }) => id === made.id)
  return (
    standing?.name === made.name &&
    !Object.values(noteThemes).some((ids) => ids.includes(made.id)) &&
    !Object.hasOwn(state.report.texts, `theme:${made.id}`) &&
    !wasChosen(state, made.id)
  )
}
