import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openStore } from './openStore.ts'
import { queue, textOf } from './outbox.ts'

/** The phone's IndexedDB: its rows outlive a visit, and it may open never. */
const phone = vi.hoisted(() => ({ rows: [] as readonly unknown[], hangs: false }))

vi.mock('./database.ts', () => ({
  openDatabase: () => (phone.hangs ? new Promise(() => {}) : Promise.resolve({})),
  changeRows: (_database: object, _where: object, edit: (rows: readonly unknown[]) => readonly unknown[]) =>
    Promise.resolve((phone.rows = edit(phone.rows))),
}))

const add = (opId: string, text: string) => {
  const ask = { type: 'addNote' as const, zone: 'missing', text }
  return { opId, owner: 'p', ask, noteId: opId, at: 1 }
}

describe('where the outbox lies', () => {
  const second = new Map<string, string>()

  beforeEach(() => {
    vi.useFakeTimers()
    phone.rows = []
    phone.hangs = false
    second.clear()
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => second.get(key) ?? null,
      setItem: (key: string, value: string) => void second.set(key, value),
      removeItem: (key: string) => void second.delete(key),
    })
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  const write = async (opId: string, text: string) => {
    const written = openStore('p').change((line) => queue(line, add(opId, text)))
    await vi.advanceTimersByTimeAsync(10_000)
    return (await written).map(textOf)
  }

  it('is the second place when the first never opens, and the first again at the next visit, with all words', async () => {
    expect(await write('a', 'ett')).toEqual(['ett'])
    phone.hangs = true
    expect(await write('b', 'två')).toEqual(['två'])
    expect([...second.keys()]).toEqual(['bordet.outbox.p'])
    phone.hangs = false
    expect(await write('c', 'tre')).toEqual(['ett', 'två', 'tre'])
    expect(second.size).toBe(0)
    expect(phone.rows).toHaveLength(3)
  })

  it('holds words once that are in both places', async () => {
    await write('a', 'ett')
    second.set('bordet.outbox.p', JSON.stringify(phone.rows))
    expect(await write('b', 'två')).toEqual(['ett', 'två'])
    expect(second.size).toBe(0)
  })

  it('says that nothing is kept where there is no place at all', async () => {
    phone.hangs = true
    vi.stubGlobal('localStorage', undefined)
    const store = openStore('p')
    const written = store.change((line) => queue(line, add('a', 'ett')))
    await vi.advanceTimersByTimeAsync(10_000)
    expect((await written).map(textOf)).toEqual(['ett'])
    expect(store.isDurable()).toBe(false)
  })
})
