/** Code and QR to hold up for a latecomer. */
import { clockTime } from '@bordet/text'
import { QrCode } from '../shared/QrCode.tsx'
import { shortAddress, spacedCode } from '../shared/pageAddress.ts'
import { useCockpit } from './cockpitContext.ts'
import { joinsFrom } from './joinsFrom.ts'

export function JoinDialog() {
  const { view, say, language } = useCockpit()
  return (
    <div className="join">
      <QrCode text={view.joinUrl} label={say('joinQr')} />
      <p className="code num">{spacedCode(view.joinCode)}</p>
      <p className="url">{shortAddress(view.joinUrl)}</p>
      <p className="muted">
        {view.status === 'planned'
          ? say('joinNotOpen', { time: clockTime(language, joinsFrom(view)) })
          : say(view.status === 'open' ? 'joinText' : 'joinClosed')}
      </p>
    </div>
  )
}
