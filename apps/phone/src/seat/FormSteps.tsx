import { useWords } from '../words.ts'
import { useAsk, useView } from './seatContext.ts'

/** On through a form, or back; after the last question the phone is ready for the next person. */
export function FormSteps() {
  const { say } = useWords()
  const { me, status } = useView()
  const { ask, outcome } = useAsk()
  if (!me.form || status !== 'open') return null
  const { step, of } = me.form
  return (
    <div class="row steps">
      {step > 0 && (
        <button class="btn" type="button" onClick={() => ask({ type: 'nextQuestion', back: true })}>
          {say('lastQuestion')}
        </button>
      )}
      <button class="btn" type="button" onClick={() => ask({ type: 'nextQuestion' })}>
        {say(step + 1 < of ? 'nextQuestion' : 'newSheet')}
      </button>
      {outcome === 'offline' && <p role="status">{say('askOffline')}</p>}
    </div>
  )
}
