/** How the page steers the canvas, which is loaded later and knows tldraw. */
export const tools = ['note', 'draw', 'arrow', 'text', 'select'] as const
export type Tool = (typeof tools)[number]

/** In the board's own units. */
export interface BoardArea {
  x: number
  y: number
  w: number
  h: number
}

export interface CanvasHandle {
  pick(tool: Tool): void
  zoom(direction: 'in' | 'out'): void
  /** `round` shows its zones alone, until `all` is asked for. */
  look(at: 'round' | 'all'): void
  /** The part of the board that is seen. */
  area(): BoardArea
  show(area: BoardArea): void
  /** Selects the note in the middle of the screen; does nothing when it is gone. */
  showNote(noteId: string): void
  /** Writes what waits, so that an undo meets the whole truth. */
  settle(): void
}
