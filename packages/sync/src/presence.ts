/**
 * Who is present and what they show (awareness of y-protocols). Each connection speaks only for its own client ids;
 * what a stock client repeats about others is ignored, never refused. Nothing here is kept.
 */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { limits } from './limits.ts'

/** One connection's part in it. */
export interface Presenter {
  by: string
  /** The client ids it has shown. */
  clients: Set<number>
}

export interface Presence {
  /**
   * `nudge`, when not null, goes back to this connection: a client which comes back under its old id and clock learns
   * that it was taken for gone, and shows itself again with a higher clock. Null altogether when it is malformed.
   */
  receive(update: Uint8Array, from: Presenter): { nudge: Uint8Array | null } | null
  /** Everybody, for a newcomer; null when nobody shows anything. */
  readAll(): Uint8Array | null
  /** What changed since it was last taken. */
  takeChanged(): Uint8Array | null
  leave(from: Presenter): void
}

interface Shown {
  clock: number
  /** JSON; `'null'` when gone. Kept then for its clock. */
  state: string
  from: Presenter
}

const gone = 'null'
const keptGone = 500

/** `claim`: whether this client id may be used by this owner; takes it for them. */
export function createPresence(claim: (client: number, owner: string) => boolean): Presence {
  const shown = new Map<number, Shown>()
  const changed = new Set<number>()

  function show(client: number, next: Shown): void {
    shown.delete(client)
    shown.set(client, next)
    changed.add(client)
    if (shown.size <= keptGone) return
    for (const [old, { state }] of shown) {
      if (state === gone && !changed.has(old)) shown.delete(old)
      if (shown.size <= keptGone) return
    }
  }

  function write(clients: readonly number[]): Uint8Array | null {
    const entries = clients.flatMap((client) => {
      const entry = shown.get(client)
      return entry ? [{ client, clock: entry.clock, state: entry.state }] : []
    })
    return entries.length === 0 ? null : writeEntries(entries)
  }

  /** Returns what the sender must be told about itself; undefined when the connection shows more ids than it may. */
  function receiveOne(entry: PresenceEntry, from: Presenter): PresenceEntry | null | undefined {
    const { client, clock, state } = entry
    const known = shown.get(client)
    const isEcho = known !== undefined && known.from !== from && known.state !== gone && clock <= known.clock
    if (isEcho || state.length > limits.awarenessBytes || !claim(client, from.by)) return null
    if (known && clock <= known.clock) {
      if (known.state === gone) return state === gone ? null : { client, clock: known.clock, state: gone }
      if (clock < known.clock || state !== gone) return null
    }
    from.clients.add(client)
    if (from.clients.size > limits.awarenessClients) return undefined
    show(client, { clock, state, from })
    return null
  }

  return {
    receive(update, from) {
      const entries = readEntries(update)
      if (entries === null) return null
      const nudges: PresenceEntry[] = []
      for (const entry of entries) {
        const nudge = receiveOne(entry, from)
        if (nudge === undefined) return null
        if (nudge) nudges.push(nudge)
      }
      return { nudge: nudges.length === 0 ? null : writeEntries(nudges) }
    },
    readAll: () => write([...shown].filter(([, { state }]) => state !== gone).map(([client]) => client)),
    takeChanged() {
      const clients = [...changed]
      changed.clear()
      return write(clients)
    },
    leave(from) {
      for (const client of from.clients) {
        const known = shown.get(client)
        if (known?.from === from && known.state !== gone) show(client, { ...known, state: gone })
      }
    },
  }
}

interface PresenceEntry {
  client: number
  clock: number
  state: string
}

/** A state that is not JSON would throw in every other member's page. */
function readEntries(update: Uint8Array): PresenceEntry[] | null {
  try {
    const decoder = decoding.createDecoder(update)
    const entries: PresenceEntry[] = []
    for (let count = decoding.readVarUint(decoder); count > 0; count--) {
      const client = decoding.readVarUint(decoder)
      const clock = decoding.readVarUint(decoder)
      const state = decoding.readVarString(decoder)
      JSON.parse(state)
      entries.push({ client, clock, state })
    }
    return decoding.hasContent(decoder) ? null : entries
  } catch {
    return null
  }
}

function writeEntries(entries: readonly PresenceEntry[]): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, entries.length)
  for (const { client, clock, state } of entries) {
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, clock)
    encoding.writeVarString(encoder, state)
  }
  return encoding.toUint8Array(encoder)
}
