/** One member of the load: writes stamped notes and cursors, and takes down what it sees of others. */
import { addTime, newHistogram, type Histogram } from './histogram.ts'
import { openLightClient, type LightClient, type Traffic } from './lightClient.ts'
import { nowMicros } from './machineClock.ts'
import { createMarker, markerKey, scanMarkers } from './marker.ts'
import type { Incoming, Protocol } from './protocols/protocol.ts'

export type LoadKind = 'note' | 'cursor'

export interface LoadMember {
  /** Different for each, also over several openings; the sender of its markers. */
  index: number
  room: string
  url: string
  /** Websocket subprotocols. */
  offers: readonly string[]
}

/** What all members of a load count together. */
export interface Tally {
  traffic: Traffic
  /** What was sent earlier does not count, so that what is delivered can be held against what was sent. */
  sinceMicros: number
  sent: number
  delivered: number
  lastDeliveryMicros: number
  latency: Histogram
  staleness: Histogram
  /** Notes that somebody else was shown; null when nobody asks. */
  seen: Set<number> | null
  countsStates: boolean
}

export interface Participant {
  index: number
  client: LightClient
  write(kind: LoadKind): void
  /** A whole board, given by this member. */
  sendBoard(update: Uint8Array): void
  /** Notes that the server said are saved. */
  acknowledged(): number[]
  /** When the newest known cursor of a member was sent, for the n-th member it knows. */
  newestCursorOf(n: number): number | null
}

export function newTally(): Tally {
  return {
    traffic: { bytesIn: 0, framesIn: 0, bytesOut: 0 },
    sinceMicros: 0,
    sent: 0,
    delivered: 0,
    lastDeliveryMicros: 0,
    latency: newHistogram(),
    staleness: newHistogram(),
    seen: null,
    countsStates: false,
  }
}

export function countFromNow(tally: Tally): void {
  const counts = { sinceMicros: nowMicros(), sent: 0, delivered: 0 }
  Object.assign(tally, counts, { latency: newHistogram(), staleness: newHistogram() })
  Object.assign(tally.traffic, { bytesIn: 0, framesIn: 0, bytesOut: 0 })
}

export function openParticipant(
  { index, room, url, offers }: LoadMember,
  protocol: Protocol,
  start: { stateVector?: Uint8Array | undefined; step2?: Uint8Array | undefined },
  tally: Tally,
): Participant {
  const writer = protocol.createWriter({ room, index })
  let sequence = 0
  let savedCount = 0
  /** By document message of this connection: which note it was. */
  const notesByDocument = new Map<number, number>()
  const newestBySender = new Map<number, number>()
  const newest: number[] = []

  const client = openLightClient({
    ...start,
    room,
    url,
    offers,
    protocol,
    traffic: tally.traffic,
    onMessage,
  })

  function onMessage(incoming: Incoming): void {
    if (incoming.kind === 'saved') savedCount = incoming.count ?? savedCount + 1
    if (!('body' in incoming)) return
    if (incoming.kind === 'synced') {
      if (tally.countsStates) takeState(incoming.body)
      return
    }
    const now = nowMicros()
    const isCursor = incoming.kind === 'presence'
    scanMarkers(incoming.body, (sender, number, sentMicros) => {
      if (sender === index) return
      if (isCursor) noteCursor(sender, sentMicros)
      else tally.seen?.add(markerKey(sender, number))
      if (sentMicros < tally.sinceMicros) return
      tally.delivered += 1
      tally.lastDeliveryMicros = now
      addTime(tally.latency, now - sentMicros)
    })
  }

  function takeState(body: Buffer): void {
    scanMarkers(body, (sender, number) => tally.seen?.add(markerKey(sender, number)))
  }

  function noteCursor(sender: number, sentMicros: number): void {
    const at = newestBySender.get(sender)
    if (at === undefined) newestBySender.set(sender, newest.push(sentMicros) - 1)
    else if ((newest[at] ?? 0) < sentMicros) newest[at] = sentMicros
  }

  return {
    index,
    client,
    write(kind) {
      const marker = createMarker(index, sequence)
      const outgoing =
        kind === 'cursor' ? writer.moveCursor(sequence, marker) : writer.addNote(sequence, marker)
      const document = client.send(outgoing)
      if (document > 0) notesByDocument.set(document, sequence)
      tally.sent += 1
      sequence += 1
    },
    sendBoard: (update) => void client.send(protocol.board(room, update)),
    acknowledged: () =>
      [...notesByDocument].filter(([document]) => document <= savedCount).map(([, n]) => markerKey(index, n)),
    newestCursorOf: (n) => newest[n % Math.max(1, newest.length)] ?? null,
  }
}
