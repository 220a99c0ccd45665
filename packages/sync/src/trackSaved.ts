/**
 * For pages: whether what was written on a board is on the server's disk, from the `saved` messages that a connection
 * with `?saved=1` gets. Works with a stock WebsocketProvider (`params: {saved: '1'}`, `disableBc: true`).
 */
import * as decoding from 'lib0/decoding'
import type * as encoding from 'lib0/encoding'
import type * as Y from 'yjs'
import { messageTypes } from './messages.ts'

/** What is used of a WebsocketProvider. */
export interface SavingProvider {
  doc: Y.Doc
  wsconnected: boolean
  messageHandlers: ((encoder: encoding.Encoder, decoder: decoding.Decoder, ...rest: never[]) => void)[]
  on(event: 'status', listener: (event: { status: string }) => void): unknown
  off(event: 'status', listener: (event: { status: string }) => void): unknown
}

/** `unsaved`: there are words that only this page has, and no connection. */
export type SavedState = 'saved' | 'saving' | 'unsaved'

export interface SavedTracker {
  state(): SavedState
  stop(): void
}

/** Make it in the same tick as the provider. `changed` is called when the state is another than before. */
export function trackSaved(provider: SavingProvider, changed: (state: SavedState) => void): SavedTracker {
  /** Document messages sent on this connection; the first is the answer to the server's sync step 1. */
  let sent = 1
  let isDirty = false
  let told: SavedState = 'saved'

  function state(): SavedState {
    if (!isDirty) return 'saved'
    return provider.wsconnected ? 'saving' : 'unsaved'
  }

  function tell(): void {
    const now = state()
    if (now === told) return
    told = now
    changed(now)
  }

  function updated(_update: Uint8Array, origin: unknown): void {
    if (origin === provider) return
    isDirty = true
    if (provider.wsconnected) sent += 1
    tell()
  }

  function connectionChanged({ status }: { status: string }): void {
    if (status === 'connected') sent = 1
    tell()
  }

  provider.messageHandlers[messageTypes.saved] = (_encoder, decoder) => {
    if (decoding.readVarUint(decoder) >= sent) isDirty = false
    tell()
  }
  provider.doc.on('update', updated)
  provider.on('status', connectionChanged)

  return {
    state,
    stop() {
      provider.doc.off('update', updated)
      provider.off('status', connectionChanged)
    },
  }
}
