/** What organisers know about single notes, each beside its own words: what was learnt, when it happens, what it costs, why not. */
import type { ReportDraft } from '@bordet/client'
import { onlyRow, type reportCells } from '@bordet/workshop'
import { RowCells } from './ReportTable.tsx'
import type { SayDesk } from './deskWords.ts'

type FactCell = (typeof reportCells.noteFacts)[number]
type PlanCell = (typeof reportCells.plan)[number]

/** Of a plan's card: what changes after the meeting. */
const planCells: readonly PlanCell[] = [
  'responsible',
  'start',
  'done',
  'hours',
  'money',
  'paidBy',
  'followUp',
  'status',
]

interface Shared {
  say: SayDesk
  draft: ReportDraft
}

export function NoteFacts({
  say,
  draft,
  zones,
  cells,
}: Shared & { zones: readonly string[]; cells: readonly FactCell[] | 'plan' }) {
  const list = cells === 'plan' ? 'plan' : 'noteFacts'
  return draft.notes
    .filter(({ zone }) => zones.includes(zone))
    .map(({ id, color, text }) => (
      <div key={id} className="report-theme">
        <p className={`note n-${color} asked-note`} dir="auto">
          {text}
        </p>
        <RowCells
          say={say}
          list={list}
          row={draft.report.rows[list].find((row) => row.id === id) ?? { id, cells: {} }}
          label={text}
          only={cells === 'plan' ? planCells : cells}
        />
      </div>
    ))
}

/** A list with one row: how far the report is on its way to the council, when people meet next. */
export function OnlyRow({
  say,
  draft,
  list,
  label,
}: Shared & { list: 'approval' | 'meeting'; label: string }) {
  const row = draft.report.rows[list][0] ?? { id: onlyRow, cells: {} }
  return <RowCells say={say} list={list} row={row} label={label} />
}
