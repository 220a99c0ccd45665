/** Themes: names that the crew gives to what belongs together, for the harvest wall and the vote. Rules [W…] of SPEC.md. */
import { entryOf, refuse, type Handler } from '../handler.ts'
import { joinThemeTexts } from '../reportEdits.ts'

/** More than anybody reads on a wall. */
const mostThemes = 60

export const setTheme: Handler<'setTheme'> = {
  /** After the meeting too: that is when most sorting is done. */
  moment: () => null,
  apply({ state, now }, { themeId, name }) {
    const { themes } = state
    const known = themes.find(({ id }) => id === themeId)
    if (name === '') {
      if (!known) return refuse('themeUnknown')
      const left = themes.filter((theme) => theme !== known)
      return { state: { ...state, themes: left, noteThemes: withoutTheme(state.noteThemes, themeId) } }
    }
    if (known) {
      const renamed = themes.map((theme) => (theme === known ? { ...theme, name } : theme))
      return { state: { ...state, themes: renamed } }
    }
    if (themes.length >= mostThemes) return refuse('zoneFull')
    return { state: { ...state, themes: [...themes, { id: themeId, name, at: now }] } }
  },
}

export const assignTheme: Handler<'assignTheme'> = {
  moment: () => null,
  apply({ state, facts }, { noteId, themeIds }) {
    if (facts && !facts.note(noteId)) return refuse('noteUnknown')
    const wanted = new Set(themeIds)
    const known = state.themes.filter(({ id }) => wanted.has(id)).map(({ id }) => id)
    if (known.length < wanted.size) return refuse('themeUnknown')
    const { [noteId]: _, ...others } = state.noteThemes
    return {
      state: { ...state, noteThemes: known.length === 0 ? others : { ...others, [noteId]: known } },
      answer: { noteId },
    }
  },
}

export const sortNotes: Handler<'sortNotes'> = {
  moment: () => null,
  apply({ state, facts }, { noteIds, add = [], remove = [] }) {
    if (add.some((id) => !state.themes.some((theme) => theme.id === id))) return refuse('themeUnknown')
    // One that was removed meanwhile must not stop the others.
    const known = noteIds.filter((id) => !facts || facts.note(id))
    if (known.length === 0) return refuse('noteUnknown')
    const gone = new Set(remove)
    const noteThemes = { ...state.noteThemes }
    for (const noteId of new Set(known)) {
      const kept = themesOf(noteThemes, noteId).filter((id) => !gone.has(id))
      const wanted = new Set([...kept, ...add])
      const next = state.themes.filter(({ id }) => wanted.has(id)).map(({ id }) => id)
      if (next.length === 0) delete noteThemes[noteId]
      else noteThemes[noteId] = next
    }
    return { state: { ...state, noteThemes } }
  },
}

export const mergeThemes: Handler<'mergeThemes'> = {
  moment: () => null,
  apply({ state }, { themeId, into }) {
    const isKnown = (id: string) => state.themes.some((theme) => theme.id === id)
    if (themeId === into || !isKnown(themeId) || !isKnown(into)) return refuse('themeUnknown')
    const noteThemes = Object.fromEntries(
      Object.entries(state.noteThemes).map(([noteId, ids]) => [
        noteId,
        [...new Set(ids.map((id) => (id === themeId ? into : id)))],
      ]),
    )
    const report = joinThemeTexts(state.report, themeId, into)
    if ('refused' in report) return report
    return {
      state: {
        ...state,
        themes: state.themes.filter(({ id }) => id !== themeId),
        noteThemes,
        report,
      },
    }
  },
}

/** How many notes have this theme. */
export function countInTheme(
  noteThemes: Readonly<Record<string, readonly string[]>>,
  themeId: string,
): number {
  return Object.values(noteThemes).filter((themeIds) => themeIds.includes(themeId)).length
}

export function themesOf(
  noteThemes: Readonly<Record<string, readonly string[]>>,
  noteId: string,
): readonly string[] {
  return entryOf(noteThemes, noteId) ?? []
}

function withoutTheme(noteThemes: Readonly<Record<string, string[]>>, themeId: string) {
  return Object.fromEntries(
    Object.entries(noteThemes)
      .map(([noteId, themeIds]) => [noteId, themeIds.filter((id) => id !== themeId)] as const)
      .filter(([, themeIds]) => themeIds.length > 0),
  )
}
