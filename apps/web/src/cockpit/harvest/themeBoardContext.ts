/** What the cards of the theme board share. It stays the same object while none of it changes, so that cards need not be drawn anew. */
import type { OpenMenu } from './ThemeMenu.tsx'

/** What the cards show beside their note. */
export interface Scene {
  /** In the order they were made. */
  themes: readonly { themeId: string; name: string }[]
  names: ReadonlyMap<string, string>
  /** Phase id → name. */
  phases: ReadonlyMap<string, string>
  /** How many tables there are. */
  tables: number
  workshopId: string
  key: string
  maySort: boolean
  mayQuote: boolean
}

/** Always the same functions. Those that change something can be undone, and are false when they failed; the page says so. */
export interface Acts {
  /** `from` is the column they were picked in; null is the one without a theme. */
  pick(noteIds: readonly string[], from: string | null, isPicked: boolean): void
  /** Into the one theme, out of the other; null is none. */
  sort(noteIds: readonly string[], add: string | null, remove: string | null): Promise<boolean>
  quote(noteId: string, use: boolean): void
  rename(themeId: string, name: string): Promise<boolean>
  merge(themeId: string, into: string): Promise<boolean>
  remove(themeId: string): Promise<boolean>
  /** Which notes go along when this one is dragged: itself, or all that are picked. */
  dragged(noteId: string): string[]
  /** `keep`: they stay where they were too. */
  drop(dragged: Dragged, themeId: string | null, keep: boolean): void
  openMenu(menu: OpenMenu): void
}

export const dragType = 'application/x-bordet-notes'

export interface Dragged {
  noteIds: string[]
  from: string | null
}

/** What another program drops here is not ours: null. */
export function readDragged(data: string): Dragged | null {
  try {
    const read: unknown = JSON.parse(data)
    if (typeof read !== 'object' || read === null || !('noteIds' in read) || !('from' in read)) return null
    const { noteIds, from } = read
    if (!Array.isArray(noteIds) || !(from === null || typeof from === 'string')) return null
    return { noteIds: noteIds.filter((id) => typeof id === 'string'), from }
  } catch {
    return null
  }
}
