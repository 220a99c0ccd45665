/** Change tables: all yellow, all tables, and how many have found theirs. */
import { Icon } from '../shared/Icon.tsx'
import { Fitted } from './Fitted.tsx'
import { TablePlan } from './TablePlan.tsx'
import { PhaseDigits } from './PhaseClock.tsx'
import { useShown } from './screenContext.ts'

export function MoveStage() {
  const { view, say } = useShown()
  const { arrived, of } = view.move ?? { arrived: 0, of: 0 }
  const share = of === 0 ? 0 : Math.round((arrived / of) * 100)
  const home = view.phase.rotation === 'home'
  return (
    <>
      <Fitted>
        <div className="two two-move">
          <div>
            <h1 className={home ? 'go-home' : 'go-on'}>{home ? view.phase.name : say('moveTitle')}</h1>
            <ul className="ins">
              <li>
                <Icon name="phone" />
                <span>{say('movePhone')}</span>
              </li>
              {view.tables.some((table) => table.host !== null) && (
                <li>
                  <span className="host-seat" aria-hidden="true" />
                  <span>{say('moveHost')}</span>
                </li>
              )}
            </ul>
          </div>
          <TablePlan />
        </div>
      </Fitted>
      <footer className="foot">
        <div className="pr">
          <b className="num">{of === 0 ? say('moveNobody') : say('arrivedOf', { n: arrived, of })}</b>
          <span className="bar" aria-hidden="true">
            <i style={{ width: `${share}%` }} />
          </span>
        </div>
        <PhaseDigits />
      </footer>
    </>
  )
}
