/** Decides which question a note answers. Phones say it themselves; what is written on a board may say little. */
import type { BoardNote } from '@bordet/board'
import type { Session } from '@bordet/workshop'

/**
 * The phase the note was written in when that phase has the zone open. Else the latest one before it that had, then
 * the first that has: a note put in "What works" during the coffee break belongs to the round before. Null when no
 * phase asks for it.
 */
export function questionOf(
  { phases, zones }: Session,
  note: Pick<BoardNote, 'phase' | 'zone'>,
): string | null {
  const writtenIn = phases.findIndex(({ id }) => id === note.phase)
  const own = phases[writtenIn]
  if (own?.zones.includes(note.zone)) return own.id
  const isZone = zones.some(({ id }) => id === note.zone)
  const asking = phases.filter((phase) => (isZone ? phase.zones.includes(note.zone) : phase.zones.length > 0))
  const before = asking.findLast((phase) => phases.indexOf(phase) <= writtenIn)
  return (before ?? (isZone ? asking[0] : undefined))?.id ?? null
}

/** Phase id → 1 for the first round of the agenda, 2 for the second … */
export function roundNumbers({ phases }: Session): Map<string, number> {
  return new Map(phases.filter(({ kind }) => kind === 'round').map(({ id }, index) => [id, index + 1]))
}
