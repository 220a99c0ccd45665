/** What is said to everybody, over the foot: the question and the clock stay in sight. */
import { shownMessage } from '@bordet/workshop'
import { Icon } from '../shared/Icon.tsx'
import { useServerNow } from '../shared/useServerNow.ts'
import { useShown } from './screenContext.ts'

/** Longer than this it takes three lines, and smaller letters. */
const longText = 110

export function MessageBand() {
  const { view, clock, say } = useShown()
  const now = useServerNow(clock)
  const message = shownMessage(view, now)
  return (
    <div role="status" className="band" data-shown={message !== null}>
      {message && (
        <div className={message.text.length > longText ? 'band-in band-long' : 'band-in'}>
          <Icon name={message.from === 'prompt' ? 'clock' : 'horn'} />
          <p>
            <span className="vh">{say('message')} </span>
            {message.text}
          </p>
        </div>
      )}
    </div>
  )
}
