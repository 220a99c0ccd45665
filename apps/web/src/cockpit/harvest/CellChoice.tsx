/** A cell of the report that is chosen, not written. */
import type { ReportList } from '@bordet/workshop'
import { useCockpit } from '../cockpitContext.ts'
import type { SayDesk } from './deskWords.ts'

export function CellChoice({
  say,
  list,
  rowId,
  cell,
  label,
  value,
  options,
}: {
  say: SayDesk
  list: ReportList
  rowId: string
  cell: string
  label: string
  value: string
  /** Value and words; choosing none is offered first. */
  options: readonly (readonly [string, string])[]
}) {
  const { may, commands } = useCockpit()
  return (
    <label className="shared-text">
      <span className="lab">{label}</span>
      <select
        className="in"
        value={value}
        disabled={!may('setReportRow')}
        onChange={(event) =>
          void commands.send({ type: 'setReportRow', list, rowId, cells: { [cell]: event.target.value } })
        }
      >
        <option value="">{say('notChosen')}</option>
        {options.map(([one, words]) => (
          <option key={one} value={one}>
            {words}
          </option>
        ))}
      </select>
    </label>
  )
}
