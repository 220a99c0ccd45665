/** For whoever stands at the computer: seen when pointed at or reached by keyboard. Only the sound always says its state. */
import { Icon } from '../shared/Icon.tsx'
import { useOperating, useShown } from './screenContext.ts'

export function Controls({ offline, turn }: { offline: boolean; turn: () => void }) {
  const { say } = useShown()
  const { tones, toggleFull } = useOperating()
  const { sound } = tones
  const words = {
    on: 'soundOn',
    off: 'soundOff',
    waiting: 'soundWaiting',
    impossible: 'soundImpossible',
  } as const
  const isHeard = sound === 'on'
  return (
    <div className="ctl" onClick={(event) => event.stopPropagation()}>
      <div className="ctl-more">
        <button type="button" className="btn btn-small" onClick={toggleFull}>
          {say('fullScreen')}
        </button>
        <button type="button" className="btn btn-small" onClick={turn}>
          {say('lightOrDark')}
        </button>
        <span className="ctl-state" role="status">
          {say(words[sound])}
        </span>
      </div>
      {sound !== 'impossible' && (
        <button
          type="button"
          className={isHeard ? 'sign sign-quiet' : 'sign'}
          aria-label={say(sound === 'off' ? 'turnSoundOn' : sound === 'on' ? 'turnSoundOff' : 'soundWaiting')}
          title={say(words[sound])}
          onClick={sound === 'waiting' ? tones.wake : tones.toggle}
        >
          <Icon name={isHeard ? 'sound' : 'soundoff'} />
        </button>
      )}
      {offline && (
        <div className="sign sign-off" role="img" aria-label={say('offline')}>
          <Icon name="cloudoff" />
        </div>
      )}
    </div>
  )
}
