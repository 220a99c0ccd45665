/** The harvest over real HTTP: what is learnt, what was written before, what is found again. */
import { expect, it } from 'vitest'
import { z } from 'zod'
import { startTestServer } from '../testing/startTestServer.ts'

const helpSchema = z.object({
  changed: z.array(
    z.object({
      id: z.string(),
      guesses: z.array(z.object({ themeId: z.string(), because: z.array(z.string()), sure: z.boolean() })),
      alike: z.array(z.string()),
    }),
  ),
})

async function openPlace(server: Awaited<ReturnType<typeof startTestServer>>, text: string) {
  const { id, keys, joinCode } = await server.create()
  await server.command(id, keys.facilitator, { type: 'startPhase', phaseId: 'r1' })
  const person = await server.join(joinCode, { table: 1 })
  const { noteId = '' } = await server.command(id, person.key, { type: 'addNote', zone: 'works', text })
  const themeId = crypto.randomUUID()
  await server.command(id, keys.facilitator, { type: 'setTheme', themeId, name: 'Kvarnen' })
  return { id, keys, noteId, themeId }
}

it('what was sorted in one place is guessed in the next, with its reason, and never assigned', async () => {
  const server = await startTestServer()
  const first = await openPlace(server, 'Skovelhjulet är sönder')
  await server.command(first.id, first.keys.facilitator, {
    type: 'sortNotes',
    noteIds: [first.noteId],
    add: [first.themeId],
  })
  const second = await openPlace(server, 'Vem lagar skovelhjulet?')
  const key = second.keys.facilitator
  const { body } = await server.call(`/api/workshops/${second.id}/sorting/help`, { key })
  const [helped] = helpSchema.parse(body).changed
  expect(helped).toMatchObject({
    id: second.noteId,
    guesses: [{ themeId: second.themeId, because: ['skovelhjulet'] }],
  })
  const sorting = await server.call(`/api/workshops/${second.id}/sorting`, { key })
  expect(sorting.body).toMatchObject({ changed: [{ id: second.noteId, themeIds: [] }] })
})

it('keeps what a text was, newest first, and shows the draft to nobody but who leads', async () => {
  const server = await startTestServer()
  const { id, keys } = await openPlace(server, 'Bussen')
  const edit = (text: string) =>
    server.command(id, keys.facilitator, { type: 'editReport', part: 'headInShort', text })
  await edit('Bussen är viktigast av allt.')
  await edit('Fibern.')
  const texts = await server.call(`/api/workshops/${id}/report/texts/headInShort`, { key: keys.facilitator })
  expect(texts.body).toMatchObject({
    versions: [{ cells: { text: 'Fibern.' } }, { cells: { text: 'Bussen är viktigast av allt.' } }],
  })
  const draft = await server.call(`/api/workshops/${id}/report`, { key: keys.facilitator })
  expect(draft.body).toMatchObject({ report: { texts: { headInShort: 'Fibern.' } } })
  expect((await server.call(`/api/workshops/${id}/report`, { key: keys.helper })).status).toBe(403)
})
