/** What the cards of the theme board share. It stays the same object while none of it changes, so that cards need not be drawn anew. */
import type { OpenMenu } from './ThemeMenu.tsx'

/** What the cards show beside their note. */
export interface Scene {
  /** In the order they were made. */
  themes: readonly { themeId: string; name: string }[]
  names: ReadonlyMap<string, string>
  /** Phase id → name. */
  phases: ReadonlyMap<string, string>
  workshopId: string
  key: string
  maySort: boolean
  mayQuote: boolean
}

/** Always the same functions. */
export interface Acts {
  pick(noteIds: readonly string[], isPicked: boolean): void
  /** False when it failed; the page says so. */
  sort(noteIds: readonly string[], add: string | null, remove: string | null): Promise<boolean>
  quote(noteId: string, use: boolean): void
  /** Which notes go along when this one is dragged: itself, or all that are picked. */
  dragged(noteId: string): string[]
  openMenu(menu: OpenMenu): void
}

export const dragType = 'application/x-bordet-notes'

export interface Dragged {
  noteIds: string[]
  from: string | null
}
