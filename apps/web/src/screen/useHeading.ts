import { useShown } from './screenContext.ts'

/** What the room is asked; without a question the phase's name, less the word before its colon. */
export function useHeading(): string {
  const { view } = useShown()
  return view.phase.question ?? view.phase.name.replace(/^[^:]{1,24}:\s*/, '')
}
