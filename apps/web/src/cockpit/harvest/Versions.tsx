/** What a part of the report was, who wrote it and when; any of it can be had again. Read when it is opened. */
import { fetchReportVersions, type Credentials, type ReportVersion } from '@bordet/client'
import { clockTime, dateLong } from '@bordet/text'
import { useCallback, useState } from 'react'
import { Icon } from '../../shared/Icon.tsx'
import { useCockpit } from '../cockpitContext.ts'
import { sayWho } from '../sayDone.ts'
import type { SayDesk } from './deskWords.ts'
import { useFetched } from './useFetched.ts'

type Cells = Readonly<Record<string, string>>

/** In their order, with what the page calls them and their values; null for a text, which is one cell. */
export type CellNames = readonly { cell: string; label: string; show(value: string): string }[] | null

interface VersionsProps {
  say: SayDesk
  /** Says whose versions these are, for those who do not see where they stand. */
  of: string
  /** As `fetchReportVersions` has it. */
  what: string
  now: Cells
  cellNames: CellNames
  mayRestore: boolean
  /** Answers null when it failed. */
  restore(cells: Cells): Promise<unknown>
}

export function Versions({ say, of, what, now, cellNames, mayRestore, restore }: VersionsProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <details className="versions" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {say('earlier')}
        <span className="vh">: {of}</span>
      </summary>
      {isOpen && <VersionList {...{ say, what, now, cellNames, mayRestore, restore }} />}
    </details>
  )
}

function VersionList({ say, what, now, cellNames, mayRestore, restore }: Omit<VersionsProps, 'of'>) {
  const { who, view } = useCockpit()
  const fetchThem = useCallback((asker: Credentials) => fetchReportVersions(asker, what), [what])
  const { value: versions, hasFailed } = useFetched(fetchThem, who, view.version)
  const [told, setTold] = useState('')
  const bringBack = async (cells: Cells) => {
    setTold('')
    if (await restore(cells)) setTold(say('restored'))
  }
  if (!versions) return <p role="status">{say(hasFailed ? 'loadFailed' : 'loading')}</p>
  return (
    <>
      <p role="status" className="meta">
        {told}
      </p>
      {versions.length === 0 && <p className="muted">{say('noEarlier')}</p>}
      <ul>
        {versions.map(({ cells, ...one }, index) => (
          <li key={`${one.at} ${index}`}>
            <WhoWhen version={one} />
            <VersionCells
              say={say}
              cells={cells}
              before={versions[index + 1]?.cells ?? {}}
              cellNames={cellNames}
            />
            {cells !== null && !isSame(cells, now) && (
              <button
                className="btn btn-small"
                type="button"
                disabled={!mayRestore}
                onClick={() => void bringBack(cells)}
              >
                <Icon name="undo" />
                {say('useAgain')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

export function WhoWhen({ version }: { version: Pick<ReportVersion, 'at' | 'name' | 'role'> }) {
  const { say, language } = useCockpit()
  const { at } = version
  return (
    <p className="meta num">
      {dateLong(language, at)} {clockTime(language, at)} · {sayWho(version, say)}
    </p>
  )
}

/** What was changed with it stands in bold. */
export function VersionCells({
  say,
  cells,
  before,
  cellNames,
}: {
  say: SayDesk
  cells: Cells | null
  before: Cells
  cellNames: CellNames
}) {
  if (cells === null) return <p className="version-text">{say('takenAway')}</p>
  if (cellNames === null) {
    const { text = '' } = cells
    return <p className="version-text">{text === '' ? say('emptyText') : text}</p>
  }
  const shown = cellNames.filter(({ cell }) => (cells[cell] ?? '') !== '' || (before[cell] ?? '') !== '')
  if (shown.length === 0) return <p className="version-text">{say('emptyText')}</p>
  return (
    <dl className="version-cells">
      {shown.map(({ cell, label, show }) => {
        const value = cells[cell] ?? ''
        const words = value === '' ? say('emptyText') : show(value)
        return (
          <div key={cell}>
            <dt>{label}</dt>
            <dd>{value === (before[cell] ?? '') ? words : <b>{words}</b>}</dd>
          </div>
        )
      })}
    </dl>
  )
}

function isSame(one: Cells, other: Cells): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...names].every((name) => (one[name] ?? '') === (other[name] ?? ''))
}
