/** One sentence on what happened and one on what it means: offline, locked, or not taken by the server. */
import type { Say } from '@bordet/text'
import type svWords from '@bordet/text/board/sv'
import { useState } from 'react'
import { Icon } from '../shared/Icon.tsx'
import type { ReadOnlyReason } from './mayWriteBoard.ts'
import type { ConnectedBoard } from './useBoardConnection.ts'

interface Props {
  connected: ConnectedBoard
  reason: ReadOnlyReason | null
  isLive: boolean
  say: Say<typeof svWords>
}

export function BoardBanner({ connected, reason, isLive, say }: Props) {
  const { saved, refused, hasLost, connection } = connected
  const [seenLoss, setSeenLoss] = useState<unknown>(null)
  const isCut =
    (saved === 'unsaved' || saved === 'offline') && refused === null && !(saved === 'offline' && isLive)
  if (isCut) {
    return (
      <div className="bt-banner banner banner-kept" role="status">
        <Icon name="cloudoff" />
        <div>
          <p>{say('offlineTitle')}</p>
          <p>{say('offlineMeans')}</p>
        </div>
      </div>
    )
  }
  if (hasLost && seenLoss !== connection) {
    return (
      <div className="bt-banner banner banner-kept" role="status">
        <Icon name="warn" />
        <div>
          <p>{say('lostTitle')}</p>
          <p>{say('lostMeans')}</p>
        </div>
        <button className="btn btn-small" type="button" onClick={() => setSeenLoss(connection)}>
          {say('listClose')}
        </button>
      </div>
    )
  }
  if (refused === 'damaged') {
    return (
      <div className="bt-banner banner banner-kept" role="alert">
        <Icon name="warn" />
        <div>
          <p>{say('damagedTitle')}</p>
          <p>{say('damagedMeans')}</p>
        </div>
      </div>
    )
  }
  const locked = reason ?? (refused === 'readOnly' || refused === 'closed' ? 'readOnlyLocked' : null)
  if (!locked) return null
  return (
    <div className="bt-banner banner bt-locked" role="status">
      <Icon name="lock" />
      <div>
        <p>{say(locked)}</p>
        {saved === 'unsaved' && <p>{say('readOnlyUnsaved')}</p>}
      </div>
    </div>
  )
}
