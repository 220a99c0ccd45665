/** What organisers know about single notes, each beside its own words: what was learnt, when it happens, what it costs, why not. */
import type { ReportDraft } from '@bordet/client'
import { approvalStages, costSizes, onlyRow, reportCells } from '@bordet/workshop'
import { CellChoice } from './CellChoice.tsx'
import { cellWord, type SayDesk } from './deskWords.ts'
import { SharedText } from './SharedText.tsx'

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

export function NoteFacts({
  say,
  draft,
  zones,
  cells,
  list = 'noteFacts',
}: {
  say: SayDesk
  draft: ReportDraft
  zones: readonly string[]
  cells: readonly FactCell[] | 'plan'
  list?: 'noteFacts' | 'plan'
}) {
  const notes = draft.notes.filter(({ zone }) => zones.includes(zone))
  if (notes.length === 0) return null
  return notes.map((note) => {
    const values = draft.report.rows[list].find(({ id }) => id === note.id)?.cells ?? {}
    return (
      <div key={note.id} className="report-theme">
        <p className={`note n-${note.color} asked-note`} dir="auto">
          {note.text}
        </p>
        <div className="cells">
          {(cells === 'plan' ? planCells : cells).map((cell) => {
            const shared = { say, value: values[cell] ?? '', label: say(cellWord(cell)) }
            switch (cell) {
              case 'cost':
                return (
                  <CellChoice
                    {...shared}
                    key={cell}
                    list={list}
                    rowId={note.id}
                    cell={cell}
                    options={costSizes.map((size) => [size, say(size)])}
                  />
                )
              case 'chosen':
                return (
                  <CellChoice
                    {...shared}
                    key={cell}
                    list={list}
                    rowId={note.id}
                    cell={cell}
                    options={[
                      ['yes', say('yes')],
                      ['no', say('no')],
                    ]}
                  />
                )
              default:
                return (
                  <SharedText
                    {...shared}
                    key={cell}
                    rows={1}
                    max={1_000}
                    toAsk={(text) => ({
                      type: 'setReportRow',
                      list,
                      rowId: note.id,
                      cells: { [cell]: text },
                    })}
                  />
                )
            }
          })}
        </div>
      </div>
    )
  })
}

/** How far the report is on its way to the council, and when it got there. */
export function Approval({ say, draft }: { say: SayDesk; draft: ReportDraft }) {
  return <OnlyRow say={say} draft={draft} list="approval" />
}

export function Meeting({ say, draft }: { say: SayDesk; draft: ReportDraft }) {
  return <OnlyRow say={say} draft={draft} list="meeting" />
}

function OnlyRow({ say, draft, list }: { say: SayDesk; draft: ReportDraft; list: 'approval' | 'meeting' }) {
  const cells = draft.report.rows[list][0]?.cells ?? {}
  return (
    <div className="cells">
      {reportCells[list].map((cell) =>
        cell === 'stage' ? (
          <CellChoice
            key={cell}
            say={say}
            list={list}
            rowId={onlyRow}
            cell={cell}
            label={say('stage')}
            value={cells[cell] ?? ''}
            options={approvalStages.map((stage) => [stage, say(stageWords[stage])])}
          />
        ) : (
          <SharedText
            key={cell}
            say={say}
            rows={1}
            max={1_000}
            label={say(cellWord(cell))}
            value={cells[cell] ?? ''}
            toAsk={(text) => ({ type: 'setReportRow', list, rowId: onlyRow, cells: { [cell]: text } })}
          />
        ),
      )}
    </div>
  )
}

const stageWords = { draft: 'stageDraft', comments: 'stageComments', approved: 'stageApproved' } as const
