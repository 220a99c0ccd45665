/**
 * "Two minutes left. Write the most important thing." goes out by itself. It is a fact of the timer like the end is:
 * no command sends it, so every page shows it in the same second of the server's clock, and a restart loses nothing.
 */
import { speak, type Language } from '@bordet/text'
import da from '@bordet/text/prompt/da'
import en from '@bordet/text/prompt/en'
import nb from '@bordet/text/prompt/nb'
import sv from '@bordet/text/prompt/sv'
import { phaseNow, zonesOf } from './handler.ts'
import type { WorkshopState } from './state.ts'
import type { PromptView } from './view.ts'
import { takesEverybodysNotes } from './zones.ts'

const beforeEndMs = 2 * 60_000
/** In a phase planned to be shorter it would go out while people are still reading the question. */
const shortestMinutes = 5

const catalogues = { sv, da, nb, en }

/** Null where nobody writes, before the evening and after it. */
export function promptView(state: WorkshopState, now: number): PromptView | null {
  const { timer, prompts } = state
  const { phase, status } = phaseNow(state, now)
  if (state.status !== 'open' || !timer || phase.minutes < shortestMinutes) return null
  if (!zonesOf(state, phase).some((zone) => takesEverybodysNotes(zone, phase))) return null
  const off = prompts.off ? 'evening' : prompts.offPhases.includes(phase.id) ? 'phase' : null
  const isComing = off === null && status === 'running'
  return {
    text: textIn(state.language),
    at: isComing ? timer.startedAt + timer.durationMs - beforeEndMs : null,
    off,
  }
}

function textIn(language: Language): string {
  return speak<typeof sv>(catalogues[language], language)('twoMinutes')
}
