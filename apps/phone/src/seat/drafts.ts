/** Words that were typed and not put up, kept at each keystroke, one draft for each phase. */
import type { ZoneLook } from '../outbox/entry.ts'
import { keep, recall } from '../kept.ts'

export interface Draft {
  phaseId: string
  phaseName: string
  zone: ZoneLook
  text: string
  part?: string | undefined
  /** The last keystroke, on the server's clock: words belong to the moment they were written in. */
  at: number
  /** The next round after its own. When that has been left, the draft follows the person no further. */
  offeredLastIn?: string
}

export function readDrafts(owner: string): Draft[] {
  return recall<Draft[]>(`drafts.${owner}`, [])
}

/** An empty text forgets the draft. */
export function keepDraft(owner: string, draft: Draft): void {
  const others = readDrafts(owner).filter((other) => other.phaseId !== draft.phaseId)
  keep(`drafts.${owner}`, draft.text.trim() === '' ? others : [...others, draft])
}

/** The round that begins is the last in which drafts of earlier ones are offered. */
export function offerDraftsLastIn(owner: string, phaseId: string): void {
  const drafts = readDrafts(owner)
  const isNew = (draft: Draft) => draft.phaseId !== phaseId && draft.offeredLastIn === undefined
  if (!drafts.some(isNew)) return
  keep(
    `drafts.${owner}`,
    drafts.map((draft) => (isNew(draft) ? { ...draft, offeredLastIn: phaseId } : draft)),
  )
}

/** Drafts of other phases that are still offered in this one. The rest wait for their own round, should it come back. */
export function draftsOffered(owner: string, phaseId: string): Draft[] {
  return readDrafts(owner).filter(
    (draft) => draft.phaseId !== phaseId && (draft.offeredLastIn ?? phaseId) === phaseId,
  )
}

export function draftOf(owner: string, phaseId: string): Draft | null {
  return readDrafts(owner).find((draft) => draft.phaseId === phaseId) ?? null
}
