/** Which one thing a person is shown now. Pure. */
import type { Link } from '@bordet/client'
import {
  takesEverybodysNotes,
  type PhaseStatus,
  type PhaseView,
  type View,
  type Zone,
} from '@bordet/workshop'

export type Screen =
  'denied' | 'connecting' | 'closed' | 'move' | 'break' | 'table' | 'vote' | 'round' | 'wait'

/** `isNewHere`: has just sat down and not yet said to have found the table. */
export function pickScreen(view: View | null, link: Link, isNewHere: boolean): Screen {
  if (link === 'denied') return 'denied'
  if (!view) return 'connecting'
  if (view.status === 'closed') return 'closed'
  const isWritable = writableZones(view.phase).length > 0
  if (view.me.form) return isWritable && view.status === 'open' ? 'round' : 'wait'
  // A break comes first; the table after it is no command yet.
  if (view.me.nextTable !== null) return view.phase.kind === 'break' ? 'break' : 'move'
  // Some arrivals ask something already: where on the map people belong.
  const asks = view.phase.status !== 'waiting' && isWritable
  if (isNewHere || (isBeforeStart(view) && !asks)) return 'table'
  if (view.vote) return 'vote'
  if (isWritable) return 'round'
  return view.ranking || view.scoring || view.groups || view.consent ? 'vote' : 'wait'
}

export function isBeforeStart({ status, phase }: View): boolean {
  return status === 'planned' || phase.status === 'waiting' || phase.kind === 'arrival'
}

/** Zones that hold what people say; the others are filled by whoever runs the evening. */
export function writableZones(phase: PhaseView): Zone[] {
  return phase.zones.filter((zone) => takesEverybodysNotes(zone, phase))
}

/** The server tells when a phase starts and pauses; that time is out, the phone sees by itself. */
export function phaseStatusAt(phase: PhaseView, now: number): PhaseStatus {
  return phase.status === 'running' && phase.endsAt !== null && phase.endsAt <= now ? 'over' : phase.status
}

/** Milliseconds left, negative when over; null without a clock. */
export function phaseLeftMs(phase: PhaseView, now: number): number | null {
  if (phase.startedAt === null || phase.status === 'waiting') return null
  return phase.startedAt + phase.durationMs - (phase.pausedAt ?? now)
}

/** Notes are not shown to others yet. */
export function isHiddenAt({ holding }: PhaseView, now: number): boolean {
  return holding !== null && (holding.until === null || now < holding.until)
}
