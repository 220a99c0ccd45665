import { useEffect, useRef, useState } from 'preact/hooks'
import { useWords } from '../words.ts'
import { useAsk, useView } from './seatContext.ts'

/** "I sat somewhere else": says where, with one press on a number. */
export function SatElsewhere() {
  const words = useWords()
  const { say } = words
  const { me, tables } = useView()
  const { ask, isBusy, outcome } = useAsk()
  const [isOpen, setOpen] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  const opener = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isOpen) heading.current?.focus()
  }, [isOpen])
  if (!me.may.includes('sitElsewhere') || tables.length < 2) return null

  const close = () => {
    setOpen(false)
    requestAnimationFrame(() => opener.current?.focus())
  }
  const sit = async (table: number) => {
    if ((await ask({ type: 'sitElsewhere', table })) === 'done') setOpen(false)
  }
  if (!isOpen) {
    return (
      <button ref={opener} class="btn btn-quiet" type="button" onClick={() => setOpen(true)}>
        {say('satElsewhere')}
      </button>
    )
  }
  return (
    <section class="elsewhere" aria-labelledby="elsewhere">
      <h2 id="elsewhere" ref={heading} tabIndex={-1}>
        {say('whichTable')}
      </h2>
      <ul class="tables">
        {tables
          .filter(({ number }) => me.nextTable !== null || number !== me.table)
          .map(({ number }) => (
            <li key={number}>
              <button
                class="btn num"
                type="button"
                aria-label={say('table', { n: number })}
                aria-disabled={isBusy}
                onClick={() => sit(number)}
              >
                {number}
              </button>
            </li>
          ))}
      </ul>
      <div role="status">
        {outcome === 'offline' && <p>{say('askOffline')}</p>}
        {outcome !== null && typeof outcome === 'object' && <p>{words.sayRefusal(outcome.refused)}</p>}
      </div>
      <button class="btn btn-quiet" type="button" onClick={close}>
        {say('cancel')}
      </button>
    </section>
  )
}
