/**
 * Two soft tones, made on the spot: no file, nobody else's server. Browsers keep a page silent until somebody has
 * pressed something on it, so `wake` belongs in a click.
 */
import type { Tone } from './dueTone.ts'

export interface Speaker {
  /** Whether the browser lets the page be heard. */
  mayPlay(): boolean
  wake(): Promise<void>
  play(tone: Tone): void
  close(): void
}

/** Rising: something is coming. Falling: it is over. In hertz; the ear hears both far back in a hall. */
const notes: Readonly<Record<Tone, readonly number[]>> = {
  twoMinutes: [523.25, 659.25],
  end: [659.25, 523.25, 392],
}
const apartS = 0.45
const lastsS = 1.6
const loudness = 0.22

/** Null where the browser makes no sound at all. `changed` is called when `mayPlay` may answer otherwise. */
export function openSpeaker(changed: () => void): Speaker | null {
  if (!('AudioContext' in globalThis)) return null
  const context = new AudioContext()
  context.addEventListener('statechange', changed)
  return {
    mayPlay: () => context.state === 'running',
    // Refused without a click: then the next one wakes it.
    wake: () => context.resume().catch(() => {}),
    play(tone) {
      if (context.state !== 'running') return
      for (const [index, hertz] of notes[tone].entries()) {
        ring(context, hertz, context.currentTime + index * apartS)
      }
    },
    close() {
      context.removeEventListener('statechange', changed)
      void context.close().catch(() => {})
    },
  }
}

/** Like a struck bar: there at once, then fading. */
function ring(context: AudioContext, hertz: number, at: number): void {
  const tone = new OscillatorNode(context, { type: 'sine', frequency: hertz })
  const volume = new GainNode(context, { gain: 0 })
  volume.gain.setValueAtTime(0.0001, at)
  volume.gain.exponentialRampToValueAtTime(loudness, at + 0.03)
  volume.gain.exponentialRampToValueAtTime(0.0001, at + lastsS)
  tone.connect(volume).connect(context.destination)
  tone.start(at)
  tone.stop(at + lastsS)
}
