/** Reads one backup in a thread of its own, and says what it found. */
import { parentPort, workerData } from 'node:worker_threads'
import { readBackup } from './readBackup.ts'

const bytes: unknown = workerData
if (!(bytes instanceof Uint8Array)) throw new Error('the thread was given no file')
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker thread, not a window
parentPort?.postMessage(await readBackup(bytes))
