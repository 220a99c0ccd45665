/** Has snapshots made in a thread of its own, which starts with the first and ends when there was nothing to do for a while. */
import { Worker } from 'node:worker_threads'
import type { EncodeResult } from './boardEncoderWorker.ts'

export interface BoardEncoder {
  /** As `EncodeBoard` of the rooms has it. */
  encode(parts: readonly Uint8Array[]): Promise<Uint8Array>
  close(): Promise<void>
}

export function createBoardEncoder({ idleMs = 60_000 } = {}): BoardEncoder {
  const waiting = new Map<number, PromiseWithResolvers<Uint8Array>>()
  let worker: Worker | null = null
  let lastId = 0
  let rest: NodeJS.Timeout | undefined

  function start(): Worker {
    const started = new Worker(new URL('./boardEncoderWorker.ts', import.meta.url))
    started.unref()
    started.on('message', receive)
    started.on('error', () => lose(started))
    started.on('exit', () => lose(started))
    return started
  }

  /** The rooms try again later. */
  function lose(lost: Worker): void {
    if (worker !== lost) return
    worker = null
    for (const { reject } of waiting.values()) reject(new Error('The thread that makes snapshots ended'))
    waiting.clear()
  }

  function receive(result: EncodeResult): void {
    const order = waiting.get(result.id)
    waiting.delete(result.id)
    if ('failed' in result) order?.reject(new Error(result.failed))
    else order?.resolve(result.state)
    if (waiting.size === 0) rest = setTimeout(() => void close(), idleMs).unref()
  }

  async function close(): Promise<void> {
    clearTimeout(rest)
    const stopping = worker
    if (stopping === null) return
    lose(stopping)
    await stopping.terminate()
  }

  return {
    encode(parts) {
      clearTimeout(rest)
      worker ??= start()
      const order = Promise.withResolvers<Uint8Array>()
      waiting.set(++lastId, order)
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker thread, not a window
      worker.postMessage({ id: lastId, parts })
      return order.promise
    },
    close,
  }
}
