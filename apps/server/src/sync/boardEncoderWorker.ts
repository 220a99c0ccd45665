/** Makes snapshots of boards and checks them, beside the thread that serves people. */
import { parentPort } from 'node:worker_threads'
import { encodeBoard } from '@bordet/sync'

export type EncodeResult = { id: number; state: Uint8Array } | { id: number; failed: string }

parentPort?.on('message', ({ id, parts }: { id: number; parts: readonly Uint8Array[] }) => {
  try {
    answer({ id, state: encodeBoard(parts) })
  } catch (error) {
    answer({ id, failed: error instanceof Error ? error.message : 'unknown' })
  }
})

function answer(result: EncodeResult): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker thread, not a window
  parentPort?.postMessage(result)
}
