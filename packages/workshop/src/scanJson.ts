/**
 * Reads JSON only to know where things stand: the place of every value, or of the first fault. `JSON.parse` says
 * neither in words that are the same everywhere. Grammar: RFC 8259.
 */

export type JsonFault = 'syntax' | 'cutShort' | 'tooDeep'

export type Scanned =
  /** By path, such as `sessions[0].name`; the whole is ''. Values are where they begin in the text. */
  { offsets: ReadonlyMap<string, number> } | { fault: JsonFault; offset: number }

/** Nothing that Bordet writes goes deeper, and a deeper text could take the whole stack. */
const deepest = 32

class Fault extends Error {
  readonly kind: JsonFault
  readonly offset: number
  constructor(kind: JsonFault, offset: number) {
    super(kind)
    this.kind = kind
    this.offset = offset
  }
}

export function scanJson(text: string): Scanned {
  const offsets = new Map<string, number>()
  try {
    const end = skipSpace(text, scanValue(text, skipSpace(text, 0), '', 0, offsets))
    if (end < text.length) throw new Fault('syntax', end)
    return { offsets }
  } catch (error) {
    if (error instanceof Fault) return { fault: error.kind, offset: error.offset }
    throw error
  }
}

/** Counted from 1, as editors do. */
export function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset)
  const lineStart = before.lastIndexOf('\n') + 1
  return { line: before.split('\n').length, column: offset - lineStart + 1 }
}

/** The path of a member, as it is written in the faults that people read. */
export function joinPath(parent: string, key: PropertyKey): string {
  if (typeof key === 'number') return `${parent}[${key}]`
  return parent === '' ? String(key) : `${parent}.${String(key)}`
}

/** Each of these takes where it begins and gives where it ends. */
function scanValue(
  text: string,
  at: number,
  path: string,
  depth: number,
  offsets: Map<string, number>,
): number {
  offsets.set(path, at)
  if (depth > deepest) throw new Fault('tooDeep', at)
  const sign = text[at]
  if (sign === '{') return scanObject(text, at, path, depth, offsets)
  if (sign === '[') return scanList(text, at, path, depth, offsets)
  if (sign === '"') return scanString(text, at)
  return scanPlain(text, at)
}

function scanObject(
  text: string,
  start: number,
  path: string,
  depth: number,
  offsets: Map<string, number>,
): number {
  let at = skipSpace(text, start + 1)
  if (text[at] === '}') return at + 1
  for (;;) {
    if (text[at] !== '"') throw faultAt(text, at)
    const end = scanString(text, at)
    const key: unknown = JSON.parse(text.slice(at, end))
    const colon = skipSpace(text, end)
    if (text[colon] !== ':') throw faultAt(text, colon)
    const next = scanValue(text, skipSpace(text, colon + 1), joinPath(path, String(key)), depth + 1, offsets)
    at = skipSpace(text, next)
    if (text[at] === '}') return at + 1
    if (text[at] !== ',') throw faultAt(text, at)
    at = skipSpace(text, at + 1)
  }
}

function scanList(
  text: string,
  start: number,
  path: string,
  depth: number,
  offsets: Map<string, number>,
): number {
  let at = skipSpace(text, start + 1)
  if (text[at] === ']') return at + 1
  for (let index = 0; ; index += 1) {
    at = skipSpace(text, scanValue(text, at, joinPath(path, index), depth + 1, offsets))
    if (text[at] === ']') return at + 1
    if (text[at] !== ',') throw faultAt(text, at)
    at = skipSpace(text, at + 1)
  }
}

/** Everything from the space on but the quotation mark and the backslash. */
const wholeString = /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y
const stringPart = /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*/y
const plainValue = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/y

function scanString(text: string, at: number): number {
  return matchAt(wholeString, text, at) ?? fail(text, matchAt(stringPart, text, at) ?? at)
}

function scanPlain(text: string, at: number): number {
  return matchAt(plainValue, text, at) ?? fail(text, at)
}

function matchAt(pattern: RegExp, text: string, at: number): number | null {
  pattern.lastIndex = at
  const [found] = pattern.exec(text) ?? []
  return found === undefined ? null : at + found.length
}

function fail(text: string, at: number): never {
  throw faultAt(text, at)
}

function faultAt(text: string, at: number): Fault {
  return new Fault(at >= text.length ? 'cutShort' : 'syntax', Math.min(at, text.length))
}

function skipSpace(text: string, from: number): number {
  let at = from
  while (at < text.length && ' \t\n\r'.includes(text[at] ?? '')) at += 1
  return at
}
