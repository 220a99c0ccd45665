/** Who did what when, newest first: to find out what happened while one was at table 3. */
import { fetchLog, type DoneThing } from '@bordet/client'
import { clockTime } from '@bordet/text'
import { useEffect, useRef, useState } from 'react'
import { useCockpit } from './cockpitContext.ts'
import { sayDone, sayWho } from './sayDone.ts'

const againMs = 2_000

export function LogDialog() {
  const { who, view, say, language } = useCockpit()
  const [done, setDone] = useState<readonly DoneThing[] | 'loading' | 'failed'>('loading')
  const { version } = view
  const seen = useRef(0)
  useEffect(() => {
    let current = true
    const isFirst = seen.current === 0
    seen.current = version
    // The whole log is read for it: not at once for every note of a busy hall.
    const timer = setTimeout(
      () =>
        void fetchLog(who).then(
          (fresh) => current && setDone(fresh),
          () => current && setDone((before) => (typeof before === 'string' ? 'failed' : before)),
        ),
      isFirst ? 0 : againMs,
    )
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [who, version])
  return (
    <div className="log">
      <p className="muted">{say('logText')}</p>
      {typeof done === 'string' ? (
        <p role="status">{say(done === 'failed' ? 'logFailed' : 'logLoading')}</p>
      ) : done.length === 0 ? (
        <p>{say('logEmpty')}</p>
      ) : (
        <ol>
          {done.map((one, index) => (
            <li key={done.length - index}>
              <span className="t num">{clockTime(language, one.at)}</span>
              <span>
                <b>{sayWho(one, say)}</b> {sayDone(one, say)}
              </span>
            </li>
          ))}
        </ol>
      )}
    </div>
  )
}
