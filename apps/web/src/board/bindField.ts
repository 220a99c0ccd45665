/**
 * A text field on a shared text: what one types goes in letter by letter, what others type comes in without moving
 * the caret. While an input method composes (a Swedish dead key, a tablet's keyboard suggesting words) the field is
 * left alone; the finished word is then merged with what came meanwhile.
 */
import { editText } from '@bordet/board'
import type * as Y from 'yjs'

/** What is used of a `<textarea>`. */
export interface Field {
  value: string
  selectionStart: number
  selectionEnd: number
  setSelectionRange(start: number, end: number): void
  addEventListener(type: 'input' | 'compositionstart' | 'compositionend', listener: () => void): void
  removeEventListener(type: 'input' | 'compositionstart' | 'compositionend', listener: () => void): void
}

type Delta = Y.YTextEvent['delta']

/** Fills the field and keeps both alike until the returned function is called, which also hands in an unfinished word. */
export function bindField(field: Field, text: Y.Text, origin: unknown): () => void {
  let isComposing = false
  /** What the field showed when composing began, and what others did since. */
  let base = ''
  let meanwhile: Delta[] = []
  let isWriting = false

  const write = (next: string) => {
    isWriting = true
    editText(text, next, origin)
    isWriting = false
  }
  const show = (value: string, start: number, end: number) => {
    if (field.value === value) return
    field.value = value
    field.setSelectionRange(start, end)
  }
  const typed = () => {
    if (!isComposing) write(field.value)
  }
  const begin = () => {
    isComposing = true
    base = text.toString()
    meanwhile = []
  }
  const end = () => {
    if (!isComposing) return
    isComposing = false
    const [start, stop] = [field.selectionStart, field.selectionEnd]
    const fromEnd = field.value.length - stop
    if (meanwhile.length === 0) return write(field.value)
    const { from, to, inserted } = difference(base, field.value)
    const [at, until] = [follow(meanwhile, from), follow(meanwhile, to)]
    const now = text.toString()
    write(now.slice(0, at) + inserted + now.slice(Math.max(at, until)))
    const caret =
      stop >= from + inserted.length ? Math.max(0, text.length - fromEnd) : follow(meanwhile, start)
    show(text.toString(), caret, caret)
  }
  const heard = (event: Y.YTextEvent) => {
    if (isWriting) return
    if (isComposing) {
      meanwhile.push(event.delta)
      return
    }
    const [start, stop] = [field.selectionStart, field.selectionEnd]
    show(text.toString(), follow([event.delta], start), follow([event.delta], stop))
  }

  show(text.toString(), text.length, text.length)
  text.observe(heard)
  field.addEventListener('input', typed)
  field.addEventListener('compositionstart', begin)
  field.addEventListener('compositionend', end)
  return () => {
    end()
    text.unobserve(heard)
    field.removeEventListener('input', typed)
    field.removeEventListener('compositionstart', begin)
    field.removeEventListener('compositionend', end)
  }
}

/** Where a place in the text is after these changes; what is put in right there comes after it. */
function follow(deltas: readonly Delta[], place: number): number {
  let at = place
  for (const delta of deltas) {
    let index = 0
    for (const part of delta) {
      if (part.retain !== undefined) index += part.retain
      else if (typeof part.insert === 'string') {
        if (index < at) at += part.insert.length
        index += part.insert.length
      } else if (part.delete !== undefined && index < at) {
        at -= Math.min(part.delete, at - index)
      }
    }
  }
  return at
}

function difference(before: string, after: string): { from: number; to: number; inserted: string } {
  const shortest = Math.min(before.length, after.length)
  let from = 0
  while (from < shortest && before[from] === after[from]) from += 1
  if (isInsidePair(before, from) || isInsidePair(after, from)) from -= 1
  let same = 0
  while (same < shortest - from && before[before.length - 1 - same] === after[after.length - 1 - same])
    same += 1
  if (isInsidePair(before, before.length - same) || isInsidePair(after, after.length - same)) same -= 1
  return { from, to: before.length - same, inserted: after.slice(from, after.length - same) }
}

/** Half an emoji cannot be sent. */
function isInsidePair(text: string, at: number): boolean {
  return at > 0 && (text.codePointAt(at - 1) ?? 0) > 0xffff
}
