/**
 * A text that one person writes while others write in it too, as the server keeps it merged. What is shown, what it grew
 * out of, what is on its way and what may have arrived; pure, so that every order of events can be tried.
 */

export interface TextDraft {
  /** In the field. */
  text: string
  /** What the server had when `text` grew out of it: what it merges by. */
  base: string
  /** The newest that came from the server. */
  seen: string
  /** On its way to the server, and what had come by then; one at a time. */
  sending: Sending | null
}

export interface Sending {
  text: string
  seen: string
  /** The server does nothing twice under one id. */
  opId: string
  /** Nobody answered: it may have arrived, so that the same goes again before anything else. */
  isLost: boolean
}

/** What stays on the device until the server has it. */
export interface KeptDraft {
  text: string
  base: string
  sending: { text: string; opId: string } | null
}

export function openDraft(value: string): TextDraft {
  return { text: value, base: value, seen: value, sending: null }
}

/** Goes on with what was kept, not knowing what the server has now. What was on its way then may have arrived. */
export function revive({ text, base, sending }: KeptDraft): TextDraft {
  return { text, base, seen: base, sending: sending && { ...sending, seen: base, isLost: true } }
}

/** The same where it is known: `value` is what the server has. */
export function resume(kept: KeptDraft, value: string): TextDraft {
  return kept.text.trim() === value ? openDraft(value) : { ...revive(kept), seen: value }
}

/** Null when the server has all of it. */
export function toKept(draft: TextDraft): KeptDraft | null {
  const { text, base, sending } = draft
  if (!isDirty(draft) && sending === null) return null
  return { text, base, sending: sending && { text: sending.text, opId: sending.opId } }
}

/** Blanks at the ends are not kept by the server, and are no change. */
export function isDirty({ text, base }: TextDraft): boolean {
  return text.trim() !== base
}

export function write(draft: TextDraft, text: string): TextDraft {
  return { ...draft, text }
}

/** Puts words in where the cursor is, on lines of their own; `end` is where the cursor is then. */
export function insertAt(text: string, at: number, words: string): { text: string; end: number } {
  const before = text.slice(0, at).trimEnd()
  const after = text.slice(at).trimStart()
  const upTo = before === '' ? words : `${before}\n\n${words}`
  return { text: after === '' ? `${upTo}\n\n` : `${upTo}\n\n${after}`, end: upTo.length + 2 }
}

/** What the server has now. It waits while there are words of one's own that the server has not. */
export function receive(draft: TextDraft, value: string): TextDraft {
  if (value === draft.seen) return draft
  const next = { ...draft, seen: value }
  return draft.sending === null && !isDirty(draft) ? settle(next) : next
}

/** Null while there is nothing to send, or something is on its way. */
export function send(draft: TextDraft, opId: string): TextDraft | null {
  const { sending, text, seen } = draft
  if (sending !== null) return sending.isLost ? { ...draft, sending: { ...sending, isLost: false } } : null
  if (!isDirty(draft)) return null
  return { ...draft, sending: { text: text.trim(), seen, opId, isLost: false } }
}

/** The server has it; what was written meanwhile grows out of what was sent. */
export function accept(draft: TextDraft): TextDraft {
  if (draft.sending === null) return draft
  const next = { ...draft, base: draft.sending.text, sending: null }
  const hasNews = draft.seen !== draft.sending.seen && draft.seen !== next.base
  return hasNews && !isDirty(next) ? settle(next) : next
}

/** The server will not have it. */
export function refuse(draft: TextDraft): TextDraft {
  return { ...draft, sending: null }
}

/** Nobody answered. */
export function lose(draft: TextDraft): TextDraft {
  return { ...draft, sending: draft.sending && { ...draft.sending, isLost: true } }
}

/** Takes over what the server has, but no blank from under the writer's cursor. */
function settle(draft: TextDraft): TextDraft {
  const isSame = draft.text.trim() === draft.seen
  return { ...draft, text: isSame ? draft.text : draft.seen, base: draft.seen }
}
