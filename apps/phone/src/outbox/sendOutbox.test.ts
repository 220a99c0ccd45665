import { ApiError, OfflineError, type CommandAnswer } from '@bordet/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Entry, NoteAsk } from './entry.ts'
import type { OutboxStore } from './openStore.ts'
import { queue, textOf } from './outbox.ts'
import { sendOutbox } from './sendOutbox.ts'

/** A phone whose network does what the test says; the store outlives the page. */
function phone(kept: { entries: readonly Entry[] } = { entries: [] }, isDurable = true) {
  const sent: { ask: NoteAsk; opId: string }[] = []
  const told: string[] = []
  const photos: string[] = []
  const network: {
    answer: () => Promise<CommandAnswer>
    answerPhoto: () => Promise<string>
    isLive: boolean
  } = {
    answer: () => Promise.resolve({ version: 8, serverTime: 0 }),
    answerPhoto: () => Promise.resolve('photo-1'),
    isLive: true,
  }
  const store: OutboxStore = {
    isDurable: () => isDurable,
    change: (edit) => Promise.resolve((kept.entries = edit(kept.entries))),
  }
  const outbox = sendOutbox({
    store,
    lockName: 'test',
    isLive: () => network.isLive,
    send(ask, opId) {
      sent.push({ ask, opId })
      return network.answer()
    },
    sendPhoto(photo) {
      photos.push(photo)
      return network.answerPhoto()
    },
    onChange: () => {},
    onSaved: (entry) => told.push(`saved ${textOf(entry)}`),
    onDenied: () => told.push('denied'),
  })
  const write = (opId: string, text: string, photo?: string) => {
    const ask: NoteAsk = { type: 'addNote', zone: 'missing', text }
    const entry = { opId, owner: 'p', ask, noteId: opId, at: 1, ...(photo === undefined ? {} : { photo }) }
    return outbox.change((line) => queue(line, entry))
  }
  const states = () => outbox.entries().map((entry) => outbox.stateOf(entry))
  return { outbox, sent, photos, told, network, kept, write, states }
}

const cut = () => Promise.reject(new OfflineError('cut'))
const never = () => new Promise<CommandAnswer>(() => {})

describe('sending the outbox', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    vi.stubGlobal('navigator', {})
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  it('stores the words before it sends them, and forgets them after the answer', async () => {
    const { sent, kept, network, write, told } = phone()
    network.answer = () => {
      expect(kept.entries.map((entry) => entry.tried)).toEqual([true])
      return Promise.resolve({ version: 8, serverTime: 0 })
    }
    await write('a', 'ett')
    await vi.advanceTimersByTimeAsync(10)
    expect(sent).toHaveLength(1)
    expect(kept.entries).toEqual([])
    expect(told).toEqual(['saved ett'])
  })

  it('holds what was answered until the view has come that far', async () => {
    const { outbox, write } = phone()
    await write('a', 'ett')
    await vi.advanceTimersByTimeAsync(10)
    outbox.seen(7)
    expect(outbox.answered()).toHaveLength(1)
    outbox.seen(8)
    expect(outbox.answered()).toHaveLength(0)
  })

  it('calls it sending for four seconds, and then kept on this phone', async () => {
    const { network, write, states } = phone()
    network.answer = never
    await write('a', 'ett')
    await vi.advanceTimersByTimeAsync(3_000)
    expect(states()).toEqual(['sending'])
    await vi.advanceTimersByTimeAsync(1_500)
    expect(states()).toEqual(['kept'])
  })

  it('calls it kept at once when sending fails, and never claims it where nothing can be kept', async () => {
    const durable = phone()
    const fragile = phone({ entries: [] }, false)
    for (const { network, write, states, outbox } of [durable, fragile]) {
      network.answer = cut
      network.isLive = false
      await write('a', 'ett')
      await vi.advanceTimersByTimeAsync(10)
      expect(states()).toEqual([outbox === durable.outbox ? 'kept' : 'unsent'])
    }
  })

  it('tries again under the same opId, in order, until it gets through', async () => {
    const { network, write, sent, kept } = phone()
    network.answer = cut
    network.isLive = false
    await write('a', 'ett')
    await write('b', 'två')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(new Set(sent.map((each) => each.opId))).toEqual(new Set(['a']))
    network.answer = () => Promise.resolve({ version: 9, serverTime: 0 })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(sent.slice(-2).map((each) => each.opId)).toEqual(['a', 'b'])
    expect(kept.entries).toEqual([])
  })

  it('sends a picture first, once, and the same words with it however often they are sent', async () => {
    const first = phone()
    first.network.answer = cut
    await first.write('a', 'Bryggan', 'data:image/jpeg;base64,AA==')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(first.photos).toHaveLength(1)
    expect(first.sent.length).toBeGreaterThan(1)
    for (const { ask } of first.sent) expect(ask).toMatchObject({ text: 'Bryggan', photoId: 'photo-1' })
    first.outbox.close()
    const second = phone(first.kept)
    await vi.advanceTimersByTimeAsync(10)
    expect(second.photos).toEqual([])
    expect(second.sent.map(({ ask }) => ask)).toEqual(first.sent.slice(0, 1).map(({ ask }) => ask))
    expect(first.kept.entries).toEqual([])
  })

  it('keeps the words when the picture is refused, and lets others pass while it cannot be sent', async () => {
    const { network, write, sent, states, kept } = phone()
    network.answerPhoto = () => Promise.reject(new ApiError('photoUnreadable', 422))
    await write('a', 'Bryggan', 'data:,')
    await vi.advanceTimersByTimeAsync(10)
    expect(states()).toEqual(['refused'])
    network.answerPhoto = () => Promise.reject(new OfflineError('too large for this network'))
    await write('b', 'Badet', 'data:,')
    await write('c', 'Bussen')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(sent.map(({ opId }) => opId)).toEqual(['c'])
    expect(kept.entries.map(textOf)).toEqual(['Bryggan', 'Badet'])
  })

  it('goes on after the tab was closed', async () => {
    const first = phone()
    first.network.answer = cut
    await first.write('a', 'ett')
    first.outbox.close()
    const second = phone(first.kept)
    await vi.advanceTimersByTimeAsync(10)
    expect(second.sent.map((each) => each.opId)).toEqual(['a'])
    expect(first.kept.entries).toEqual([])
  })

  it('keeps the words with the reason when the server says no, and sends the next', async () => {
    const { network, write, kept, states } = phone()
    network.answer = () => Promise.reject(new ApiError('zoneFull', 409))
    await write('a', 'ett')
    await vi.advanceTimersByTimeAsync(10)
    network.answer = () => Promise.resolve({ version: 8, serverTime: 0 })
    await write('b', 'två')
    await vi.advanceTimersByTimeAsync(10)
    expect(kept.entries.map((entry) => [textOf(entry), entry.refusal])).toEqual([['ett', 'zoneFull']])
    expect(states()).toEqual(['refused'])
  })

  it('waits and tries again when it was too fast', async () => {
    const { network, write, kept } = phone()
    network.answer = () => Promise.reject(new ApiError('tooMany', 429))
    await write('a', 'ett')
    await vi.advanceTimersByTimeAsync(10)
    expect(kept.entries.map((entry) => entry.refusal)).toEqual([null])
    network.answer = () => Promise.resolve({ version: 8, serverTime: 0 })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(kept.entries).toEqual([])
  })

  it('waits longer and longer while the server is too busy or has no place, and then goes on', async () => {
    for (const busy of [new ApiError('tooMany', 429), new OfflineError('status 503')]) {
      const { network, write, sent, kept } = phone()
      network.answer = () => Promise.reject(busy)
      await write('a', 'ett')
      await vi.advanceTimersByTimeAsync(120_000)
      expect(sent.length).toBeGreaterThan(4)
      expect(sent.length).toBeLessThan(20)
      network.answer = () => Promise.resolve({ version: 8, serverTime: 0 })
      await vi.advanceTimersByTimeAsync(60_000)
      expect(kept.entries).toEqual([])
    }
  })

  it('does not let one entry that fails for ever hold up the others', async () => {
    const { network, write, sent, kept, states } = phone()
    network.answer = () =>
      sent.at(-1)?.opId === 'a'
        ? Promise.reject(new OfflineError('status 500'))
        : Promise.resolve({ version: 8, serverTime: 0 })
    await write('a', 'ett')
    await write('b', 'två')
    await write('c', 'tre')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(kept.entries.map(textOf)).toEqual(['ett'])
    expect(states()).toEqual(['kept'])
    network.answer = () => Promise.resolve({ version: 9, serverTime: 0 })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(kept.entries).toEqual([])
  })

  it('stops and keeps every word when the key is denied', async () => {
    const { network, write, kept, sent, told } = phone()
    network.answer = () => Promise.reject(new ApiError('notAuthorised', 401))
    await write('a', 'ett')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(sent).toHaveLength(1)
    expect(told).toEqual(['denied'])
    expect(kept.entries.map(textOf)).toEqual(['ett'])
  })
})
