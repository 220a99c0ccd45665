/** The paper for the evening: all of it in one file, or one kind of it. */
import { Icon } from '../shared/Icon.tsx'
import { usePrinting, type PrintWhat } from '../shared/usePrinting.ts'
import { useDesk } from './organiseContext.ts'
import type { OrganiseKey } from './words.ts'

const papers: readonly { what: PrintWhat; name: OrganiseKey; text: OrganiseKey }[] = [
  { what: 'all', name: 'printAll', text: 'printAllText' },
  { what: 'tableCards', name: 'printTableCards', text: 'printTableCardsText' },
  { what: 'routeCards', name: 'printRouteCards', text: 'printRouteCardsText' },
  { what: 'noteSheets', name: 'printNoteSheets', text: 'printNoteSheetsText' },
]

export function PrintPack({ workshopId }: { workshopId: string }) {
  const { key, say } = useDesk()
  const { printing, print } = usePrinting({ workshopId, key })
  return (
    <section className="card papers" aria-labelledby="w-print">
      <h2 id="w-print">{say('printTitle')}</h2>
      <p className="muted">{say('printText')}</p>
      <ul>
        {papers.map(({ what, name, text }) => (
          <li key={what}>
            <button
              className={what === 'all' ? 'btn btn-main' : 'btn'}
              type="button"
              disabled={printing.kind === 'busy'}
              onClick={() => void print(what, say(name))}
            >
              <Icon name="print" />
              {say(name)}
            </button>
            <span className="muted">{say(text)}</span>
          </li>
        ))}
      </ul>
      <p role="status" className="papers-state">
        {printing.kind === 'busy' && say('printBusy', { name: printing.name })}
        {printing.kind === 'done' && say('printDone', { name: printing.name })}
        {printing.kind === 'failed' && say('printFailed')}
      </p>
    </section>
  )
}
