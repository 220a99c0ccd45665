/** Sorting at the harvest's desk by two at once, over real HTTP and websockets. */
import { once } from 'node:events'
import { applyChange, type ServerEvent, type View } from '@bordet/workshop'
import { expect, it, onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { z } from 'zod'
import { startTestServer, type TestClient } from '../testing/startTestServer.ts'

const sortingSchema = z.object({
  mark: z.string(),
  whole: z.boolean(),
  changed: z.array(z.object({ id: z.string(), themeIds: z.array(z.string()), quote: z.boolean() })),
  gone: z.array(z.string()),
})
const helpSchema = z.object({
  mark: z.string(),
  changed: z.array(z.object({ id: z.string(), alike: z.array(z.string()) })),
})

async function openHall(people: number, notesEach: number) {
  const server = await startTestServer()
  const { id, keys, joinCode } = await server.create()
  await server.command(id, keys.facilitator, { type: 'startPhase', phaseId: 'r1' })
  const phones = await Promise.all(Array.from({ length: people }, () => server.join(joinCode)))
  const write = async (key: string, text: string) =>
    (await server.command(id, key, { type: 'addNote', zone: 'works', text })).noteId ?? ''
  const notes = await Promise.all(
    phones.map(async ({ key }, phone) => {
      const own: string[] = []
      for (let n = 0; n < notesEach; n += 1) own.push(await write(key, `Lapp ${phone} ${n}`))
      return own
    }),
  )
  const get = async (what: string) =>
    (await server.call(`/api/workshops/${id}/${what}`, { key: keys.facilitator })).body
  return { server, id, key: keys.facilitator, phones, notes: notes.flat(), write, get }
}

/** As a page follows: the newest view by its events alone. */
async function follow({ url }: TestClient, id: string, key: string): Promise<() => View> {
  const address = `${url.replace('http', 'ws')}/api/workshops/${id}/events`
  const socket = new WebSocket(address, ['bordet', `bearer.${key}`])
  onTestFinished(() => socket.terminate())
  let view: View | null = null
  socket.on('message', (data) => {
    const event: ServerEvent = JSON.parse(String(data))
    if (event.type === 'snapshot') view = event.view
    else if (event.type === 'change' && view) view = applyChange(view, event)
  })
  await once(socket, 'message')
  return () => {
    if (!view) throw new Error('Nothing was heard.')
    return view
  }
}

/** Mulberry32: the same seed gives the same evening. */
function randomOf(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}

it.each([1, 7, 4711])(
  'two facilitators sort 300 notes at the same time, and no move is lost (seed %i)',
  async (seed) => {
    const { server, id, key, notes, get } = await openHall(20, 15)
    expect(notes).toHaveLength(300)
    const random = randomOf(seed)
    const themes = Array.from({ length: 4 }, () => crypto.randomUUID())
    for (const [at, themeId] of themes.entries())
      await server.command(id, key, { type: 'setTheme', themeId, name: `Tema ${at}` })
    const wanted = new Map(notes.map((noteId) => [noteId, new Set<string>()]))

    /** Puts every note in one of two themes of their own, some first in the wrong one, in handfuls, several under way. */
    const sortAll = async (first = '', second = '') => {
      const seen = await follow(server, id, key)
      const shuffled = notes
        .map((noteId) => ({ noteId, order: random(1_000_000) }))
        .sort((a, b) => a.order - b.order)
        .map(({ noteId }) => noteId)
      const handfuls: string[][] = []
      while (shuffled.length > 0) handfuls.push(shuffled.splice(0, 1 + random(6)))
      const sortHandful = async (noteIds: string[]) => {
        const isWrongFirst = random(3) === 0
        const [add, other] = random(2) === 0 ? [first, second] : [second, first]
        for (const noteId of noteIds) wanted.get(noteId)?.add(add)
        if (isWrongFirst) await send({ noteIds, add: [other] })
        await send({ noteIds, add: [add], ...(isWrongFirst ? { remove: [other] } : {}) })
      }
      const send = async (move: { noteIds: string[]; add: string[]; remove?: string[] }) => {
        const command = { type: 'sortNotes', opId: crypto.randomUUID(), ...move } as const
        await patiently(() => server.command(id, key, command))
        // An answer that was lost on the way: the page asks again under the same id.
        if (random(8) === 0) await patiently(() => server.command(id, key, command))
      }
      const lanes = 1 + random(3)
      await Promise.all(
        Array.from({ length: lanes }, async (_, lane) => {
          for (const [at, handful] of handfuls.entries()) if (at % lanes === lane) await sortHandful(handful)
        }),
      )
      return seen
    }

    let polled = sortingSchema.parse(await get('sorting'))
    const known = new Map(polled.changed.map((one) => [one.id, one.themeIds]))
    const sorting = { isOn: true }
    const poll = async () => {
      polled = sortingSchema.parse(await get(`sorting?since=${encodeURIComponent(polled.mark)}`))
      if (polled.whole) known.clear()
      for (const one of polled.changed) known.set(one.id, one.themeIds)
      for (const gone of polled.gone) known.delete(gone)
    }
    const polling = (async () => {
      while (sorting.isOn) await poll()
    })()
    const seen = await Promise.all([sortAll(themes[0], themes[1]), sortAll(themes[2], themes[3])])
    sorting.isOn = false
    await polling
    await poll()

    const inOrder = (ids: Iterable<string>) => themes.filter((themeId) => new Set(ids).has(themeId))
    const expected = new Map([...wanted].map(([noteId, ids]) => [noteId, inOrder(ids)]))
    const { changed } = sortingSchema.parse(await get('sorting'))
    expect(new Map(changed.map((one) => [one.id, one.themeIds]))).toEqual(expected)
    expect(known).toEqual(expected)
    const counts = themes.map(
      (themeId) => [...expected.values()].filter((ids) => ids.includes(themeId)).length,
    )
    for (const view of seen)
      await expect.poll(() => view().themes?.map((theme) => theme.notes)).toEqual(counts)
  },
  60_000,
)

it('notes are fetched whole once, then what changed', async () => {
  const { server, id, key, notes, phones, write, get } = await openHall(1, 3)
  const whole = sortingSchema.parse(await get('sorting'))
  expect(whole).toMatchObject({ whole: true, changed: notes.map((note) => ({ id: note })), gone: [] })
  const since = async (mark: string) =>
    sortingSchema.parse(await get(`sorting?since=${encodeURIComponent(mark)}`))
  expect(await since(whole.mark)).toEqual({ mark: whole.mark, whole: false, changed: [], gone: [] })
  const added = await write(phones[0]?.key ?? '', 'Efteråt')
  await server.command(id, key, { type: 'markQuote', noteId: notes[0] ?? '', use: true })
  await server.command(id, key, { type: 'hideNote', noteId: notes[1] ?? '', hidden: true })
  const changed = await since(whole.mark)
  expect(changed).toMatchObject({
    whole: false,
    changed: [
      { id: notes[0], quote: true },
      { id: added, themeIds: [] },
    ],
    gone: [notes[1]],
  })
  expect(await since('forgotten')).toMatchObject({ whole: true, mark: changed.mark })
})

it('likes are worked out once for all who ask at the same time, and anew when a note came', async () => {
  const { phones, write, get } = await openHall(1, 0)
  const twins = [
    await write(phones[0]?.key ?? '', 'Bryggan vid badplatsen är trasig'),
    await write(phones[0]?.key ?? '', 'Bryggan vid badplatsen är trasig!!'),
  ]
  const answers = await Promise.all(Array.from({ length: 6 }, () => get('sorting/help')))
  for (const answer of answers)
    expect(new Map(helpSchema.parse(answer).changed.map((one) => [one.id, one.alike]))).toEqual(
      new Map([
        [twins[0], [twins[1]]],
        [twins[1], [twins[0]]],
      ]),
    )
  const third = await write(phones[0]?.key ?? '', 'bryggan vid badplatsen är trasig')
  expect(helpSchema.parse(await get('sorting/help')).changed.map((one) => one.id)).toContain(third)
})

/** As the page does: whoever is too fast waits and asks again. */
async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask()
    } catch (error) {
      if (!String(error).includes('tooMany')) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}
