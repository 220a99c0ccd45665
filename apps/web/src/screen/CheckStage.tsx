/**
 * The screen before the meeting, while nobody is here: a card to try it by from the last row of chairs, and the one
 * click that browsers want before a page may be heard and fill the screen.
 */
import { clockTime } from '@bordet/text'
import { Icon } from '../shared/Icon.tsx'
import { shortAddress, spacedCode } from '../shared/pageAddress.ts'
import { QrCode } from '../shared/QrCode.tsx'
import { Fitted } from './Fitted.tsx'
import { useOperating, useShown } from './screenContext.ts'

export function CheckStage() {
  const { view, say, language } = useShown()
  const { start, tones, awake } = useOperating()
  return (
    <>
      <Fitted className="sc-check">
        <div className="two">
          <div className="ask">
            <p className="ph0">{view.title}</p>
            <h1>{say('checkTitle')}</h1>
            <ul className="ins">
              <li>
                <Icon name="eye" />
                <span>{say('checkRead')}</span>
              </li>
              <li>
                <Icon name="phone" />
                <span>{say('checkScan')}</span>
              </li>
              <li>
                <Icon name="horn" />
                <span>
                  {say(tones.sound === 'impossible' ? 'soundImpossible' : 'checkSound')}{' '}
                  {tones.sound !== 'impossible' && (
                    <button type="button" className="btn btn-try" onClick={tones.tryOut}>
                      {say('checkTrySound')}
                    </button>
                  )}
                </span>
              </li>
              <li>
                <Icon name={awake === 'kept' ? 'check' : 'warn'} />
                <span>{say(awake === 'kept' ? 'awakeKept' : 'awakeNot')}</span>
              </li>
            </ul>
            <button type="button" className="btn btn-main btn-start" onClick={start}>
              {say('checkStart')}
              <small>{say('checkStartText')}</small>
            </button>
          </div>
          <QrCode text={view.joinUrl} label={say('joinQr')} />
        </div>
      </Fitted>
      <footer className="foot foot-join">
        <p className="code num">{spacedCode(view.joinCode)}</p>
        <p className="url">{shortAddress(view.joinUrl)}</p>
        <p className="here">
          {say('weStart')} <b className="num">{clockTime(language, view.startsAt)}</b>
        </p>
      </footer>
    </>
  )
}
