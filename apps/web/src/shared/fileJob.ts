/**
 * A file that the server writes for this page: begun, watched and fetched so that it gets through a network that comes
 * and goes. What has arrived stays: `run` called again goes on where it was.
 */
import { ApiError, newOpId, OfflineError, request } from '@bordet/client'
import { fileNameIn, type ServerFile } from './serverFile.ts'

export type FileStep =
  | { step: 'writing'; done: number; of: number; part: string | null }
  | { step: 'fetching'; gotBytes: number; sizeBytes: number }

export interface FileWatch {
  signal: AbortSignal
  onStep(step: FileStep): void
  /** Nobody answers just now, or somebody does again. */
  onContact(isThere: boolean): void
}

/** Made on the server in vain, rather than lost on the way. */
export class NotWritten extends Error {}

export interface FileJob {
  /** Rejects with `NotWritten`, `ApiError`, `OfflineError` when nobody answered for a minute, or when called off. */
  run(watch: FileWatch): Promise<ServerFile>
}

type Told =
  | { state: 'writing'; done: number; of: number; part: string | null }
  | { state: 'done'; fileName: string; sizeBytes: number }
  | { state: 'failed' }

const lookAgainMs = 400
const waitMs = 1_500
/** Without a byte for so long, the line is dead. */
const stallMs = 15_000
const giveUpMs = 60_000

/** `base`: below which the server has `exports`, such as `/api/workshops/<id>`. */
export function createFileJob(key: string, base: string, body: object): FileJob {
  let id = newOpId()
  let pieces: Uint8Array<ArrayBuffer>[] = []
  const addressNow = () => `${base}/exports/${id}`
  const gotBytes = () => pieces.reduce((sum, { byteLength }) => sum + byteLength, 0)
  const begin = () => request<Told>(addressNow(), { key, method: 'PUT', body })

  async function untilWritten(watch: FileWatch): Promise<Told & { state: 'done' }> {
    let told = await patiently(begin, watch)
    while (told.state === 'writing') {
      watch.onStep({ step: 'writing', done: told.done, of: told.of, part: told.part })
      await pause(lookAgainMs, watch.signal)
      told = await patiently(() => request<Told>(addressNow(), { key }), watch)
    }
    if (told.state === 'failed') throw new NotWritten()
    return told
  }

  async function fetchRest(sizeBytes: number, { signal, onStep, onContact }: FileWatch): Promise<ServerFile> {
    const stop = new AbortController()
    const stopNow = () => stop.abort()
    signal.addEventListener('abort', stopNow)
    let timer = setTimeout(stopNow, stallMs)
    const stillComing = () => {
      clearTimeout(timer)
      timer = setTimeout(stopNow, stallMs)
    }
    try {
      const from = gotBytes()
      const response = await fetch(`${addressNow()}/file`, {
        headers: {
          authorization: `Bearer ${key}`,
          ...(from > 0 ? { range: `bytes=${from}-` } : {}),
        },
        cache: 'no-store',
        credentials: 'omit',
        signal: stop.signal,
      })
      if (response.status === 404) throw new ApiError('notFound', 404)
      if (!response.ok || !response.body) throw new OfflineError(`status ${response.status}`)
      if (response.status !== 206) pieces = []
      onContact(true)
      const reader = response.body.getReader()
      for (let read = await reader.read(); !read.done; read = await reader.read()) {
        stillComing()
        pieces.push(read.value)
        onStep({ step: 'fetching', gotBytes: gotBytes(), sizeBytes })
      }
      if (gotBytes() < sizeBytes) throw new OfflineError('broke off')
      const type = response.headers.get('content-type') ?? ''
      const name = fileNameIn(response.headers.get('content-disposition')) ?? ''
      return { name, blob: new Blob(pieces, { type }) }
    } catch (error) {
      if (signal.aborted || error instanceof ApiError || error instanceof OfflineError) throw error
      throw new OfflineError(String(error))
    } finally {
      clearTimeout(timer)
      signal.removeEventListener('abort', stopNow)
    }
  }

  async function run(watch: FileWatch): Promise<ServerFile> {
    const callOff = () => void request(addressNow(), { key, method: 'DELETE' }).catch(() => {})
    watch.signal.addEventListener('abort', callOff, { once: true })
    try {
      for (let beginnings = 1; ; beginnings += 1) {
        try {
          const { sizeBytes, fileName } = await untilWritten(watch)
          watch.onStep({ step: 'fetching', gotBytes: gotBytes(), sizeBytes })
          const file = await patiently(() => fetchRest(sizeBytes, watch), watch)
          return { ...file, name: file.name === '' ? fileName : file.name }
        } catch (error) {
          // The server was started anew, or let go of it meanwhile: it is written once more, and may be another one.
          if (!(error instanceof ApiError) || error.status !== 404 || beginnings > 2) throw error
          id = newOpId()
          pieces = []
        }
      }
    } finally {
      watch.signal.removeEventListener('abort', callOff)
    }
  }

  return { run }
}

/** Tries again while nobody answers, for a minute since somebody last did. */
async function patiently<T>(attempt: () => Promise<T>, { signal, onContact }: FileWatch): Promise<T> {
  const until = performance.now() + giveUpMs
  for (;;) {
    signal.throwIfAborted()
    try {
      const answer = await unlessCalledOff(attempt(), signal)
      onContact(true)
      return answer
    } catch (error) {
      if (!(error instanceof OfflineError) || performance.now() > until) throw error
      onContact(false)
      await pause(waitMs, signal)
    }
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return unlessCalledOff(new Promise((resolve) => setTimeout(resolve, ms)), signal)
}

function unlessCalledOff<T>(answer: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(new Error('called off'))
    signal.addEventListener('abort', stop, { once: true })
    answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
  })
}
