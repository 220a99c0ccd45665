/** What goes out without anybody pressing anything, and when: the prompt of the last two minutes, or nothing. */
import { clockTime, countdown } from '@bordet/text'
import type { PromptView } from '@bordet/workshop'
import { useServerNow } from '../shared/useServerNow.ts'
import { useCockpit } from './cockpitContext.ts'
import { joinsFrom } from './joinsFrom.ts'

export function ByItself() {
  const { view, say, language } = useCockpit()
  if (view.status === 'planned')
    return <p className="auto">{say('nothingVisible', { time: clockTime(language, joinsFrom(view)) })}</p>
  if (!view.prompt || view.phase.status === 'over') return <p className="auto">{say('nothingByItself')}</p>
  return <Prompt prompt={view.prompt} />
}

function Prompt({ prompt }: { prompt: PromptView }) {
  const { view, clock, say, language, may, commands } = useCockpit()
  const now = useServerNow(clock)
  const isGone = prompt.at !== null && prompt.at <= now
  const words =
    prompt.off !== null
      ? say('promptOff')
      : prompt.at === null
        ? say('promptPaused')
        : isGone
          ? say('promptShown', { time: clockTime(language, prompt.at) })
          : say('promptComes', { time: countdown(prompt.at - now) })
  const busy = commands.pending.some((ask) => ask.type === 'setPrompts')
  const on = prompt.off !== null
  // For the whole evening it is switched on where it was switched off.
  const phaseId = prompt.off === 'evening' ? {} : { phaseId: view.phase.id }
  return (
    <p className="auto">
      <span className="num">{words}</span>
      {!isGone && (
        <button
          className="btn btn-link"
          type="button"
          disabled={!may('setPrompts') || busy}
          onClick={() => void commands.send({ type: 'setPrompts', ...phaseId, on })}
        >
          {say(on ? 'promptStart' : 'promptStop')}
        </button>
      )}
    </p>
  )
}
