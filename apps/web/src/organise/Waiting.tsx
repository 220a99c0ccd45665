/** What stands where an answer of the server is still missing. */
import { useDesk } from './organiseContext.ts'

export function Waiting({ again }: { again: (() => void) | null }) {
  const { say } = useDesk()
  return (
    <div role="status" className="waiting">
      {again ? (
        <>
          <p>{say('failed')}</p>
          <button className="btn" type="button" onClick={again}>
            {say('tryAgain')}
          </button>
        </>
      ) : (
        <p className="muted">{say('loading')}</p>
      )}
    </div>
  )
}
