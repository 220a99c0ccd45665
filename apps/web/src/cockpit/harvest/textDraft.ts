/**
 * A text that one person writes while others write in it too, as the server keeps it merged. What is shown, what it grew
 * out of, and what is on its way; pure, so that every order of events can be tried.
 */

export interface TextDraft {
  /** In the field. */
  text: string
  /** What the server had when `text` grew out of it: what it merges by. */
  base: string
  /** The newest that came from the server. */
  seen: string
  /** On its way to the server, and what had come by then; one at a time. */
  sending: { text: string; seen: string } | null
}

export function openDraft(value: string): TextDraft {
  return { text: value, base: value, seen: value, sending: null }
}

/** Blanks at the ends are not kept by the server, and are no change. */
export function isDirty({ text, base }: TextDraft): boolean {
  return text.trim() !== base
}

export function write(draft: TextDraft, text: string): TextDraft {
  return { ...draft, text }
}

/** What the server has now. It waits while there are words of one's own that the server has not. */
export function receive(draft: TextDraft, value: string): TextDraft {
  if (value === draft.seen) return draft
  const next = { ...draft, seen: value }
  return draft.sending === null && !isDirty(draft) ? settle(next) : next
}

/** Null while there is nothing to send, or something is on its way. */
export function send(draft: TextDraft): TextDraft | null {
  if (draft.sending !== null || !isDirty(draft)) return null
  return { ...draft, sending: { text: draft.text.trim(), seen: draft.seen } }
}

/** The server has it; what was written meanwhile grows out of what was sent. */
export function accept(draft: TextDraft): TextDraft {
  if (draft.sending === null) return draft
  const next = { ...draft, base: draft.sending.text, sending: null }
  const hasNews = draft.seen !== draft.sending.seen && draft.seen !== next.base
  return hasNews && !isDirty(next) ? settle(next) : next
}

export function refuse(draft: TextDraft): TextDraft {
  return { ...draft, sending: null }
}

/** Takes over what the server has, but no blank from under the writer's cursor. */
function settle(draft: TextDraft): TextDraft {
  const isSame = draft.text.trim() === draft.seen
  return { ...draft, text: isSame ? draft.text : draft.seen, base: draft.seen }
}
