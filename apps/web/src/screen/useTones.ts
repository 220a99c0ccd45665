/** Lets the room hear the clock, unless somebody turned that off; the choice is remembered on this computer. */
import type { ServerClock } from '@bordet/client'
import type { View } from '@bordet/workshop'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { clockMoment, dueTone, type ClockMoment } from './dueTone.ts'
import { openSpeaker, type Speaker } from './openSpeaker.ts'

/** `waiting`: wanted, but the browser keeps the page silent until somebody clicks on it. */
export type Sound = 'on' | 'off' | 'waiting' | 'impossible'

export interface Tones {
  sound: Sound
  toggle(): void
  /** In a click: from now on the page may be heard. */
  wake(): void
  /** Plays one now, so that somebody can set the volume. */
  tryOut(): void
}

const rememberedAs = 'bordet.screen.sound'
const tickMs = 250

export function useTones(view: View, clock: ServerClock): Tones {
  const speaker = useRef<Speaker | null>(null)
  const [wanted, setWanted] = useState(isWanted)
  const [mayPlay, setMayPlay] = useState<boolean | null>(null)
  useEffect(() => {
    const opened = openSpeaker(() => setMayPlay(speaker.current?.mayPlay() ?? null))
    speaker.current = opened
    setMayPlay(opened?.mayPlay() ?? null)
    return () => opened?.close()
  }, [])

  const last = useRef<ClockMoment | null>(null)
  const { phase, status } = view
  useEffect(() => {
    if (status !== 'open') return
    const listen = () => {
      const moment = clockMoment(phase, clock.now())
      const tone = dueTone(last.current, moment)
      last.current = moment
      if (tone && wanted) speaker.current?.play(tone)
    }
    listen()
    const timer = setInterval(listen, tickMs)
    return () => clearInterval(timer)
  }, [phase, status, clock, wanted])

  const wake = useCallback(() => void speaker.current?.wake(), [])
  const tryOut = useCallback(() => {
    const opened = speaker.current
    void opened?.wake().then(() => opened.play('twoMinutes'))
  }, [])
  const toggle = useCallback(() => {
    const next = !wanted
    setWanted(next)
    remember(next)
    if (next) tryOut()
  }, [wanted, tryOut])

  const sound = mayPlay === null ? 'impossible' : !wanted ? 'off' : mayPlay ? 'on' : 'waiting'
  return useMemo(() => ({ sound, toggle, wake, tryOut }), [sound, toggle, wake, tryOut])
}

function isWanted(): boolean {
  try {
    return localStorage.getItem(rememberedAs) !== 'off'
  } catch {
    return true
  }
}

function remember(wanted: boolean): void {
  try {
    localStorage.setItem(rememberedAs, wanted ? 'on' : 'off')
  } catch {
    // A browser that keeps nothing forgets this too.
  }
}
