/** How to come in late: small QR, the code, where to type it, and how many are with us. */
import { QrCode } from '../shared/QrCode.tsx'
import { shortAddress, spacedCode } from '../shared/pageAddress.ts'
import { useShown } from './screenContext.ts'

export function JoinStrip() {
  const { view, say } = useShown()
  return (
    <footer className="foot">
      <QrCode text={view.joinUrl} label={say('joinQr')} />
      <div>
        <p className="code num">{spacedCode(view.joinCode)}</p>
        <p className="url">{shortAddress(view.joinUrl)}</p>
      </div>
      <span className="sp" />
      <p className="cnt">
        <b className="num">{view.peopleCount}</b>
        {say('withUs', { n: view.tables.length })}
      </p>
    </footer>
  )
}
