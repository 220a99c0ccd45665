/** Asks once before the evening ends for everybody. */
import { useCockpit } from './cockpitContext.ts'

export function CloseDialog({ onClose }: { onClose(): void }) {
  const { say, may, commands } = useCockpit()
  const busy = commands.pending.some((ask) => ask.type === 'close')
  const end = async () => {
    if (await commands.send({ type: 'close' })) onClose()
  }
  return (
    <>
      <p>{say('closeText')}</p>
      <div className="row-end">
        <button className="btn" type="button" onClick={onClose}>
          {say('closeNo')}
        </button>
        <button
          className="btn btn-main"
          type="button"
          disabled={!may('close') || busy}
          onClick={() => void end()}
        >
          {say('closeYes')}
        </button>
      </div>
    </>
  )
}
