/**
 * Sends what lies in the outbox, one at a time, for as long as the page is open. What to send next and what an answer
 * means is decided in `outbox.ts`; here are the network, the waiting and what the person may be told.
 */
import { ApiError, isDenied, type CommandAnswer } from '@bordet/client'
import type { Entry, NoteAsk } from './entry.ts'
import type { Change, OutboxStore } from './openStore.ts'
import { backoffMs, markTried, namePhoto, nextToSend, photoToSend, refuse, settle } from './outbox.ts'
import type { NoteState } from './ownNotes.ts'

/** After this long "sending" is no longer the whole truth. */
const patienceMs = 4_000
const otherTabMs = 3_000

export interface Outbox {
  /** What lies in the outbox now, and what was answered with the version from which views show it. */
  entries(): readonly Entry[]
  answered(): readonly { entry: Entry; version: number }[]
  stateOf(entry: Entry): NoteState
  /** Resolves when the change is stored. Answers with what it took out. */
  change(edit: Change): Promise<readonly Entry[]>
  /** The view has come this far: what was answered before it needs no more help. */
  seen(version: number): void
  hurry(): void
  close(): void
}

export interface OutboxParts {
  store: OutboxStore
  /** Where the browser has locks, one tab at a time sends under this name. */
  lockName: string
  send(ask: NoteAsk, opId: string): Promise<CommandAnswer>
  /** Answers with the picture's id. */
  sendPhoto(photo: string): Promise<string>
  /** Whether there is a line to the server as far as the page knows. */
  isLive(): boolean
  onChange(): void
  onSaved(entry: Entry): void
  onDenied(): void
}

export function sendOutbox(parts: OutboxParts): Outbox {
  const { store } = parts
  let entries: readonly Entry[] = []
  let answered: { entry: Entry; version: number }[] = []
  /** When each entry began to look as if it were on its way. */
  const hopefulSince = new Map<string, number>()
  /** In a row, whatever was sent. */
  let failures = 0
  /** Of each entry while there was a line: then it may be the entry's own fault. */
  const failuresByOpId = new Map<string, number>()
  let isRunning = false
  let isClosed = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const change = async (edit: Change): Promise<readonly Entry[]> => {
    let taken: readonly Entry[] = []
    entries = await store.change((line) => {
      const next = edit(line)
      taken = line.filter((entry) => !next.some((other) => other.opId === entry.opId))
      return next
    })
    parts.onChange()
    return taken
  }

  const hopeFor = (opId: string) => {
    hopefulSince.set(opId, Date.now())
    setTimeout(() => !isClosed && parts.onChange(), patienceMs + 20)
  }

  /** Answers whether to go on with the next one. */
  const sendOne = async (entry: Entry): Promise<boolean> => {
    if (parts.isLive()) hopeFor(entry.opId)
    await change((line) => markTried(line, entry.opId))
    // A change of another tab may have come first.
    const ready = entries.find((other) => other.opId === entry.opId)
    if (!ready) return true
    try {
      const photo = photoToSend(ready)
      const photoId = photo === null ? null : await parts.sendPhoto(photo)
      // Kept before the words go: sent again, they must be the same.
      if (photoId !== null) await change((line) => namePhoto(line, ready.opId, photoId))
      const whole = entries.find((other) => other.opId === ready.opId)
      if (!whole) return true
      const answer = await parts.send(whole.ask, whole.opId)
      failures = 0
      answered = [...answered, { entry: whole, version: answer.version }]
      await change((line) => settle(line, ready.opId))
      parts.onSaved(ready)
      return true
    } catch (error) {
      hopefulSince.delete(entry.opId)
      if (isDenied(error)) {
        isClosed = true
        parts.onDenied()
      } else if (isFinal(error)) {
        failures = 0
        await change((line) => refuse(line, ready.opId, error.code))
        return true
      }
      parts.onChange()
      failures += 1
      if (parts.isLive()) failuresByOpId.set(entry.opId, (failuresByOpId.get(entry.opId) ?? 0) + 1)
      return false
    }
  }

  const drain = async () => {
    await change((line) => line)
    for (;;) {
      const next = nextToSend(entries, failuresByOpId)
      if (!next || isClosed) return
      if (!(await sendOne(next))) return wakeIn(backoffMs(failures, Math.random()))
    }
  }

  const run = async (isPatient = true) => {
    clearTimeout(timer)
    if (isRunning || isClosed) return
    isRunning = true
    try {
      if (await withLock(isPatient ? parts.lockName : null, drain)) return
      // Another tab of the same person is sending. Should it sleep, this one goes on: the opIds make that safe.
      wakeIn(otherTabMs, false)
    } catch {
      wakeIn(backoffMs(3, Math.random()))
    } finally {
      isRunning = false
      if (nextToSend(entries) && failures === 0 && !isClosed) wakeIn(otherTabMs, false)
    }
  }

  const wakeIn = (ms: number, isPatient = true) => {
    clearTimeout(timer)
    if (!isClosed) timer = setTimeout(() => void run(isPatient), ms)
  }

  void run()
  return {
    entries: () => entries,
    answered: () => answered,
    stateOf(entry) {
      if (entry.refusal !== null) return 'refused'
      const since = hopefulSince.get(entry.opId)
      if (since !== undefined && Date.now() - since < patienceMs) return 'sending'
      return store.isDurable() ? 'kept' : 'unsent'
    },
    async change(edit) {
      const known = new Set(entries.map((entry) => entry.opId))
      const taken = await change((line) => {
        const next = edit(line)
        for (const entry of next) if (!known.has(entry.opId)) hopeFor(entry.opId)
        return next
      })
      if (failures === 0 || parts.isLive()) void run()
      return taken
    },
    seen(version) {
      if (answered.some((done) => done.version <= version)) {
        answered = answered.filter((done) => done.version > version)
      }
    },
    hurry() {
      failures = 0
      void run()
    },
    close() {
      isClosed = true
      clearTimeout(timer)
    },
  }
}

/** The server judged the words themselves; sending them again would change nothing. */
function isFinal(error: unknown): error is ApiError {
  return error instanceof ApiError && ![408, 425, 429].includes(error.status)
}

/** Locks exist only on https; plain pages rely on the opIds alone. Answers false when another tab has the lock. */
async function withLock(name: string | null, work: () => Promise<void>): Promise<boolean> {
  if (name === null || !('locks' in navigator)) {
    await work()
    return true
  }
  return navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
    if (lock) await work()
    return lock !== null
  })
}
