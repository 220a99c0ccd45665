import { Icon } from '../parts/Icon.tsx'
import { useWords } from '../words.ts'
import { useSeat } from './seatContext.ts'

/** Amber, never red: nothing is lost and nobody has to act. */
export function OfflineBanner() {
  const { say } = useWords()
  const { isOffline, waiting, notes, link, view } = useSeat()
  const isShown = isOffline && link !== 'denied' && view !== null
  const isFragile = notes.some((note) => note.state === 'unsent')
  return (
    <div role="status">
      {isShown && (
        <div class="banner banner-kept">
          <Icon name="phone" />
          <div>
            <p>
              {say('offline')}
              {waiting > 0 ? ` · ${say('waitingCount', { n: waiting })}` : ''}
            </p>
            <p>{say(isFragile ? 'offlineFragile' : 'offlineKept')}</p>
          </div>
        </div>
      )}
    </div>
  )
}
