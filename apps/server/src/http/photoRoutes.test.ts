import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, it } from 'vitest'
import { startTestServer, type TestClient } from '../testing/startTestServer.ts'

/** A phone's picture: lying on its side, with the place it was taken. */
async function phonePicture(): Promise<Buffer> {
  return sharp({ create: { width: 2400, height: 1200, channels: 3, background: '#3377aa' } })
    .withExif({ IFD0: { Orientation: '6', Make: 'SecretCamera' }, IFD3: { GPSLatitudeRef: 'N' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
}

function send(server: TestClient, id: string, key: string, bytes: Buffer): Promise<Response> {
  const form = new FormData()
  form.set('photo', new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }), 'IMG_0001.jpg')
  return fetch(`${server.url}/api/workshops/${id}/photos`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}` },
    body: form,
  })
}

const photoIdOf = async (response: Response): Promise<string> =>
  (JSON.parse(await response.text()) as { photoId: string }).photoId

it('[N15] draws a picture anew, upright and small, and shows it with the note', async () => {
  const server = await startTestServer()
  const { id, keys, joinCode } = await server.create()
  await server.command(id, keys.facilitator, { type: 'startPhase', phaseId: 'r1' })
  const person = await server.join(joinCode)
  const sent = await send(server, id, person.key, await phonePicture())
  expect(sent.status).toBe(201)
  const photoId = await photoIdOf(sent)

  const shown = await fetch(`${server.url}/photos/${photoId}`)
  expect(shown.headers.get('content-type')).toBe('image/jpeg')
  const bytes = Buffer.from(await shown.arrayBuffer())
  const { width, height, exif, orientation } = await sharp(bytes).metadata()
  expect({ width, height, exif, orientation }).toEqual({
    width: 800,
    height: 1600,
    exif: undefined,
    orientation: undefined,
  })
  expect(bytes.includes('SecretCamera')).toBe(false)

  const { phase } = await server.view(id, person.key)
  const zone = phase.zones[0]?.id ?? ''
  await server.command(id, person.key, { type: 'addNote', zone, text: 'Bryggan', photoId })
  expect((await server.view(id, person.key)).notes).toMatchObject([{ text: 'Bryggan', photoId }])
})

it('[N15] takes nothing that is no picture, from nobody who may not write, and keeps nothing of it', async () => {
  const server = await startTestServer()
  const { id, keys, joinCode } = await server.create()
  const person = await server.join(joinCode)
  const picture = await phonePicture()
  expect((await send(server, id, keys.screen, picture)).status).toBe(403)
  expect((await send(server, id, 'nobody', picture)).status).toBe(401)
  const bombs = [
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
    Buffer.alloc(0),
    picture.subarray(0, 400),
  ]
  for (const bytes of bombs) expect((await send(server, id, person.key, bytes)).status).toBe(422)
  expect((await send(server, id, person.key, Buffer.alloc(9 * 1024 * 1024))).status).toBe(413)
  const plain = await fetch(`${server.url}/api/workshops/${id}/photos`, {
    method: 'POST',
    headers: { authorization: `Bearer ${person.key}`, 'content-type': 'image/jpeg' },
    body: new Uint8Array(picture),
  })
  expect(plain.status).toBe(415)
  const zone = 'works'
  const claim = { type: 'addNote', zone, text: 'x', photoId: 'p'.repeat(22) } as const
  await server.command(id, keys.facilitator, { type: 'startPhase', phaseId: 'r1' })
  expect((await server.ask(id, person.key, claim)).status).toBe(422)
  expect((await fetch(`${server.url}/photos/..%2Fbordet.sqlite`)).status).toBe(404)
  expect(readdirSync(server.dataDir)).not.toContain('photos')
  expect(readFileSync(join(server.dataDir, 'bordet.sqlite')).length).toBeGreaterThan(0)
})
