/** What the last command came to when it failed: the refusal's sentence, or that nobody answered and how to try again. */
import { Icon } from '../shared/Icon.tsx'
import { useCockpit } from './cockpitContext.ts'

export function FailureLine() {
  const { commands, say, refusal } = useCockpit()
  const { failure } = commands
  return (
    <div role="alert">
      {failure && (
        <div className="one warn failed">
          <Icon name="warn" />
          <p>{failure.code === 'offline' ? say('failedOffline') : refusal(failure.code)}</p>
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
