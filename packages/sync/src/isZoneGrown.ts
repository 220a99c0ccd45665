/** Whether a value that a member wrote over a zone changes nothing but its height: pages make room for notes. */
import * as Y from 'yjs'

const tallest = 1_000_000

export function isZoneGrown(before: unknown, content: Y.Item['content']): boolean {
  if (!(content instanceof Y.ContentAny) || content.arr.length !== 1) return false
  const after: unknown = content.arr[0]
  if (!isObject(before) || !isObject(after)) return false
  const height = after['h']
  if (typeof height !== 'number' || !(height > 0 && height <= tallest)) return false
  const keys = Object.keys(before)
  return (
    Object.keys(after).length === keys.length &&
    keys.every((key) => Object.hasOwn(after, key) && (key === 'h' || Object.is(after[key], before[key])))
  )
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
