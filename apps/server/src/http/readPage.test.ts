/** The public page of the harvest: cheap however often it is asked for, and never behind what is on the boards. */
import { expect, it } from 'vitest'
import { z } from 'zod'
import { createKeyRing } from '../keyRing.ts'
import { readOrMakeSecret } from '../keys.ts'
import { startTestServer } from '../testing/startTestServer.ts'

async function openPage() {
  const server = await startTestServer()
  const { id, joinCode, keys } = await server.create()
  await server.command(id, keys.facilitator, { type: 'startPhase', phaseId: 'r1' })
  const { key } = await server.join(joinCode, { table: 1 })
  const say = (text: string) => server.command(id, key, { type: 'addNote', zone: 'works', text })
  const reader = createKeyRing(readOrMakeSecret(server.dataDir, 'server-secret')).reader(id)
  const get = (path = '') => fetch(`${server.url}/r/${joinCode}/${reader}${path}`)
  return { server, get, say, id, keys }
}

it('gives the same file while nothing changes, and another one as soon as something has', async () => {
  const { get, say, id, keys, server } = await openPage()
  const text = async () => (await get('/md?lang=sv')).text()
  const { noteId } = await say('Bussen går i tid')
  const [one, other] = await Promise.all([text(), text()])
  expect(one).toContain('Bussen går i tid')
  expect(other).toBe(one)
  await say('Tåget också')
  expect(await text()).toContain('Tåget också')
  await server.command(id, keys.facilitator, { type: 'hideNote', noteId: noteId ?? '', hidden: true })
  expect(await text()).not.toContain('Bussen går i tid')
})

it('writes only what it offers', async () => {
  const { get } = await openPage()
  const page = await (await get()).text()
  const offered = [...page.matchAll(/href="[^"]+\/([a-z]+)\?lang=/g)].map(([, format]) => format)
  expect(offered).toEqual(['html', 'pdf', 'docx', 'xlsx', 'md'])
  for (const format of ['zip', 'json', 'csv', 'exe']) expect((await get(`/${format}`)).status).toBe(400)
})

it('brakes an address that asks without end', async () => {
  const { get } = await openPage()
  const answers = await Promise.all(Array.from({ length: 200 }, () => get('/md?lang=sv')))
  const counts = Map.groupBy(answers, ({ status }) => status)
  expect(counts.get(200)?.length).toBeGreaterThan(100)
  const braked = counts.get(429) ?? []
  expect(braked.length).toBeGreaterThan(20)
  expect(braked[0]?.headers.get('retry-after')).toBe('1')
  expect(z.object({ code: z.string() }).parse(await braked[0]?.json()).code).toBe('tooMany')
})
