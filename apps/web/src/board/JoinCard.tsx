/** How to write from one's own phone. Stands above the watermark's corner, never over it, and folds away. */
import type { Say } from '@bordet/text'
import type svWords from '@bordet/text/board/sv'
import type { View } from '@bordet/workshop'
import { useState } from 'react'
import { Icon } from '../shared/Icon.tsx'
import { shortAddress, spacedCode } from '../shared/pageAddress.ts'
import { QrCode } from '../shared/QrCode.tsx'

const roomyPx = 1_100

interface Props {
  view: View
  say: Say<typeof svWords>
  table: number | null
  /** Something else takes the room: folded, until somebody wants it. */
  isCrowded: boolean
}

export function JoinCard({ view, say, table, isCrowded }: Props) {
  const [isRoomy] = useState(() => innerWidth >= roomyPx)
  const [chosen, setOpen] = useState<boolean | null>(null)
  // While people write, the notes have the room.
  const isOpen = chosen ?? (isRoomy && !isCrowded && view.phase.zones.length === 0)
  if (view.status === 'closed') return null
  if (!isOpen) {
    return (
      <button className="bt-join-fold btn" type="button" aria-expanded={false} onClick={() => setOpen(true)}>
        <Icon name="phone" /> <span className="vh">{say('joinShow')}</span>
        <b className="num">{spacedCode(view.joinCode)}</b>
      </button>
    )
  }
  const address = table === null ? view.joinUrl : `${view.joinUrl}?table=${table}`
  return (
    <aside className="bt-join card" aria-label={say('joinTitle')}>
      <button
        className="bt-join-x"
        type="button"
        aria-label={say('joinHide')}
        aria-expanded
        onClick={() => setOpen(false)}
      >
        <Icon name="close" />
      </button>
      <p>
        <strong>{say('joinTitle')}</strong>
      </p>
      <QrCode text={address} label={say('joinQr')} />
      <b className="num">{spacedCode(view.joinCode)}</b>
      <p className="muted">{shortAddress(view.joinUrl)}</p>
    </aside>
  )
}
