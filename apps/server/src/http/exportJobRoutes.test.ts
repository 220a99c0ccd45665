/** Files over real HTTP that say how far they are. */
import { expect, it } from 'vitest'
import { startTestServer } from '../testing/startTestServer.ts'

async function openEvening() {
  const server = await startTestServer()
  const { id, keys, joinCode } = await server.create()
  await server.command(id, keys.facilitator, { type: 'startPhase', phaseId: 'r1' })
  const anna = await server.join(joinCode, { table: 1 })
  await server.command(id, anna.key, { type: 'addNote', zone: 'works', text: 'Bussen går i tid' })
  const key = keys.facilitator
  const job = crypto.randomUUID()
  const path = `/api/workshops/${id}/exports/${job}`
  const begin = (body: object, as = key) => server.call(path, { key: as, method: 'PUT', body })
  const fetchFile = async (range?: string) => {
    const response = await fetch(`${server.url}${path}/file`, {
      headers: { authorization: `Bearer ${key}`, ...(range === undefined ? {} : { range }) },
    })
    return { response, bytes: new Uint8Array(await response.arrayBuffer()) }
  }
  const untilDone = async () => {
    const states: unknown[] = []
    for (;;) {
      const { body } = await server.call(path, { key })
      states.push(body)
      if (JSON.stringify(body).includes('"done","fileName"')) return states
    }
  }
  return { server, id, keys, key, path, begin, fetchFile, untilDone }
}

it('writes a ZIP, tells its files one by one, and gives the rest of one that broke off', async () => {
  const { begin, fetchFile, untilDone } = await openEvening()
  const begun = await begin({ format: 'zip' })
  expect(begun).toMatchObject({ status: 200, body: { state: 'writing' } })
  expect((await fetchFile()).response.status).toBe(404)
  const states = await untilDone()
  expect(states).toContainEqual(expect.objectContaining({ state: 'writing', of: 9, part: 'docx' }))
  expect(states.at(-1)).toMatchObject({
    state: 'done',
    fileName: expect.stringMatching(/^Skörd – Lindåsa.*\.zip$/),
  })
  const whole = await fetchFile()
  expect(whole.response.status).toBe(200)
  expect(whole.response.headers.get('content-disposition')).toContain('Sk%C3%B6rd')
  // Each file has one entry in the ZIP's directory.
  expect(Buffer.from(whole.bytes).toString('latin1').split('PK\u0001\u0002')).toHaveLength(1 + 9)
  const half = Math.floor(whole.bytes.length / 2)
  const rest = await fetchFile(`bytes=${half}-`)
  expect(rest.response.status).toBe(206)
  expect(rest.response.headers.get('content-range')).toBe(
    `bytes ${half}-${whole.bytes.length - 1}/${whole.bytes.length}`,
  )
  expect(Buffer.from(rest.bytes).equals(Buffer.from(whole.bytes.subarray(half)))).toBe(true)
  expect((await fetchFile('bytes=5-9')).bytes.length).toBe(whole.bytes.length)
})

it('is called off, and is nobody’s but the crew’s of that workshop', async () => {
  const { server, id, keys, key, path, begin, fetchFile } = await openEvening()
  const other = await server.create()
  expect((await begin({ format: 'exe' })).status).toBe(400)
  expect((await begin({ format: 'zip' }, keys.helper)).status).toBe(403)
  await begin({ format: 'zip' })
  const foreign = path.replace(id, other.id)
  expect((await server.call(foreign, { key: other.keys.facilitator })).status).toBe(404)
  expect((await server.call(path, { key: other.keys.facilitator })).status).toBe(401)
  expect(await server.call(path, { key, method: 'DELETE' })).toMatchObject({ body: { dropped: true } })
  expect((await server.call(path, { key })).status).toBe(404)
  expect((await fetchFile()).response.status).toBe(404)
})

it('does the same for several places, for the organiser alone', async () => {
  const { server, id, keys } = await openEvening()
  const path = `/api/places/exports/${crypto.randomUUID()}`
  const body = { workshops: id, format: 'md', language: 'sv' }
  expect((await server.call(path, { key: keys.facilitator, method: 'PUT', body })).status).toBe(401)
  const key = server.organiserKey
  await server.call(path, { key, method: 'PUT', body })
  for (;;) {
    const { body: state } = await server.call(path, { key })
    if (JSON.stringify(state).includes('"done","fileName"')) break
  }
  expect((await server.call(`${path}/file`, { key })).body).toContain('Lindåsa')
})
