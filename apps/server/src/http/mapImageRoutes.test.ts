import { expect, it } from 'vitest'
import { startTestServer } from '../testing/startTestServer.ts'

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAADCAYAAAC56t6BAAAAEElEQVR4nGNgYGD4D8VQAAAdBAH/mVVYQAAAAABJRU5ErkJggg==',
  'base64',
)

it('[N13] gives a map its picture, from a facilitator, and pins a place in percent', async () => {
  const server = await startTestServer()
  const { id, keys, joinCode } = await server.create({
    templateId: 'citizen-dialogue-map-hosting',
    sessionId: 'E1',
  })
  const put = (key: string, body: Buffer, type = 'image/png', zone = 'map') =>
    fetch(`${server.url}/api/workshops/${id}/zones/${zone}/image`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${key}`, 'content-type': type },
      body: new Uint8Array(body),
    })
  expect((await put(keys.helper, png)).status).toBe(403)
  expect((await put(keys.facilitator, Buffer.from('<svg/>'), 'image/svg+xml')).status).toBe(415)
  expect((await put(keys.facilitator, Buffer.from('<svg/>'))).status).toBe(415)
  expect((await put(keys.facilitator, png, 'image/png', 'why')).status).toBe(409)
  const huge = Buffer.from(png)
  huge.writeUInt32BE(50_000, 16)
  expect((await put(keys.facilitator, huge)).status).toBe(413)
  expect((await put(keys.facilitator, png)).status).toBe(200)

  await server.command(id, keys.facilitator, { type: 'startPhase', phaseId: 'k1' })
  const person = await server.join(joinCode)
  await server.command(id, person.key, { type: 'nextQuestion' })
  const { phase } = await server.view(id, person.key)
  const image = phase.zones[0]?.image
  expect(image).toMatchObject({ width: 2, height: 3 })
  const shown = await fetch(`${server.url}${image?.url}`)
  expect(shown.headers.get('content-type')).toBe('image/png')
  expect(Buffer.from(await shown.arrayBuffer()).equals(png)).toBe(true)
  expect((await fetch(`${server.url}/images/..%2Fbordet.sqlite`)).status).toBe(404)

  await server.command(id, person.key, {
    type: 'addNote',
    zone: 'map',
    text: 'Ärende: fritid',
    pin: [12.5, 80],
  })
  const { notes } = await server.view(id, person.key)
  expect(notes).toMatchObject([{ pin: [12.5, 80], part: phase.layer }])
  const outside = await server.ask(id, person.key, { type: 'addNote', zone: 'map', text: 'x', pin: [101, 0] })
  expect(outside.status).toBe(400)
})
