/** Writing into a shared text as a field's whole new value, without taking away what others write. */
import type * as Y from 'yjs'

/**
 * Turns `text` into `next` by replacing only what lies between their common beginning and end. Never splits a
 * surrogate pair: half an emoji cannot be encoded.
 */
export function editText(text: Y.Text, next: string, origin?: unknown): void {
  const before = text.toString()
  if (before === next) return
  const shortest = Math.min(before.length, next.length)
  let start = 0
  while (start < shortest && before[start] === next[start]) start += 1
  if (splitsPair(before, start) || splitsPair(next, start)) start -= 1
  let end = 0
  while (end < shortest - start && before[before.length - 1 - end] === next[next.length - 1 - end]) end += 1
  if (splitsPair(before, before.length - end) || splitsPair(next, next.length - end)) end -= 1
  const apply = () => {
    const removed = before.length - end - start
    const inserted = next.slice(start, next.length - end)
    if (removed > 0) text.delete(start, removed)
    if (inserted) text.insert(start, inserted)
  }
  if (text.doc) text.doc.transact(apply, origin)
  else apply()
}

function splitsPair(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return false
  const left = text.charCodeAt(at - 1)
  return left >= 0xd800 && left <= 0xdbff
}
