/** Holds one board's document and its connection to the server, for as long as the page shows it. Browser only. */
import { WebsocketProvider } from 'y-websocket'
import type { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { createSavedState, type Saved } from './savedState.ts'

/** Why the server let go of the board: as the contract's close codes say. */
export type Refused = 'denied' | 'readOnly' | 'closed' | 'badMessage' | 'damaged'

export interface BoardConnection {
  doc: Y.Doc
  awareness: Awareness
  /** Connects again after a refusal that may have passed. Does nothing while connected. */
  reconnect(): void
  close(): void
}

export interface BoardListener {
  onSaved(saved: Saved): void
  /** The document is as the server has it, for the first time. */
  onLoaded(): void
  onRefused(refused: Refused | null): void
}

const savedMessage = 4
/** Devices are sometimes wrong about being offline. */
const offlineRetryMs = 10_000
const refusals: Readonly<Record<number, Refused>> = {
  4400: 'badMessage',
  4401: 'denied',
  4403: 'readOnly',
  4409: 'closed',
  4410: 'damaged',
}

export function connectBoard(
  board: { boardId: string; key: string },
  listener: BoardListener,
): BoardConnection {
  const doc = new Y.Doc()
  const state = createSavedState(listener.onSaved)
  const address = new URL('/sync', location.href)
  address.protocol = address.protocol.replace('http', 'ws')
  address.hash = ''
  const provider = new WebsocketProvider(address.href, board.boardId, doc, {
    connect: false,
    // Another tab's word is not the server's: what comes from there would count as written by nobody.
    disableBc: true,
    params: { saved: '1' },
    protocols: ['bordet', `bearer.${board.key}`],
    maxBackoffTime: 10_000,
    shouldReconnect: (event) => refusals[event.code] === undefined,
    WebSocketPolyfill: class extends WebSocket {
      override send(data: Parameters<WebSocket['send']>[0]): void {
        super.send(data)
        if (data instanceof Uint8Array) state.sent(data)
      }
    },
  })
  provider.messageHandlers[savedMessage] = (_encoder, decoder) => {
    state.acknowledged(readVarUint(decoder))
  }
  provider.on('status', ({ status }) => {
    if (status === 'connected') state.opened()
    else if (status === 'disconnected') state.closed()
  })
  provider.once('sync', () => listener.onLoaded())
  provider.on('sync', (isSynced) => {
    if (isSynced) listener.onRefused(null)
  })
  provider.on('closed', ({ code }) => listener.onRefused(refusals[code] ?? null))
  doc.on('update', (_update: Uint8Array, origin: unknown) => {
    if (origin !== provider) state.edited()
  })
  let wakeUp: ReturnType<typeof setTimeout> | undefined
  const cameBack = () => {
    clearTimeout(wakeUp)
    wakeUp = undefined
    provider.connect()
  }
  // The socket itself notices only after half a minute.
  const wentOffline = () => {
    provider.disconnect()
    wakeUp ??= setTimeout(cameBack, offlineRetryMs)
  }
  addEventListener('online', cameBack)
  addEventListener('offline', wentOffline)
  provider.connect()
  return {
    doc,
    awareness: provider.awareness,
    reconnect() {
      if (!provider.shouldConnect && wakeUp === undefined) provider.connect()
    },
    close() {
      clearTimeout(wakeUp)
      removeEventListener('online', cameBack)
      removeEventListener('offline', wentOffline)
      provider.destroy()
      doc.destroy()
    },
  }
}

/** As lib0 writes it: seven bits a byte, the lowest first. Moves the decoder on. */
function readVarUint(decoder: { arr: Uint8Array; pos: number }): number {
  let value = 0
  for (let factor = 1; decoder.pos < decoder.arr.length; factor *= 128) {
    const byte = decoder.arr[decoder.pos] ?? 0
    decoder.pos += 1
    value += (byte & 127) * factor
    if (byte < 128) break
  }
  return value
}
