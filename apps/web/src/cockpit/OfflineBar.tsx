/** Amber, never red: the evening goes on for everybody else, on the server's clock. */
import { Icon } from '../shared/Icon.tsx'
import { useCockpit } from './cockpitContext.ts'

export function OfflineBar() {
  const { link, say } = useCockpit()
  return (
    <div role="status">
      {link === 'offline' && (
        <div className="banner banner-kept">
          <Icon name="cloudoff" />
          <div>
            <p>{say('offlineTitle')}</p>
            <p>{say('offlineText')}</p>
          </div>
        </div>
      )}
    </div>
  )
}
