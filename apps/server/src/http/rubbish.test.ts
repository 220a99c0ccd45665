/**
 * Generated rubbish at every route. Whatever comes, the answer is a problem document with a code of ours (or the
 * request happened to be right), the workshop's version and notes stay as they are, and the server goes on.
 */
import { connect } from 'node:net'
import { once } from 'node:events'
import { refusals } from '@bordet/workshop'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { startTestServer, type Answered, type TestClient } from '../testing/startTestServer.ts'
import { problems } from './problem.ts'

const codes: ReadonlySet<string> = new Set([...refusals, ...Object.keys(problems)])
/** Fewer than a bucket holds, or everything would be `tooMany`. */
const runs = { numRuns: 60 }

const anything = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.dictionary(
    fc.constantFrom('opId', 'type', 'zone', 'text', 'code', 'name', 'table', '__proto__'),
    fc.jsonValue(),
  ),
)
/** Dots alone would be another path before they leave the client. */
const segment = fc
  .string({ minLength: 1, maxLength: 200 })
  .filter((text) => !/^\.+$/.test(text))
  .map(encodeURIComponent)
const headerValue = fc.string({
  unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)),
})

async function send(server: TestClient, path: string, init: RequestInit): Promise<Answered> {
  const response = await fetch(server.url + path, { redirect: 'manual', ...init })
  const text = await response.text()
  const isJson = /json/.test(response.headers.get('content-type') ?? '')
  return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text }
}

function expectProblem({ status, headers, body }: Answered, what: unknown): void {
  expect(headers.get('content-type'), `${status} ${String(what)} ${JSON.stringify(body)}`).toMatch(
    /^application\/problem\+json/,
  )
  expect(body).toMatchObject({ status, type: expect.any(String), title: expect.any(String) })
  expect(codes).toContain(Object(body).code)
  expect(status, String(what)).toBeLessThan(500)
}

async function arrange() {
  const server = await startTestServer()
  const workshop = await server.create()
  const { id, keys } = workshop
  await server.command(id, keys.facilitator, { type: 'startPhase', phaseId: 'r1' })
  const person = await server.join(workshop.joinCode, { table: 1 })
  await server.command(id, person.key, { type: 'addNote', zone: 'works', text: 'Kvar' })
  const look = async () => {
    const { version, tables, peopleCount } = await server.view(id, keys.facilitator)
    const { body } = await server.call(`/api/workshops/${id}/notes?table=1`, { key: keys.helper })
    const { body: all } = await server.call('/api/workshops', { key: server.organiserKey })
    return { version, tables, peopleCount, notes: body, workshops: Object(all).workshops.length }
  }
  return { server, id, keys, person, look, before: await look() }
}

describe('rubbish', () => {
  it.each([
    ['POST', '/api/workshops'],
    ['POST', '/api/join'],
    ['POST', '/api/workshops/:id/commands'],
  ])('as the body of %s %s is a problem and changes nothing', async (method, route) => {
    const { server, id, keys, look, before } = await arrange()
    const key = route === '/api/workshops' ? server.organiserKey : keys.facilitator
    const bodies = fc.oneof(
      anything.map((value) => JSON.stringify(value)),
      fc.string(),
      fc.constant('{"a":'),
    )
    const types = fc.constantFrom(
      'application/json',
      'application/json',
      'text/plain',
      'multipart/form-data',
      'x',
    )
    await fc.assert(
      fc.asyncProperty(bodies, types, async (body, type) => {
        const headers = { authorization: `Bearer ${key}`, 'content-type': type }
        const answer = await send(server, route.replace(':id', id), { method, headers, body })
        expectProblem(answer, body)
      }),
      runs,
    )
    expect(await look()).toEqual(before)
  })

  it('in the fields of a known command is a problem and changes nothing', async () => {
    const { server, id, keys, look, before } = await arrange()
    const types = [
      'addNote',
      'editNote',
      'castVotes',
      'seat',
      'setHost',
      'extend',
      'setTables',
      'hideNote',
      'startPhase',
    ]
    const bodies = fc.record({
      opId: fc.oneof(fc.uuid(), fc.string()),
      type: fc.constantFrom(...types),
      zone: anything,
      text: anything,
      noteId: fc.string(),
      personId: fc.string(),
      phaseId: fc.string(),
      minutes: fc.oneof(fc.string(), fc.double()),
      count: fc.oneof(fc.integer({ min: 101 }), fc.integer({ max: 0 }), fc.string()),
      table: fc.oneof(fc.integer({ min: 4 }), fc.integer({ max: 0 })),
      votes: anything,
      hidden: anything,
    })
    await fc.assert(
      fc.asyncProperty(bodies, async (body) => {
        expectProblem(
          await server.call(`/api/workshops/${id}/commands`, { key: keys.facilitator, body }),
          body.type,
        )
      }),
      runs,
    )
    expect(await look()).toEqual(before)
  })

  it.each(['state', 'events', 'commands', 'notes', 'harvest', 'export', 'links'])(
    'as workshop id, query or key of …/%s is a problem and changes nothing',
    async (route) => {
      const { server, id, keys, look, before } = await arrange()
      const method = route === 'commands' ? 'POST' : 'GET'
      const wrongKey = fc.oneof(
        headerValue,
        headerValue.map((key) => `Bearer ${key}`),
      )
      await fc.assert(
        fc.asyncProperty(
          segment,
          // A format that there is would be no rubbish.
          fc.webQueryParameters().filter((query) => !/^(docx|xlsx|csv|md|json)$/.test(query)),
          wrongKey,
          async (wrongId, query, authorization) => {
            const right = { authorization: `Bearer ${keys.facilitator}` }
            const asked = [
              send(server, `/api/workshops/${wrongId}/${route}?${query}`, { method, headers: right }),
              send(server, `/api/workshops/${id}/${route}?${query}`, { method, headers: { authorization } }),
            ]
            if (route === 'notes' || route === 'export')
              asked.push(
                send(server, `/api/workshops/${id}/${route}?table=x&format=${query}`, {
                  method,
                  headers: right,
                }),
              )
            for (const answer of await Promise.all(asked))
              expectProblem(answer, `${wrongId} ${query} ${authorization}`)
          },
        ),
        runs,
      )
      expect(await look()).toEqual(before)
    },
    60_000,
  )

  it.each(['/api/health', '/api/templates', '/api/client-config', '/api/openapi.json', '/metrics'])(
    'in query and headers of %s, which takes none, is ignored',
    async (path) => {
      const { server, look, before } = await arrange()
      await fc.assert(
        fc.asyncProperty(fc.webQueryParameters(), headerValue, async (query, header) => {
          const headers = { authorization: header, 'accept-language': header, accept: header }
          expect((await send(server, `${path}?${query}`, { headers })).status).toBe(200)
        }),
        runs,
      )
      expect(await look()).toEqual(before)
    },
  )

  it('at a page is that page, or one that says that there is nothing', async () => {
    const { server } = await arrange()
    const pages = fc.constantFrom('j', 'p', 'facilitate', 'help', 'screen', 'table', 'hall', 'elsewhere')
    await fc.assert(
      fc.asyncProperty(pages, segment, headerValue, async (page, rest, language) => {
        const headers = { accept: 'text/html', 'accept-language': language }
        const { status, headers: answered } = await send(server, `/${page}/${rest}`, { headers })
        expect([200, 404, 503]).toContain(status)
        expect(answered.get('content-type')).toMatch(/^text\/html/)
      }),
      runs,
    )
  })

  it('as a path or a method finds nothing', async () => {
    const { server, look, before } = await arrange()
    const methods = fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS')
    const paths = fc.array(segment, { minLength: 1, maxLength: 4 }).map((parts) => `/api/${parts.join('/')}`)
    await fc.assert(
      fc.asyncProperty(methods, paths, async (method, path) => {
        expectProblem(await send(server, path, { method }), `${method} ${path}`)
      }),
      runs,
    )
    expectProblem(await send(server, '/assets-web/../../package.json', {}), 'a path out')
    expectProblem(await send(server, '/%E0%A4%A', {}), 'a broken escape')
    expect(await look()).toEqual(before)
  })

  it('that is too large is refused with 413, of another type with 415, without a type too', async () => {
    const { server, id, keys } = await arrange()
    const path = `/api/workshops/${id}/commands`
    const large = await server.call(path, { key: keys.facilitator, body: { text: 'x'.repeat(70_000) } })
    expect(large).toMatchObject({ status: 413, body: { code: 'bodyTooLarge' } })
    const authorization = `Bearer ${keys.facilitator}`
    const typed = await send(server, path, {
      method: 'POST',
      headers: { authorization, 'content-type': 'text/xml' },
      body: '<a/>',
    })
    expect(typed).toMatchObject({ status: 415, body: { code: 'unsupportedMediaType' } })
    const empty = await send(server, path, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
    })
    expect(empty).toMatchObject({ status: 400, body: { code: 'malformedJson' } })
  })

  it('says which fields are wrong', async () => {
    const { server } = await arrange()
    const { body } = await server.call('/api/join', { body: { code: 'abc', table: 0 } })
    expect(body).toMatchObject({
      code: 'invalid',
      errors: [
        { path: 'body/code', message: expect.any(String) },
        { path: 'body/table', message: expect.any(String) },
      ],
    })
  })

  it('that is not even HTTP gets a problem document and the line is closed', async () => {
    const { server, look, before } = await arrange()
    const port = Number(new URL(server.url).port)
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 300 }), async (bytes) => {
        const socket = connect(port, '127.0.0.1')
        const answer: Buffer[] = []
        socket.on('data', (chunk) => answer.push(chunk))
        socket.on('error', () => {})
        socket.end(Buffer.concat([Buffer.from('NOT '), bytes, Buffer.from('\r\n\r\n')]))
        await once(socket, 'close')
        expect(String(Buffer.concat(answer))).toContain('"code":"malformedRequest"')
      }),
      { numRuns: 25 },
    )
    expect(await look()).toEqual(before)
  })
})
