/**
 * What the parts of the report were at each time, and who wrote what: read from the log of commands, so that nothing
 * has to be kept twice. A version is what stood there after somebody's edit, with what others had written by then.
 */
import { commandSchema } from './commands.ts'
import { entryOf } from './handler.ts'
import type { ReportList } from './kinds.ts'
import {
  editReportState,
  haveSameCells,
  joinedTexts,
  joinThemeTexts,
  unjoinThemeTexts,
  type JoinedTexts,
} from './reportEdits.ts'
import { noReport, type WrittenReport } from './reportState.ts'

/** As storage has it. */
export interface LoggedCommand {
  at: number
  actor: { role: string; name?: string | undefined }
  command: unknown
}

export interface ReportVersion {
  at: number
  /** What the writer called themselves; may be empty. */
  name: string
  role: string
  /** By the names of the cells; null: taken away. A text of the report is a cell called `text`. */
  cells: Readonly<Record<string, string>> | null
}

export interface RemovedRow extends ReportVersion {
  rowId: string
  cells: Readonly<Record<string, string>>
}

export type ReportTarget =
  | { kind: 'text'; part: string }
  | { kind: 'answer'; noteId: string }
  | { kind: 'row'; list: ReportList; rowId: string }

/** What somebody adds in one go is one version; what takes words away is always its own. */
const sameGoMs = 2 * 60_000
/** Two who did not say who they are look like one. */
const namelessGoMs = 20_000

/** `log` in its order; newest version first. */
export function reportVersions(log: readonly LoggedCommand[], target: ReportTarget): ReportVersion[] {
  const versions: ReportVersion[] = []
  replayReport(log, (before, after, { at, actor }) => {
    const [was, is] = [cellsOf(before, target), cellsOf(after, target)]
    if (was === is || (was && is && haveSameCells(was, is))) return
    const version = { at, name: actor.name ?? '', role: actor.role, cells: is }
    const last = versions.at(-1)
    if (last && isSameGo(last, version)) versions.pop()
    versions.push(version)
  })
  return versions.toReversed()
}

/** Rows of one of the tables that are there no more, each as it last stood; the last one taken away first. */
export function removedRows(log: readonly LoggedCommand[], list: ReportList): RemovedRow[] {
  const removed = new Map<string, RemovedRow>()
  replayReport(log, (before, after, { at, actor }) => {
    for (const { id } of after.rows[list]) removed.delete(id)
    for (const { id, cells } of before.rows[list]) {
      const isEmpty = Object.values(cells).every((text) => text === '')
      if (isEmpty || after.rows[list].some((row) => row.id === id)) continue
      removed.set(id, { rowId: id, at, name: actor.name ?? '', role: actor.role, cells })
    }
  })
  return [...removed.values()].toReversed()
}

const editing: ReadonlySet<unknown> = new Set([
  'editReport',
  'answerQuestion',
  'setReportRow',
  'mergeThemes',
  'undoSorting',
])

function replayReport(
  log: readonly LoggedCommand[],
  tell: (before: WrittenReport, after: WrittenReport, logged: LoggedCommand) => void,
): void {
  let report = noReport
  const joined = new Map<string, JoinedTexts>()
  for (const logged of log) {
    if (!editing.has(Object(logged.command).type)) continue
    const next = applyLogged(report, logged.command, joined)
    if (!next) continue
    tell(report, next, logged)
    report = next
  }
}

/** Null for what changes nothing here. `joined`: by the merge's `opId`, for the undo that may follow. */
function applyLogged(
  report: WrittenReport,
  logged: unknown,
  joined: Map<string, JoinedTexts>,
): WrittenReport | null {
  const command = commandSchema.safeParse(logged).data
  switch (command?.type) {
    case 'editReport':
    case 'answerQuestion':
    case 'setReportRow': {
      const edited = editReportState(report, command, false)
      return 'refused' in edited ? null : edited
    }
    case 'mergeThemes': {
      const texts = joinedTexts(report, command.themeId, command.into)
      if (texts) joined.set(command.opId, texts)
      const merged = joinThemeTexts(report, command.themeId, command.into, false)
      return 'refused' in merged ? null : merged
    }
    case 'undoSorting': {
      const texts = command.of.flatMap((opId) => joined.get(opId) ?? [])
      return texts.length === 0 ? null : texts.reduce(unjoinThemeTexts, report)
    }
    default:
      return null
  }
}

function cellsOf(report: WrittenReport, target: ReportTarget): ReportVersion['cells'] {
  switch (target.kind) {
    case 'text':
      return { text: entryOf(report.texts, target.part) ?? '' }
    case 'answer':
      return entryOf(report.answers, target.noteId) ?? null
    case 'row':
      return report.rows[target.list].find(({ id }) => id === target.rowId)?.cells ?? null
    default:
      return target satisfies never
  }
}

function isSameGo(last: ReportVersion, next: ReportVersion): boolean {
  const [was, is] = [last.cells, next.cells]
  const mostMs = next.name === '' ? namelessGoMs : sameGoMs
  if (last.name !== next.name || last.role !== next.role || next.at - last.at >= mostMs) return false
  return (
    was !== null && is !== null && Object.entries(was).every(([name, text]) => addsTo(text, is[name] ?? ''))
  )
}

/** Whether every word stays, in its order, though perhaps with more letters behind: typing on, not writing over. */
function addsTo(before: string, after: string): boolean {
  const words = after.match(/\S+/gu) ?? []
  let at = 0
  for (const word of before.match(/\S+/gu) ?? []) {
    const found = words.findIndex((one, index) => index >= at && one.startsWith(word))
    if (found === -1) return false
    at = found + 1
  }
  return true
}
