import { describe, expect, it } from 'vitest'
import { createDraftStore, type Outcome } from './draftStore.ts'
import type { ReportField } from './reportField.ts'

const summary: ReportField = { kind: 'text', part: 'headInShort' }
const cell: ReportField = {
  kind: 'row',
  list: 'actions',
  rowId: 'a1',
  cell: 'who',
  cells: { what: 'Busskur', who: '' },
}
const draft = { text: 'Bussen', base: '', sending: null }

/** A browser's, in memory. */
function storageOf(): Storage {
  const kept: Record<string, string> = {}
  const methods = {
    getItem: (key: string) => kept[key] ?? null,
    setItem: (key: string, value: string) => void (kept[key] = value),
    removeItem: (key: string) => void delete kept[key],
  }
  return new Proxy(kept, {
    get: (_target, key) => Reflect.get(methods, key) ?? Reflect.get(kept, key),
  }) as unknown as Storage
}

describe('words that wait on the device', () => {
  it('are there again after a reload, for their workshop only, and gone when they are saved', () => {
    const storage = storageOf()
    createDraftStore('w1', storage).keep(summary, draft)
    const again = createDraftStore('w1', storage)
    expect(again.read(summary)).toEqual(draft)
    expect(again.read(cell)).toBeNull()
    expect(createDraftStore('w10', storage).count()).toBe(0)
    again.keep(summary, null)
    expect(createDraftStore('w1', storage).count()).toBe(0)
    expect(Object.keys(storage)).toEqual([])
  })

  it('are sent by the desk when no field looks after them, as the field would', async () => {
    const store = createDraftStore('w1', storageOf())
    store.keep(summary, draft)
    store.keep(cell, { text: 'Byalaget', base: '', sending: null })
    const letGo = store.hold(summary)
    const asked: object[] = []
    const send = async (ask: object): Promise<Outcome> => {
      asked.push(ask)
      return 'done'
    }
    await store.sendLoose(send)
    const row = { type: 'setReportRow', list: 'actions', rowId: 'a1' }
    expect(asked).toEqual([{ ...row, cells: { who: 'Byalaget' }, base: { what: 'Busskur', who: '' } }])
    letGo()
    await store.sendLoose(send)
    expect(asked[1]).toEqual({ type: 'editReport', part: 'headInShort', text: 'Bussen', base: '' })
    expect(store.count()).toBe(0)
  })

  it('go again under the same id after no answer came, also after a reload', async () => {
    const storage = storageOf()
    const ids: string[] = []
    const answers: Outcome[] = ['offline', 'done']
    const send = async (_ask: object, opId: string): Promise<Outcome> => {
      ids.push(opId)
      return answers.shift() ?? 'done'
    }
    const store = createDraftStore('w1', storage)
    store.keep(summary, draft)
    await store.sendLoose(send)
    expect(store.count()).toBe(1)
    await createDraftStore('w1', storage).sendLoose(send)
    expect(ids).toHaveLength(2)
    expect(ids[0]).toBe(ids[1])
    expect(createDraftStore('w1', storage).count()).toBe(0)
  })

  it('stay, and are not sent again and again, when the server refuses them', async () => {
    const store = createDraftStore('w1', storageOf())
    store.keep(summary, draft)
    let times = 0
    const send = async (): Promise<Outcome> => {
      times += 1
      return 'refused'
    }
    await store.sendLoose(send)
    await store.sendLoose(send)
    expect(times).toBe(1)
    expect(store.read(summary)?.text).toBe('Bussen')
  })

  it('live as long as the page where the browser keeps nothing', () => {
    const full = storageOf()
    const store = createDraftStore(
      'w1',
      new Proxy(full, {
        get(target, key) {
          if (key === 'setItem') throw new DOMException('full', 'QuotaExceededError')
          return Reflect.get(target, key)
        },
      }),
    )
    store.keep(summary, draft)
    expect(store.read(summary)).toEqual(draft)
    expect(store.isLasting).toBe(false)
  })
})
