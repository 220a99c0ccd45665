import type { Risk, RiskKind } from '@bordet/workshop'

export interface Part {
  text: string
  from: number
  kind: RiskKind | null
}

/** The text in parts, those to look at with what they are. `risks` in order, none over another. */
export function markRisks(text: string, risks: readonly Risk[]): Part[] {
  const parts: Part[] = []
  let at = 0
  for (const { kind, from, to } of risks) {
    if (from > at) parts.push({ text: text.slice(at, from), from: at, kind: null })
    parts.push({ text: text.slice(from, to), from, kind })
    at = to
  }
  if (at < text.length) parts.push({ text: text.slice(at), from: at, kind: null })
  return parts
}
