/** Words that were typed and not put up, kept at each keystroke, one draft for each phase. */
import type { ZoneLook } from '../outbox/entry.ts'
import { keep, recall } from '../kept.ts'

export interface Draft {
  phaseId: string
  phaseName: string
  zone: ZoneLook
  text: string
  /** The last keystroke, on the server's clock: words belong to the moment they were written in. */
  at: number
}

export function readDrafts(owner: string): Draft[] {
  return recall<Draft[]>(`drafts.${owner}`, [])
}

/** An empty text forgets the draft. */
export function keepDraft(owner: string, draft: Draft): void {
  const others = readDrafts(owner).filter((other) => other.phaseId !== draft.phaseId)
  keep(`drafts.${owner}`, draft.text.trim() === '' ? others : [...others, draft])
}

export function draftOf(owner: string, phaseId: string): Draft | null {
  return readDrafts(owner).find((draft) => draft.phaseId === phaseId) ?? null
}
