/**
 * Where the outbox lies on the phone: IndexedDB; where a browser has none (private windows), localStorage; else only
 * this page's memory, and then nothing may claim to be kept.
 */
import { changeRows, openDatabase } from './database.ts'
import type { Entry } from './entry.ts'

export type Change = (entries: readonly Entry[]) => readonly Entry[]

export interface OutboxStore {
  /** Whether what lies here survives closing the tab. */
  isDurable(): boolean
  /** Applies a pure change as one step, also against other tabs; answers with what lies here then, in order. */
  change(edit: Change): Promise<readonly Entry[]>
}

/** Some phones open a database never, without an error. */
const patienceMs = 2_000

/** One owner's outbox. When a place fails it goes on in the next one with all it knows. */
export function openStore(owner: string): OutboxStore {
  const places = [openIndexedDb, openLocalStorage, openMemory]
  let known: readonly Entry[] = []
  let place = 0
  let store: Promise<OutboxStore> | null = null
  let isDurable = true

  const attempt = async (edit: Change): Promise<readonly Entry[]> => {
    const open = places[place] ?? openMemory
    store ??= within(patienceMs, Promise.resolve(open(owner)))
    const opened = await store
    const next = await within(patienceMs, opened.change(edit))
    isDurable = opened.isDurable()
    return next
  }

  const change = async (edit: Change): Promise<readonly Entry[]> => {
    // Once more in the same place: browsers close databases behind a page's back.
    for (let tries = 0; ; tries += 1) {
      try {
        known = await attempt(edit)
        return known
      } catch (error) {
        store = null
        if (tries < 1) continue
        if (place === places.length - 1) throw error
        place += 1
        tries = 0
        const carried = known
        await attempt((entries) => union(entries, carried)).catch(() => {})
      }
    }
  }

  // One after the other, so that what is known is what the last change left.
  let queue: Promise<unknown> = Promise.resolve()
  return {
    isDurable: () => isDurable,
    change(edit) {
      const done = queue.then(() => change(edit))
      queue = done.catch(() => {})
      return done
    },
  }
}

async function openIndexedDb(owner: string): Promise<OutboxStore> {
  const database = await openDatabase('bordet', (fresh) => {
    fresh.createObjectStore('outbox', { keyPath: 'opId' }).createIndex('owner', 'owner')
  })
  const where = { store: 'outbox', index: 'owner', value: owner, keyOf: (entry: Entry) => entry.opId }
  const change = (edit: Change) =>
    changeRows<Entry>(database, where, (rows) => edit([...rows].sort((a, b) => a.order - b.order)))
  // What an earlier visit had to leave in the second place, because this one failed then.
  const second = await Promise.resolve(owner)
    .then(openLocalStorage)
    .catch(() => null)
  const stranded = (await second?.change((entries) => entries)) ?? []
  if (stranded.length > 0) {
    await change((entries) => union(entries, stranded))
    await second?.change(() => [])
  }
  return { isDurable: () => true, change }
}

/** `storage` throws where a page may not keep anything. */
function openLocalStorage(owner: string): OutboxStore {
  const storage = localStorage
  const key = `bordet.outbox.${owner}`
  storage.setItem(`${key}.probe`, '')
  storage.removeItem(`${key}.probe`)
  return {
    isDurable: () => true,
    async change(edit) {
      const before: readonly Entry[] = JSON.parse(storage.getItem(key) ?? '[]')
      const after = edit(before)
      if (after.length > 0) storage.setItem(key, JSON.stringify(after))
      else storage.removeItem(key)
      return after
    },
  }
}

function openMemory(): OutboxStore {
  let entries: readonly Entry[] = []
  return {
    isDurable: () => false,
    async change(edit) {
      entries = edit(entries)
      return entries
    },
  }
}

function union(entries: readonly Entry[], carried: readonly Entry[]): readonly Entry[] {
  const missing = carried.filter((entry) => !entries.some((other) => other.opId === entry.opId))
  return [...entries, ...missing].sort((a, b) => a.order - b.order)
}

function within<T>(ms: number, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('no answer')), ms)
    work.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
