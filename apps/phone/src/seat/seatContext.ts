import { untilCountdownTurns } from '@bordet/text'
import type { View } from '@bordet/workshop'
import { createContext } from 'preact'
import { useContext, useEffect, useState } from 'preact/hooks'
import { useRender } from '../parts/useRender.ts'
import type { Outcome, Seat, SeatState } from './openSeat.ts'
import { phaseStatusAt } from './pickScreen.ts'

export interface Here extends SeatState {
  seat: Seat
  /** Nobody answers, or the phone says so itself. */
  isOffline: boolean
  /** Tells a screen reader, politely. */
  announce(text: string): void
}

export const SeatContext = createContext<Here | null>(null)

export function useSeat(): Here {
  const here = useContext(SeatContext)
  if (!here) throw new Error('no seat around')
  return here
}

/** For screens that are only shown when there is a view. */
export function useView(): View {
  const { view } = useSeat()
  if (!view) throw new Error('no view yet')
  return view
}

/** The server's time, read again every so often. For small parts: each reading renders the part anew. */
export function useNow(everyMs: number): number {
  const { seat } = useSeat()
  const tick = useRender()
  useEffect(() => {
    const timer = setInterval(tick, everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return seat.clock.now()
}

/**
 * Like `useNow`, read again in the moment a countdown to the phase's end turns to the next second: so all phones in
 * the hall turn together, whenever each was opened.
 */
export function useNowBySecond(): number {
  const { seat } = useSeat()
  const { phase } = useView()
  const tick = useRender()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const wait = () => {
      const leftMs = phase.endsAt === null ? 0 : phase.endsAt - seat.clock.now()
      timer = setTimeout(() => {
        tick()
        wait()
      }, untilCountdownTurns(leftMs))
    }
    wait()
    return () => clearTimeout(timer)
  }, [phase.endsAt])
  return seat.clock.now()
}

/** The phase's status as it is now: turns to `over` by itself in the moment time is out. */
export function usePhaseStatus() {
  const { seat } = useSeat()
  const { phase } = useView()
  const look = useRender()
  useEffect(() => {
    if (phase.status !== 'running' || phase.endsAt === null) return
    const leftMs = phase.endsAt - seat.clock.now()
    if (leftMs <= 0) return
    const timer = setTimeout(look, leftMs + 50)
    return () => clearTimeout(timer)
  }, [phase.status, phase.endsAt])
  return phaseStatusAt(phase, seat.clock.now())
}

/** One thing asked for by a button: whether it is under way, and what came of it. */
export function useAsk() {
  const { seat } = useSeat()
  const [isBusy, setBusy] = useState(false)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const ask = async (what: Parameters<Seat['ask']>[0]): Promise<Outcome | null> => {
    if (isBusy) return null
    setBusy(true)
    setOutcome(null)
    const result = await seat.ask(what)
    setBusy(false)
    setOutcome(result)
    return result
  }
  return { ask, isBusy, outcome }
}
