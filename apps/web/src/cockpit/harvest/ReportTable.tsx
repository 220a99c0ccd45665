/** One of the report's tables: rows that grow, each cell saved by itself, so that two can write in one row. */
import { fetchRemovedRows, newOpId, type Credentials } from '@bordet/client'
import {
  actionStatuses,
  approvalStages,
  costSizes,
  reportCells,
  type ReportList,
  type ReportRow,
} from '@bordet/workshop'
import { useCallback, useEffect, useRef, useState, type FocusEvent } from 'react'
import { Icon } from '../../shared/Icon.tsx'
import { useCockpit } from '../cockpitContext.ts'
import { cellWord, type SayDesk } from './deskWords.ts'
import { SharedText } from './SharedText.tsx'
import { useFetched } from './useFetched.ts'
import { VersionCells, Versions, WhoWhen } from './Versions.tsx'

type Cells = Readonly<Record<string, string>>

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
  /** Taken away here, to be undone; `back` when a colleague was still writing in it, so that it came back. */
  const [removed, setRemoved] = useState<ReportRow | null>(null)
  const undo = useRef<HTMLButtonElement>(null)
  const { whole, focusWhenThere } = useAwaitedRow(rows)
  const mayWrite = may('setReportRow')
  const { lost, forgetLost, onFocusRow, onBlurRow, isMine } = useLostRow(rows)
  const remove = async (row: ReportRow) => {
    isMine(row.id)
    const ask = { type: 'setReportRow', list, rowId: row.id, cells: null, base: row.cells } as const
    if (await commands.send(ask)) setRemoved(row)
  }
  const putBack = async (rowId: string, cells: Cells) => {
    focusWhenThere(rowId)
    const before = removed
    setRemoved(null)
    const done = await commands.send({ type: 'setReportRow', list, rowId, cells: { ...cells } })
    if (done) forgetLost()
    else setRemoved(before)
    return done
  }
  const add = async () => {
    const rowId = newOpId()
    focusWhenThere(rowId)
    await commands.send({ type: 'setReportRow', list, rowId, cells: {} })
  }
  const isThere = (row: ReportRow | null) => row !== null && rows.some(({ id }) => id === row.id)
  const isGone = removed !== null && !isThere(removed)
  const isLost = lost !== null && !isThere(lost)
  // The button that was pressed went with its row.
  useEffect(() => {
    if (isGone || isLost) undo.current?.focus()
  }, [isGone, isLost])
  const undoButton = (row: ReportRow, words: 'undoRow' | 'putBackRow') => (
    <button
      ref={undo}
      className="btn btn-small"
      type="button"
      onClick={() => void putBack(row.id, row.cells)}
    >
      <Icon name="undo" />
      {say(words)}
    </button>
  )
  return (
    <div className="rows" ref={whole}>
      {rows.map((row, index) => (
        <fieldset key={row.id} className="report-row" onFocus={() => onFocusRow(row.id)} onBlur={onBlurRow}>
          <legend className="num">{say('row', { n: index + 1 })}</legend>
          <RowCells say={say} list={list} row={row} label={say('row', { n: index + 1 })} />
          <button
            className="btn btn-quiet btn-small"
            type="button"
            aria-label={`${say('removeRow')} ${index + 1}`}
            disabled={!mayWrite}
            onClick={() => void remove(row)}
          >
            <Icon name="trash" />
            {say('removeRow')}
          </button>
        </fieldset>
      ))}
      <div role="status">
        {removed !== null && (
          <p className="row-gone">
            {say(isGone ? 'rowRemoved' : 'rowCameBack')}
            {isGone && undoButton(removed, 'undoRow')}
          </p>
        )}
      </div>
      <div role="alert">
        {lost !== null && (
          <p className="row-gone row-lost">
            <Icon name="warn" />
            <span>{say(isLost ? 'rowLost' : 'rowKept')}</span>
            {isLost && undoButton(lost, 'putBackRow')}
          </p>
        )}
      </div>
      <button className="btn" type="button" disabled={!mayWrite} onClick={() => void add()}>
        <Icon name="plus" />
        {say('addRow')}
      </button>
      <RemovedRows say={say} list={list} putBack={putBack} />
    </div>
  )
}

/** A row that was asked for gets the focus when it has come. `whole` is the table with the rows in it. */
function useAwaitedRow(rows: readonly ReportRow[]) {
  const whole = useRef<HTMLDivElement>(null)
  const awaited = useRef<string | null>(null)
  useEffect(() => {
    const wanted = awaited.current
    const at = wanted === null ? -1 : rows.findIndex(({ id }) => id === wanted)
    if (at < 0) return
    awaited.current = null
    const row = whole.current?.querySelectorAll('fieldset').item(at)
    row?.querySelector<HTMLElement>('input, textarea, select')?.focus()
  }, [rows])
  return {
    whole,
    focusWhenThere(rowId: string) {
      awaited.current = rowId
    },
  }
}

/**
 * The row that somebody else took away while it was being written in here. It comes back by itself when there were words
 * in it that the server did not have.
 */
function useLostRow(rows: readonly ReportRow[]) {
  const [lost, setLost] = useState<ReportRow | null>(null)
  const writing = useRef<string | null>(null)
  const mine = useRef(new Set<string>())
  const before = useRef(rows)
  useEffect(() => {
    const gone = before.current.find(({ id }) => id === writing.current)
    before.current = rows
    if (!gone || rows.some(({ id }) => id === gone.id)) return
    writing.current = null
    if (!mine.current.delete(gone.id)) setLost(gone)
  }, [rows])
  return {
    lost,
    forgetLost: () => setLost(null),
    onFocusRow(rowId: string) {
      writing.current = rowId
    },
    onBlurRow({ currentTarget: row }: FocusEvent) {
      // A row that goes takes the focus with it: only one that stays was left.
      setTimeout(() => {
        if (row.isConnected && !row.contains(document.activeElement)) writing.current = null
      })
    },
    /** This page takes it away. */
    isMine: (rowId: string) => void mine.current.add(rowId),
  }
}

/** The fields of one row, or some of them, and what they were; `row` need not be there yet. */
export function RowCells({
  say,
  list,
  row,
  label,
  only,
}: {
  say: SayDesk
  list: ReportList
  row: ReportRow
  label: string
  only?: readonly string[]
}) {
  const { may, commands } = useCockpit()
  const { id: rowId, cells } = row
  const mayWrite = may('setReportRow')
  const ask = (given: Cells, base: Cells) =>
    ({ type: 'setReportRow', list, rowId, cells: { ...given }, base: { ...base } }) as const
  return (
    <>
      <div className="cells">
        {reportCells[list]
          .filter((cell) => !only || only.includes(cell))
          .map((cell) => {
            const choices = choicesOf(say, list, cell)
            const value = cells[cell] ?? ''
            return choices ? (
              <label key={cell} className="shared-text">
                <span className="lab">{say(cellWord(list, cell))}</span>
                <select
                  className="in"
                  value={value}
                  disabled={!mayWrite}
                  onChange={(event) => void commands.send(ask({ [cell]: event.target.value }, cells))}
                >
                  <option value="">{say('notChosen')}</option>
                  {choices.map(([one, words]) => (
                    <option key={one} value={one}>
                      {words}
                    </option>
                  ))}
                </select>
              </label>
            ) : (
              <SharedText
                key={cell}
                say={say}
                rows={1}
                max={1_000}
                label={say(cellWord(list, cell))}
                value={value}
                field={{ kind: 'row', list, rowId, cell, cells }}
              />
            )
          })}
      </div>
      <Versions
        say={say}
        of={label}
        what={`rows/${list}/${encodeURIComponent(rowId)}`}
        now={cells}
        cellNames={cellNamesOf(say, list)}
        mayRestore={mayWrite}
        restore={(then) => commands.send(ask(wholeRow(list, then), cells))}
      />
    </>
  )
}

/** Value and words of a cell that is chosen; null where one writes. A plan has the words of its own cards. */
function choicesOf(say: SayDesk, list: ReportList, cell: string): (readonly [string, string])[] | null {
  switch (cell) {
    case 'status':
      return list === 'actions' ? actionStatuses.map((status) => [status, say(status)]) : null
    case 'cost':
      return costSizes.map((size) => [size, say(size)])
    case 'stage':
      return approvalStages.map((stage) => [stage, say(stageWords[stage])])
    case 'chosen':
      return [
        ['yes', say('yes')],
        ['no', say('no')],
      ]
    default:
      return null
  }
}

const stageWords = { draft: 'stageDraft', comments: 'stageComments', approved: 'stageApproved' } as const

interface RemovedProps {
  say: SayDesk
  list: ReportList
  putBack(rowId: string, cells: Cells): Promise<unknown>
}

/** Where somebody took away what another would have kept. */
function RemovedRows({ say, list, putBack }: RemovedProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <details className="versions" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say('removedRows')}</summary>
      {isOpen && <RemovedList say={say} list={list} putBack={putBack} />}
    </details>
  )
}

function RemovedList({ say, list, putBack }: RemovedProps) {
  const { who, view, may } = useCockpit()
  const fetchThem = useCallback((asker: Credentials) => fetchRemovedRows(asker, list), [list])
  const { value: removed, hasFailed } = useFetched(fetchThem, who, view.version)
  if (!removed) return <p role="status">{say(hasFailed ? 'loadFailed' : 'loading')}</p>
  if (removed.length === 0) return <p className="muted">{say('noRemovedRows')}</p>
  return (
    <ul>
      {removed.map((row) => (
        <li key={row.rowId}>
          <WhoWhen version={row} />
          <VersionCells say={say} cells={row.cells} before={row.cells} cellNames={cellNamesOf(say, list)} />
          <button
            className="btn btn-small"
            type="button"
            disabled={!may('setReportRow')}
            onClick={() => void putBack(row.rowId, row.cells)}
          >
            <Icon name="undo" />
            {say('putBackRow')}
          </button>
        </li>
      ))}
    </ul>
  )
}

function cellNamesOf(say: SayDesk, list: ReportList) {
  return reportCells[list].map((cell) => {
    const choices = choicesOf(say, list, cell)
    return {
      cell,
      label: say(cellWord(list, cell)),
      show: (value: string) => choices?.find(([one]) => one === value)?.[1] ?? value,
    }
  })
}

/** With the cells that were empty then, so that they are emptied. */
function wholeRow(list: ReportList, cells: Cells): Cells {
  return Object.fromEntries(reportCells[list].map((cell) => [cell, cells[cell] ?? '']))
}
