/**
 * Words that the server has not got yet, kept on this device: over a change of tab, a reload, hours without a network.
 * A field that is open looks after its own words; what no open field looks after is sent from here.
 */
import { newOpId } from '@bordet/client'
import { askFor, fieldName, type ReportField } from './reportField.ts'
import { accept, lose, refuse, revive, send, toKept, type KeptDraft } from './textDraft.ts'

/** `offline`: nobody answered, or the server had too much to do. `refused`: it will not have it. */
export type Outcome = 'done' | 'offline' | 'refused'
export type SendWords = (ask: ReturnType<typeof askFor>, opId: string) => Promise<Outcome>

interface Kept {
  field: ReportField
  draft: KeptDraft
}

export interface DraftStore {
  /** Null when there is nothing to go on with. */
  read(field: ReportField): KeptDraft | null
  /** Null: the server has it. */
  keep(field: ReportField, draft: KeptDraft | null): void
  /** A field that looks after these words from now on; answers how to let go of them. */
  hold(field: ReportField): () => void
  /** Sends what no field looks after, one after another; all at once asked for again is one. */
  sendLoose(sendWords: SendWords): Promise<void>
  /** How many texts wait. */
  count(): number
  /** Called after every change of `count`, and when a field lets go. Answers how to stop. */
  follow(onChange: () => void): () => void
  /** False where the browser keeps nothing: the words live as long as the page. */
  readonly isLasting: boolean
}

/** `storage`: null where there is none. */
export function createDraftStore(workshopId: string, storage: Storage | null): DraftStore {
  const prefix = `bordet.draft.${workshopId}/`
  const kept = new Map<string, Kept>()
  const held = new Map<string, number>()
  const refused = new Set<string>()
  const followers = new Set<() => void>()
  let isLasting = storage !== null
  let isSending = false
  for (const [name, one] of storage ? readAll(storage, prefix) : []) kept.set(name, one)

  const tell = () => {
    for (const follower of followers) follower()
  }
  const store = (name: string, one: Kept | null) => {
    try {
      if (one) storage?.setItem(prefix + name, JSON.stringify(one))
      else storage?.removeItem(prefix + name)
    } catch {
      // A full disk or a private window: the page still has it.
      isLasting = false
    }
  }
  const keep = (field: ReportField, draft: KeptDraft | null) => {
    const name = fieldName(field)
    const before = kept.size
    if (draft) kept.set(name, { field, draft })
    else if (!kept.delete(name)) return
    store(name, draft && { field, draft })
    if (kept.size !== before) tell()
  }
  const nextLoose = () => [...kept].find(([name]) => !held.has(name) && !refused.has(name))

  return {
    read: (field) => kept.get(fieldName(field))?.draft ?? null,
    keep(field, draft) {
      refused.delete(fieldName(field))
      keep(field, draft)
    },
    hold(field) {
      const name = fieldName(field)
      held.set(name, (held.get(name) ?? 0) + 1)
      return () => {
        const others = (held.get(name) ?? 1) - 1
        if (others > 0) held.set(name, others)
        else held.delete(name)
        if (kept.has(name)) tell()
      }
    },
    async sendLoose(sendWords) {
      if (isSending) return
      isSending = true
      try {
        for (let next = nextLoose(); next; next = nextLoose()) {
          const [name, { field, draft }] = next
          // What the server has now is not known here: it merges by what the words grew out of.
          const sending = send(revive(draft), newOpId())
          if (sending?.sending == null) {
            keep(field, null)
            continue
          }
          keep(field, toKept(sending))
          const { text, opId } = sending.sending
          const outcome = await sendWords(askFor(field, text, sending.base), opId)
          // A field was opened meanwhile: it sends the same under the same id, and goes on.
          if (held.has(name)) continue
          if (outcome === 'done') keep(field, toKept(accept(sending)))
          else keep(field, toKept(outcome === 'refused' ? refuse(sending) : lose(sending)))
          if (outcome === 'refused') refused.add(name)
          if (outcome === 'offline') return
        }
      } finally {
        isSending = false
      }
    },
    count: () => kept.size,
    follow(onChange) {
      followers.add(onChange)
      return () => followers.delete(onChange)
    },
    get isLasting() {
      return isLasting
    },
  }
}

function readAll(storage: Storage, prefix: string): [string, Kept][] {
  const all: [string, Kept][] = []
  try {
    for (const key of Object.keys(storage).filter((one) => one.startsWith(prefix))) {
      const one: unknown = JSON.parse(storage.getItem(key) ?? 'null')
      if (isKept(one)) all.push([key.slice(prefix.length), one])
    }
  } catch {
    // What cannot be read was not written by this page.
  }
  return all
}

/** Written by this page, perhaps by an older one: the server looks at what is asked anyway. */
function isKept(one: unknown): one is Kept {
  if (typeof one !== 'object' || one === null || !('field' in one) || !('draft' in one)) return false
  const { field, draft } = one
  const isObject = (value: unknown) => typeof value === 'object' && value !== null
  if (!isObject(field) || !isObject(draft)) return false
  return (
    typeof Reflect.get(Object(draft), 'text') === 'string' &&
    typeof Reflect.get(Object(draft), 'base') === 'string'
  )
}
