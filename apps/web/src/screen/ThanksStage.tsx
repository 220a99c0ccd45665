/** The end: thanks, and what became of the evening in numbers. */
import { Logo } from '../shared/Logo.tsx'
import { Fitted } from './Fitted.tsx'
import { useShown } from './screenContext.ts'

export function ThanksStage() {
  const { view, say } = useShown()
  const notes = view.tables.reduce((sum, table) => sum + table.notes, 0)
  return (
    <>
      <Fitted className="sc-thanks">
        <p className="ph0">{view.title}</p>
        <h1>{say('thanks')}</h1>
        <p className="how">{say('thanksText')}</p>
      </Fitted>
      <footer className="foot foot-join">
        <p className="here">
          <b className="num">{notes}</b> {say('notes', { n: notes })}
        </p>
        <p className="here">
          <b className="num">{view.tables.length}</b> {say('tables', { n: view.tables.length })}
        </p>
        <Logo />
      </footer>
    </>
  )
}
