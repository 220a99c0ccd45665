/** A template's file from outside: the template, or every fault with its place and its reason. */
import type words from '@bordet/text/templateFile/sv'
import { z } from 'zod'
import { joinPath, lineAndColumn, scanJson } from './scanJson.ts'
import {
  templateFileSchema,
  templateFormat,
  templateFormatVersion,
  toTemplate,
  type OwnTemplate,
} from './templateFile.ts'

export interface FileFault {
  /** Such as `sessions[0].phases[3].minutes`; empty for the whole. */
  path: string
  /** A phrase of the catalogue `templateFile`, with what its holes say. */
  reason: keyof typeof words
  holes: Record<string, string | number>
  /** Counted from 1; null when there is no text to count in. */
  line: number | null
  column: number | null
}

export type ReadTemplate = { own: OwnTemplate; raw: unknown } | { faults: FileFault[] }

const mostFaults = 20

export function readTemplateText(id: string, given: string): ReadTemplate {
  const text = given.replace(/^\uFEFF/, '')
  if (text.trim() === '') return { faults: [at(text, 0, { path: '', reason: 'empty', holes: {} })] }
  const scanned = scanJson(text)
  if ('fault' in scanned)
    return { faults: [at(text, scanned.offset, { path: '', reason: scanned.fault, holes: {} })] }
  const read = readTemplate(id, JSON.parse(text))
  if (!('faults' in read)) return read
  return {
    faults: read.faults.map((fault) => at(text, nearestOffset(scanned.offsets, fault.path), fault)),
  }
}

/** The same for what was parsed already. */
export function readTemplate(id: string, raw: unknown): ReadTemplate {
  const format: unknown = Object(raw).format
  const version: unknown = Object(raw).formatVersion
  if (format !== templateFormat) return { faults: [unplaced('format', 'notTemplate')] }
  if (typeof version === 'number' && version > templateFormatVersion)
    return { faults: [unplaced('formatVersion', 'newerFormat')] }
  const { data, error } = templateFileSchema.safeParse(raw)
  if (data) return { own: toTemplate(id, raw, data), raw }
  return { faults: error.issues.flatMap(toFaults).slice(0, mostFaults) }
}

type Issue = z.core.$ZodIssue
type Found = Pick<FileFault, 'reason' | 'holes'>

function toFaults(issue: Issue): FileFault[] {
  const path = issue.path.reduce(joinPath, '')
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => unplaced(joinPath(path, key), 'unknownKey', { key }))
  const { reason, holes } = found(issue)
  return [unplaced(path, reason, holes)]
}

function found(issue: Issue): Found {
  switch (issue.code) {
    case 'invalid_type':
      return {
        reason:
          issue.input === undefined && issue.message.includes('undefined')
            ? 'missing'
            : wanted(issue.expected),
        holes: {},
      }
    case 'too_small':
      return { reason: tooSmall[issue.origin] ?? 'wrong', holes: { n: Number(issue.minimum) } }
    case 'too_big':
      return { reason: tooBig[issue.origin] ?? 'wrong', holes: { n: Number(issue.maximum) } }
    case 'invalid_value':
      return { reason: 'oneOf', holes: { values: issue.values.map(String).join(', ') } }
    case 'invalid_union':
      return { reason: 'oneOf', holes: { values: 'open, hidden, hiddenFirst' } }
    case 'custom': {
      const { reason, ...holes } = customParams.parse(issue.params)
      return { reason, holes }
    }
    default:
      return { reason: 'wrong', holes: {} }
  }
}

const customParams = z
  .object({ reason: z.enum(['noLanguage', 'twice', 'zoneUnknown', 'zoneWrong']) })
  .catchall(z.string())

const tooSmall: Partial<Record<string, FileFault['reason']>> = {
  number: 'numberSmall',
  int: 'numberSmall',
  string: 'textEmpty',
  array: 'listShort',
}
const tooBig: Partial<Record<string, FileFault['reason']>> = {
  number: 'numberBig',
  int: 'numberBig',
  string: 'textLong',
  array: 'listLong',
}

function wanted(expected: string): FileFault['reason'] {
  switch (expected) {
    case 'string':
      return 'wantsText'
    case 'number':
      return 'wantsNumber'
    case 'int':
      return 'wantsWhole'
    case 'array':
      return 'wantsList'
    case 'object':
      return 'wantsObject'
    default:
      return 'wrong'
  }
}

function unplaced(path: string, reason: FileFault['reason'], holes: FileFault['holes'] = {}): FileFault {
  return { path, reason, holes, line: null, column: null }
}

function at(text: string, offset: number, fault: Omit<FileFault, 'line' | 'column'>): FileFault {
  return { ...fault, ...lineAndColumn(text, offset) }
}

/** What is missing stands nowhere: then the place is that of what it is missing in. */
function nearestOffset(offsets: ReadonlyMap<string, number>, path: string): number {
  for (let at = path; at !== ''; at = at.replace(/(?:^|\.)[^.[\]]*$|\[\d+\]$/, '')) {
    const offset = offsets.get(at)
    if (offset !== undefined) return offset
  }
  return offsets.get('') ?? 0
}
