/**
 * How many connections one key may hold open at a time: the latest so many. The oldest gives way, because it is
 * oftener one that a network forgot than one that somebody looks at.
 */
export interface LatestLines {
  /** `close` is called when this line has to give way. Call what is returned when it is gone. */
  add(key: string, most: number, close: () => void): () => void
}

export function createLatestLines(): LatestLines {
  const open = new Map<string, Set<() => void>>()
  return {
    add(key, most, close) {
      const lines = open.get(key) ?? new Set()
      open.set(key, lines)
      const line = () => close()
      lines.add(line)
      const forget = () => {
        lines.delete(line)
        if (lines.size === 0 && open.get(key) === lines) open.delete(key)
      }
      for (const oldest of lines) {
        if (lines.size <= most) break
        lines.delete(oldest)
        oldest()
      }
      return forget
    },
  }
}
