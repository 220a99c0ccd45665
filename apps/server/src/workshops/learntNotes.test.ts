import { expect, it } from 'vitest'
import { startTestServer, type TestClient } from '../testing/startTestServer.ts'
import type { Desk } from './desk.ts'
import { createLearntNotes } from './learntNotes.ts'

it('a try that failed is not kept: whoever asks next may learn', async () => {
  const tries = { count: 0 }
  const learn = createLearntNotes({
    listWorkshops() {
      tries.count += 1
      return tries.count === 1 ? Promise.reject(new Error('the disk is busy')) : Promise.resolve([])
    },
    open: () => Promise.resolve(null),
    now: () => 0,
  })
  const desk = deskCalled('w1')
  await expect(learn(desk)).rejects.toThrow('busy')
  await expect(learn(desk)).resolves.toEqual([])
  await learn(desk)
  expect(tries.count).toBe(2)
})

it('what was learnt for workshops that nobody sorts any more is forgotten', async () => {
  const asked: string[] = []
  const learn = createLearntNotes({
    listWorkshops: () => Promise.resolve([]),
    open: () => Promise.resolve(null),
    now: () => 0,
  })
  const first = learn(deskCalled('w0'))
  for (let n = 1; n <= 60; n += 1) asked.push(String((await learn(deskCalled(`w${n}`))).length))
  expect(learn(deskCalled('w60'))).toBe(learn(deskCalled('w60')))
  expect(learn(deskCalled('w0'))).not.toBe(first)
})

it('hidden notes teach nothing', async () => {
  const server = await startTestServer()
  const guessed = async (isHidden: boolean) => {
    const [word, place] = isHidden ? ['kvarnen', 'gömd'] : ['skovelhjulet', 'synlig']
    const first = await openPlace(server, `${word} är sönder`, place)
    await server.command(first.id, first.key, {
      type: 'sortNotes',
      noteIds: [first.noteId],
      add: [first.themeId],
    })
    if (isHidden)
      await server.command(first.id, first.key, { type: 'hideNote', noteId: first.noteId, hidden: true })
    const { id, key } = await openPlace(server, `Vem lagar ${word}?`, place)
    const { body } = await server.call(`/api/workshops/${id}/sorting/help`, { key })
    return JSON.stringify(body).includes(word)
  }
  expect(await guessed(false)).toBe(true)
  expect(await guessed(true)).toBe(false)
})

async function openPlace(server: TestClient, text: string, name: string) {
  const { id, keys, joinCode } = await server.create()
  const key = keys.facilitator
  await server.command(id, key, { type: 'startPhase', phaseId: 'r1' })
  const person = await server.join(joinCode)
  const noteId = (await server.command(id, person.key, { type: 'addNote', zone: 'works', text })).noteId ?? ''
  const themeId = crypto.randomUUID()
  await server.command(id, key, { type: 'setTheme', themeId, name })
  return { id, key, noteId, themeId }
}

/** As much of one as is read here. */
function deskCalled(workshopId: string): Pick<Desk, 'workshopId' | 'state'> {
  const state: Desk['state'] = JSON.parse('{"templateId":"own","language":"sv"}')
  return { workshopId, state }
}
