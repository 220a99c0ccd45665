/** What stands where an answer of the server is still missing. */
import { useDesk } from './organiseContext.ts'

export function Waiting({ failed }: { failed: boolean }) {
  const { say } = useDesk()
  return (
    <div role="status" className="waiting">
      {failed ? (
        <>
          <p>{say('failed')}</p>
          <button className="btn" type="button" onClick={() => location.reload()}>
            {say('tryAgain')}
          </button>
        </>
      ) : (
        <p className="muted">{say('loading')}</p>
      )}
    </div>
  )
}
