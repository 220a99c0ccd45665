/** The zones that paper notes can go to: those open now, or, between rounds, the last ones this page saw open. */
import type { View, Zone } from '@bordet/workshop'
import { useState } from 'react'

export interface PaperZones {
  phaseId: string
  phaseName: string
  zones: readonly Zone[]
}

const nowhere: PaperZones = { phaseId: '', phaseName: '', zones: [] }

/** Paper is typed in when there is time, and the server puts such a note into the round that had its zone. */
export function usePaperZones(view: View | null): PaperZones {
  const [last, setLast] = useState(nowhere)
  const now = view && paperZonesOf(view)
  if (!now || now.zones.length === 0 || now.phaseId === last.phaseId) return last
  setLast(now)
  return now
}

function paperZonesOf({ phase }: View): PaperZones {
  const zones = phase.zones.filter(({ kind }) => !filledByTheCrew.has(kind))
  return { phaseId: phase.id, phaseName: phase.name, zones }
}

const filledByTheCrew: ReadonlySet<Zone['kind']> = new Set(['themes', 'signup', 'locked', 'import'])
