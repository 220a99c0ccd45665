/** What the last command came to when it failed: the refusal's sentence, or that nobody answered and how to try again. */
import { Icon } from '../shared/Icon.tsx'
import { refusals } from '@bordet/workshop'
import { useCockpit } from './cockpitContext.ts'

export function FailureLine() {
  const { commands, say, refusal } = useCockpit()
  const { failure } = commands
  const known = refusals.find((code) => code === failure?.code)
  return (
    <div role="alert">
      {failure && (
        <div className="one warn failed">
          <Icon name="warn" />
          <p>{known ? refusal(known) : say(failure.code === 'offline' ? 'failedOffline' : 'failedOther')}</p>
          {failure.code === 'offline' && (
            <button
              className="btn"
              type="button"
              onClick={() => void commands.send(failure.ask, failure.opId)}
            >
              {say('tryAgain')}
            </button>
          )}
          <button className="btn btn-quiet" type="button" onClick={commands.forget}>
            {say('dismiss')}
          </button>
        </div>
      )}
    </div>
  )
}
