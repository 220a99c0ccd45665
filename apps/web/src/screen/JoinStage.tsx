/** While people arrive: the QR as large as the wall allows, the code, and how the tables fill. */
import { clockTime } from '@bordet/text'
import { QrCode } from '../shared/QrCode.tsx'
import { shortAddress, spacedCode } from '../shared/pageAddress.ts'
import { TableMark } from '../shared/TableMark.tsx'
import { Fitted } from './Fitted.tsx'
import { useShown } from './screenContext.ts'

/** More marks than this do not fit in one row and still be read. */
const marksShown = 12

export function JoinStage() {
  const { view, say, language } = useShown()
  const starts = view.agenda.find((row) => row.kind !== 'arrival' && row.state !== 'done')
  const help = view.status === 'open' ? view.phase.help : undefined
  return (
    <>
      <Fitted className="sc-join">
        <QrCode text={view.joinUrl} label={say('joinQr')} />
        <div>
          <p className="ph0">{view.title}</p>
          <h1>{say('welcome')}</h1>
          <p className="how">{help ?? say('joinHow')}</p>
          <p className="code num">{spacedCode(view.joinCode)}</p>
          <p className="url">{shortAddress(view.joinUrl)}</p>
        </div>
      </Fitted>
      <footer className="foot foot-join">
        <p className="here">
          <b className="num">{view.peopleCount}</b> {say('areHere', { n: view.peopleCount })}
        </p>
        {view.tables.length <= marksShown ? (
          <div className="tbs">
            {view.tables.map((table) => (
              <TableMark
                key={table.number}
                number={table.number}
                people={table.people}
                hasHost={table.host !== null}
                label={say('tableHas', { table: table.number, n: table.people })}
              />
            ))}
          </div>
        ) : (
          <p className="here">
            <b className="num">{view.tables.length}</b> {say('tables', { n: view.tables.length })}
          </p>
        )}
        {starts && (
          <p className="here">
            {say('weStart')} <b className="num">{clockTime(language, starts.at)}</b>
          </p>
        )}
      </footer>
    </>
  )
}
