/** Has a backup read beside the thread that serves people, and gives up on one that takes too long. */
import { Worker } from 'node:worker_threads'
import type { ReadResult } from './readBackup.ts'

/** The largest file takes a few seconds. */
const mostMs = 2 * 60_000

/** Rejects when the thread ends otherwise, for want of memory for instance. `bytes` are copied. */
export async function readInThread(bytes: Uint8Array): Promise<ReadResult> {
  const { promise, resolve, reject } = Promise.withResolvers<ReadResult>()
  const worker = new Worker(new URL('./readBackupWorker.ts', import.meta.url), { workerData: bytes })
  const giveUp = setTimeout(() => resolve({ broken: 'takes too long to read', at: '' }), mostMs)
  worker.once('message', resolve)
  worker.once('error', reject)
  worker.once('exit', () => reject(new Error('the thread that reads backups ended')))
  try {
    return await promise
  } finally {
    clearTimeout(giveUp)
    await worker.terminate()
  }
}
