/** One of the report's tables: rows that grow, each cell saved by itself, so that two can write in one row. */
import { newOpId } from '@bordet/client'
import { actionStatuses, reportCells, type ReportRow } from '@bordet/workshop'
import { Icon } from '../../shared/Icon.tsx'
import { useCockpit } from '../cockpitContext.ts'
import { CellChoice } from './CellChoice.tsx'
import { cellWord, type SayDesk } from './deskWords.ts'
import { SharedText } from './SharedText.tsx'

export type GrowingList = 'actions' | 'promises' | 'plan' | 'claims' | 'heard' | 'asks'

export function ReportTable({
  say,
  list,
  rows,
}: {
  say: SayDesk
  list: GrowingList
  rows: readonly ReportRow[]
}) {
  const { may, commands } = useCockpit()
  const put = (rowId: string, cells: Record<string, string> | null) =>
    commands.send({ type: 'setReportRow', list, rowId, cells })
  return (
    <div className="rows">
      {rows.map(({ id, cells }, index) => (
        <fieldset key={id} className="report-row">
          <legend className="num">{say('row', { n: index + 1 })}</legend>
          <div className="cells">
            {reportCells[list].map((cell) =>
              cell === 'status' && list === 'actions' ? (
                <CellChoice
                  key={cell}
                  say={say}
                  list={list}
                  rowId={id}
                  cell={cell}
                  value={cells[cell] ?? ''}
                  label={say('status')}
                  options={actionStatuses.map((status) => [status, say(status)])}
                />
              ) : (
                <SharedText
                  key={cell}
                  say={say}
                  rows={1}
                  max={1_000}
                  label={say(cellWord(cell))}
                  value={cells[cell] ?? ''}
                  toAsk={(text) => ({ type: 'setReportRow', list, rowId: id, cells: { [cell]: text } })}
                />
              ),
            )}
          </div>
          <button
            className="btn btn-quiet btn-small"
            type="button"
            aria-label={`${say('removeRow')} ${index + 1}`}
            disabled={!may('setReportRow')}
            onClick={() => void put(id, null)}
          >
            <Icon name="trash" />
            {say('removeRow')}
          </button>
        </fieldset>
      ))}
      <button
        className="btn"
        type="button"
        disabled={!may('setReportRow')}
        onClick={() => void put(newOpId(), {})}
      >
        <Icon name="plus" />
        {say('addRow')}
      </button>
    </div>
  )
}
