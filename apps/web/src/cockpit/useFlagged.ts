/** Notes to look at, asked for now and then and whenever somebody reported one. Facilitators only. */
import { fetchFlagged, type Credentials, type FlaggedNote } from '@bordet/client'
import type { View } from '@bordet/workshop'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'

const refreshMs = 15_000

export interface Flagged {
  notes: readonly FlaggedNote[]
  refresh(): void
}

export function useFlagged(who: Credentials, view: View | null): Flagged {
  const [notes, setNotes] = useState<readonly FlaggedNote[]>([])
  const isLead = view?.reports !== null && view !== null
  const refresh = useCallback(() => {
    // What it said before stays true enough until the next time.
    fetchFlagged(who).then(setNotes, () => {})
  }, [who])
  useEffect(() => {
    if (!isLead) return
    refresh()
    const timer = setInterval(refresh, refreshMs)
    return () => clearInterval(timer)
  }, [isLead, refresh])
  const reports = JSON.stringify(view?.reports ?? null)
  const lastReports = useRef(reports)
  useEffect(() => {
    if (!isLead || lastReports.current === reports) return
    lastReports.current = reports
    refresh()
  }, [isLead, refresh, reports])
  return useMemo(() => ({ notes, refresh }), [notes, refresh])
}
