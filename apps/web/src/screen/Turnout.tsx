/** How many have chosen, while nobody sees what. */
import { useShown } from './screenContext.ts'
import { useHeading } from './useHeading.ts'

export function Turnout({ how, done, text }: { how: string; done: number; text: string }) {
  const { view } = useShown()
  const heading = useHeading()
  const share = view.peopleCount === 0 ? 0 : Math.min(100, Math.round((done / view.peopleCount) * 100))
  return (
    <div className="ask">
      <h1>{heading}</h1>
      <p className="how">{how}</p>
      <div className="pr">
        <b className="num">{text}</b>
        <span className="bar" aria-hidden="true">
          <i style={{ width: `${share}%` }} />
        </span>
      </div>
    </div>
  )
}
