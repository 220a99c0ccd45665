/** A page as a stock WebsocketProvider makes it, on a wire of our own: what it sends and gets is there to look at. */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import { readSyncMessage, writeSyncStep1, writeUpdate } from 'y-protocols/sync'
import * as Y from 'yjs'
import type { JoinOptions, Member, Room } from '../room.ts'

export interface TestPage {
  doc: Y.Doc
  awareness: Awareness
  /** Everything that arrived. */
  received: Uint8Array[]
  /** What it was told to be durable. */
  saved: number
  synced: boolean
  closedWith: number | null
  /** What its network has not taken. */
  bufferedBytes: number
  connect(room: Room, options?: Partial<JoinOptions>): void
  /** As a provider does on opening: sync step 1 and its own presence. */
  greet(): void
  send(message: Uint8Array): void
  sendUpdate(update: Uint8Array): void
  drop(): void
}

export function createTestPage(clientId?: number): TestPage {
  const doc = new Y.Doc()
  if (clientId !== undefined) doc.clientID = clientId
  const awareness = new Awareness(doc)
  let member: Member | null = null

  const page: TestPage = {
    doc,
    awareness,
    received: [],
    saved: 0,
    synced: false,
    closedWith: null,
    bufferedBytes: 0,
    connect(room, options = {}) {
      page.closedWith = null
      page.synced = false
      const joining: Uint8Array[] = []
      const socket = {
        send: (messages: readonly Uint8Array[]) => {
          if (member) messages.forEach(take)
          else joining.push(...messages)
        },
        bufferedBytes: () => page.bufferedBytes,
        close(code: number) {
          page.closedWith = code
          member?.leave()
          member = null
        },
      }
      const all = {
        mayRead: true,
        mayWrite: () => true,
        by: `key of ${doc.clientID}`,
        wantsSaved: true,
        ...options,
      }
      member = room.join(socket, all)
      joining.forEach(take)
    },
    greet() {
      page.send(message(0, (encoder) => writeSyncStep1(encoder, doc)))
      if (awareness.getLocalState()) sendPresence([doc.clientID])
    },
    send: (bytes) => member?.receive(bytes),
    sendUpdate: (update) => page.send(message(0, (encoder) => writeUpdate(encoder, update))),
    drop() {
      member?.leave()
      member = null
    },
  }

  function take(bytes: Uint8Array): void {
    page.received.push(bytes)
    const decoder = decoding.createDecoder(bytes)
    const type = decoding.readVarUint(decoder)
    if (type === 0) {
      const answer = message(0, (encoder) => {
        if (readSyncMessage(decoder, encoder, doc, page) === 1) page.synced = true
      })
      if (answer.length > 1) page.send(answer)
    } else if (type === 1) applyAwarenessUpdate(awareness, decoding.readVarUint8Array(decoder), page)
    else if (type === 4) page.saved = decoding.readVarUint(decoder)
  }

  function sendPresence(clients: number[]): void {
    const update = encodeAwarenessUpdate(awareness, clients)
    page.send(message(1, (encoder) => encoding.writeVarUint8Array(encoder, update)))
  }

  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== page) page.sendUpdate(update)
  })
  awareness.on('update', (change: { added: number[]; updated: number[]; removed: number[] }) =>
    sendPresence([...change.added, ...change.updated, ...change.removed]),
  )
  doc.on('destroy', () => awareness.destroy())
  return page
}

function message(type: number, write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, type)
  write(encoder)
  return encoding.toUint8Array(encoder)
}
