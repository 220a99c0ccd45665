/**
 * Who is present and what they show (awareness of y-protocols). Each connection speaks only for its own client ids;
 * what a stock client repeats about others is ignored, never refused. Nothing here is kept.
 */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as string from 'lib0/string'
import type { ClientOwners } from './clientOwners.ts'
import { limits } from './limits.ts'

/** One connection's part in it. */
export interface Presenter {
  by: string
  /** The client ids it has shown. */
  clients: Set<number>
  mayWrite(): boolean
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
  /** All of one key; more than one when a page came back before its old connection was known to be dead. */
  speakers: Set<Presenter>
}

const gone = 'null'
const keptGone = 500

export function createPresence(owners: Pick<ClientOwners, 'mayUse' | 'claim'>): Presence {
  const shown = new Map<number, Shown>()
  const changed = new Set<number>()
  /** For newcomers and whoever asks; until somebody shows something else. */
  let all: Uint8Array | null = null

  function show(client: number, next: Shown): void {
    all = null
    shown.delete(client)
    shown.set(client, next)
    changed.add(client)
  }

  /** Once a round: a crowd that leaves together is gone through once, not once for each. */
  function forgetOldest(): void {
    if (shown.size <= keptGone) return
    for (const [client, { state }] of shown) {
      if (state === gone) shown.delete(client)
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

  /** Who may not write keeps nobody from an id but while showing it. */
  function mayShow(client: number, from: Presenter): boolean {
    if (from.mayWrite()) return owners.claim(client, from.by)
    const [speaker = from] = shown.get(client)?.speakers ?? []
    return speaker.by === from.by && owners.mayUse(client, from.by)
  }

  /** Returns what the sender must be told about itself; undefined when the connection shows more ids than it may. */
  function receiveOne(entry: PresenceEntry, from: Presenter): PresenceEntry | null | undefined {
    const { client, clock, state } = entry
    const known = shown.get(client)
    const isThere = known !== undefined && known.state !== gone
    if (isThere && !known.speakers.has(from) && clock <= known.clock) {
      addSpeaker(known, client, from)
      return null
    }
    if (!mayShow(client, from)) return null
    if (known && clock <= known.clock) {
      if (known.state === gone) return state === gone ? null : { client, clock: known.clock, state: gone }
      if (clock < known.clock || state !== gone) return null
    }
    from.clients.add(client)
    if (from.clients.size > limits.awarenessClients) return undefined
    const speakers = new Set([...(known?.speakers ?? [])].filter(({ by }) => by === from.by))
    show(client, { clock, state, speakers: speakers.add(from) })
    return null
  }

  /** An echo: nothing of other people's, and of one's own key the same page again, or another window of it. */
  function addSpeaker({ speakers }: Shown, client: number, from: Presenter): void {
    const [speaker] = speakers
    if (speaker?.by !== from.by || from.clients.size >= limits.awarenessClients) return
    from.clients.add(client)
    speakers.add(from)
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
    readAll: () =>
      (all ??= write([...shown].filter(([, { state }]) => state !== gone).map(([client]) => client))),
    takeChanged() {
      const clients = [...changed]
      changed.clear()
      const told = write(clients)
      forgetOldest()
      return told
    },
    leave(from) {
      for (const client of from.clients) {
        const known = shown.get(client)
        if (!known?.speakers.delete(from) || known.speakers.size > 0 || known.state === gone) continue
        show(client, { ...known, state: gone })
      }
    },
  }
}

interface PresenceEntry {
  client: number
  clock: number
  state: string
}

/** A state that is not JSON would throw in every other member's page; one that is too long is passed over unread. */
function readEntries(update: Uint8Array): PresenceEntry[] | null {
  try {
    const decoder = decoding.createDecoder(update)
    const entries: PresenceEntry[] = []
    const length = decoding.readVarUint(decoder)
    if (length > limits.awarenessEntries) return null
    for (let count = length; count > 0; count--) {
      const client = decoding.readVarUint(decoder)
      const clock = decoding.readVarUint(decoder)
      const bytes = decoding.readVarUint8Array(decoder)
      if (bytes.length > limits.awarenessBytes) continue
      const state = string.decodeUtf8(bytes)
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
