/** Every route once as it is meant to be used, and what each says to whom it is not for. */
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { startTestServer, type TestClient } from '../testing/startTestServer.ts'

async function openRound(server: TestClient) {
  const workshop = await server.create()
  const { facilitator } = workshop.keys
  await server.command(workshop.id, facilitator, { type: 'startPhase', phaseId: 'r1' })
  const person = await server.join(workshop.joinCode, { name: 'Karin', table: 2 })
  return { ...workshop, facilitator, person }
}

describe('the server', () => {
  it('says that it is ready and able to save', async () => {
    const server = await startTestServer()
    const { status, body, headers } = await server.call('/api/health')
    expect(status).toBe(200)
    expect(body).toMatchObject({ ready: true, storage: { writable: true } })
    expect(headers.get('content-security-policy')).toContain("default-src 'self'")
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('strict-transport-security')).toBeNull()
  })

  it('writes once for however many ask how it is', async () => {
    const server = await startTestServer()
    for (let n = 0; n < 5; n += 1) expect((await server.call('/api/health')).status).toBe(200)
    const db = new DatabaseSync(join(server.dataDir, 'bordet.sqlite'), { readOnly: true })
    expect(db.prepare('SELECT times FROM write_check').get()).toEqual({ times: 1 })
    db.close()
  })

  it('describes its routes in OpenAPI 3.1', async () => {
    const server = await startTestServer()
    const { body } = await server.call('/api/openapi.json')
    expect(body).toMatchObject({ openapi: '3.1.0' })
    expect(Object.keys(Object(body).paths).sort()).toEqual([
      '/api/client-config',
      '/api/health',
      '/api/join',
      '/api/join/{code}',
      '/api/search',
      '/api/series',
      '/api/series/{id}',
      '/api/series/{id}/export',
      '/api/series/{id}/exports/{job}',
      '/api/series/{id}/exports/{job}/file',
      '/api/series/{id}/interviews/{round}',
      '/api/series/{id}/interviews/{round}/guesses',
      '/api/series/{id}/interviews/{round}/themes',
      '/api/series/{id}/profiles',
      '/api/series/{id}/trend',
      '/api/templates',
      '/api/templates/file',
      '/api/templates/{id}',
      '/api/templates/{id}/file',
      '/api/workshops',
      '/api/workshops/import',
      '/api/workshops/{id}/backup',
      '/api/workshops/{id}/before-sending',
      '/api/workshops/{id}/commands',
      '/api/workshops/{id}/contact',
      '/api/workshops/{id}/contacts',
      '/api/workshops/{id}/contacts.csv',
      '/api/workshops/{id}/contacts/{contact}',
      '/api/workshops/{id}/events',
      '/api/workshops/{id}/export',
      '/api/workshops/{id}/exports/{job}',
      '/api/workshops/{id}/exports/{job}/file',
      '/api/workshops/{id}/flagged',
      '/api/workshops/{id}/harvest',
      '/api/workshops/{id}/history/{boardId}',
      '/api/workshops/{id}/history/{boardId}/{moment}',
      '/api/workshops/{id}/history/{boardId}/{moment}/picture',
      '/api/workshops/{id}/letters',
      '/api/workshops/{id}/links',
      '/api/workshops/{id}/log',
      '/api/workshops/{id}/mailing',
      '/api/workshops/{id}/mailing/preview',
      '/api/workshops/{id}/mailing/test',
      '/api/workshops/{id}/mailings',
      '/api/workshops/{id}/mailings/{mailing}/again',
      '/api/workshops/{id}/mailings/{mailing}/end',
      '/api/workshops/{id}/notes',
      '/api/workshops/{id}/pace',
      '/api/workshops/{id}/photos',
      '/api/workshops/{id}/pictures',
      '/api/workshops/{id}/pictures/next',
      '/api/workshops/{id}/presence',
      '/api/workshops/{id}/print',
      '/api/workshops/{id}/programme',
      '/api/workshops/{id}/report',
      '/api/workshops/{id}/report/answers/{note}',
      '/api/workshops/{id}/report/rows/{list}',
      '/api/workshops/{id}/report/rows/{list}/{row}',
      '/api/workshops/{id}/report/texts/{part}',
      '/api/workshops/{id}/seatPlan',
      '/api/workshops/{id}/sorting',
      '/api/workshops/{id}/sorting/help',
      '/api/workshops/{id}/state',
      '/api/workshops/{id}/zones/{zone}/image',
    ])
    expect(JSON.stringify(body)).toContain('addNote')
  })

  it('shows its figures to the machine it runs on', async () => {
    const server = await startTestServer()
    await openRound(server)
    const { status, body } = await server.call('/metrics')
    expect(status).toBe(200)
    expect(body).toMatch(/^bordet_workshops_open 1$/m)
    expect(body).toMatch(/^bordet_commands_total\{result="done"\} 2$/m)
  })

  it('lists the methods with their sessions in every language', async () => {
    const server = await startTestServer()
    const { body } = await server.call('/api/templates')
    expect(body).toMatchObject({
      templates: expect.arrayContaining([
        expect.objectContaining({
          id: 'world-cafe-service',
          name: expect.objectContaining({ sv: expect.any(String), nb: expect.any(String) }),
        }),
      ]),
    })
  })
})

describe('an organiser', () => {
  it('makes a workshop and gets a key for every role', async () => {
    const server = await startTestServer()
    const workshop = await server.create({ tables: 4 })
    expect(workshop.joinCode).toMatch(/^\d{6}$/)
    expect(workshop.boards.tables).toHaveLength(4)
    const table = await server.view(workshop.id, workshop.keys.tables[2]?.key ?? '')
    expect(table.me).toMatchObject({ role: 'table', table: 3 })
    for (const role of ['facilitator', 'screen', 'helper'] as const) {
      expect((await server.view(workshop.id, workshop.keys[role])).me.role).toBe(role)
    }
  })

  it('finds the workshop with the same links again', async () => {
    const server = await startTestServer()
    const { id, keys } = await server.create()
    const { body } = await server.call('/api/workshops', { key: server.organiserKey })
    expect(body).toMatchObject({
      workshops: [{ id, place: 'Lindåsa', status: 'planned', tables: 3, people: 0 }],
      unavailable: [],
    })
    expect(JSON.stringify(body)).toContain(keys.facilitator)
    const again = await server.call(`/api/workshops/${id}/links`, { key: keys.facilitator })
    expect(again.body).toMatchObject({ keys })
  })

  it('is nobody without the key', async () => {
    const server = await startTestServer()
    const { id, keys } = await server.create()
    for (const key of [undefined, 'wrong', keys.facilitator]) {
      const asked = key === undefined ? {} : { key }
      expect(await server.call('/api/workshops', asked)).toMatchObject({
        status: 401,
        body: { code: 'notAuthorised' },
      })
    }
    expect(await server.call(`/api/workshops/${id}/state`)).toMatchObject({ status: 401 })
    const unknown = await server.call('/api/workshops/nowhere/state', { key: server.organiserKey })
    expect(unknown).toMatchObject({ status: 404, body: { code: 'workshopUnknown' } })
  })
})

describe('a participant', () => {
  it('joins by the code and sits at the table whose code was scanned', async () => {
    const server = await startTestServer()
    const workshop = await server.create()
    const person = await server.join(workshop.joinCode, { table: 2 })
    expect(person).toMatchObject({ workshopId: workshop.id, table: 2 })
    expect((await server.view(workshop.id, person.key)).me).toMatchObject({ role: 'participant', table: 2 })
  })

  it('is the same person with the same key when the join is repeated', async () => {
    const server = await startTestServer()
    const workshop = await server.create()
    const opId = crypto.randomUUID()
    const joined = await Promise.all([1, 2, 3].map(() => server.join(workshop.joinCode, { opId })))
    expect(joined[1]).toEqual(joined[0])
    expect(joined[2]).toEqual(joined[0])
    expect((await server.view(workshop.id, workshop.keys.facilitator)).peopleCount).toBe(1)
  })

  it('sees nothing any more once removed', async () => {
    const server = await startTestServer()
    const { id, facilitator, person } = await openRound(server)
    await server.command(id, facilitator, { type: 'removePerson', personId: person.personId })
    expect(await server.call(`/api/workshops/${id}/state`, { key: person.key })).toMatchObject({
      status: 401,
    })
  })

  it('brings in after it was removed what it wrote before, and nothing else', async () => {
    const server = await startTestServer()
    const { id, facilitator, person } = await openRound(server)
    const writtenAt = Date.now()
    await server.command(id, facilitator, { type: 'removePerson', personId: person.personId })
    const note = { type: 'addNote', zone: 'works', text: 'Skrev i tunneln' } as const
    const late = await server.ask(id, person.key, { ...note, phaseId: 'r1', writtenAt })
    expect(late).toMatchObject({ status: 200 })
    const { body } = await server.call(`/api/workshops/${id}/notes?table=2`, { key: facilitator })
    expect(body).toMatchObject({ notes: [{ text: 'Skrev i tunneln' }] })
    for (const command of [note, { type: 'sitElsewhere', table: 1 } as const]) {
      expect(await server.ask(id, person.key, command)).toMatchObject({ status: 409 })
    }
    expect(await server.call(`/api/workshops/${id}/events`, { key: person.key })).toMatchObject({
      status: 401,
    })
  })

  it('writes a note that helpers read at its table, and that stands in every file', async () => {
    const server = await startTestServer()
    const { id, facilitator, keys, person } = await openRound(server)
    const opId = crypto.randomUUID()
    const answer = await server.command(id, person.key, {
      type: 'addNote',
      zone: 'works',
      text: 'Bussen går!',
      opId,
    })
    expect(answer.noteId).toBe(opId)
    const { body } = await server.call(`/api/workshops/${id}/notes?table=2`, { key: keys.helper })
    expect(body).toMatchObject({ notes: [{ id: opId, text: 'Bussen går!', table: 2, mine: false }] })
    const harvest = await server.call(`/api/workshops/${id}/harvest`, { key: facilitator })
    expect(JSON.stringify(harvest.body)).toContain('Bussen går!')
    for (const format of ['docx', 'xlsx', 'csv', 'md', 'json']) {
      const file = await server.call(`/api/workshops/${id}/export?format=${format}&language=sv`, {
        key: facilitator,
      })
      expect(file.status).toBe(200)
      expect(Number(file.headers.get('content-length'))).toBeGreaterThan(50)
      expect(file.headers.get('content-disposition')).toMatch(
        /^attachment; filename="[ -~]+"; filename\*=UTF-8''\S+$/,
      )
      if (['csv', 'md'].includes(format)) expect(file.body).toContain('Bussen går!')
    }
  }, 60_000)

  it('may not look at what is not theirs', async () => {
    const server = await startTestServer()
    const { id, person } = await openRound(server)
    for (const path of ['notes?table=1', 'harvest', 'export?format=csv', 'links', 'print']) {
      const answer = await server.call(`/api/workshops/${id}/${path}`, { key: person.key })
      expect(answer, path).toMatchObject({ status: 403, body: { code: 'notYourRole' } })
    }
    const other = await server.create()
    expect(await server.call(`/api/workshops/${other.id}/state`, { key: person.key })).toMatchObject({
      status: 401,
    })
  })

  it('learns nothing about others from the view', async () => {
    const server = await startTestServer()
    const { id, facilitator, person, keys } = await openRound(server)
    const other = await server.join((await server.view(id, facilitator)).joinCode, {
      name: 'Hemlige Hugo',
      table: 1,
    })
    await server.command(id, other.key, { type: 'addNote', zone: 'works', text: 'bara vid bord ett' })
    const seen = JSON.stringify(await server.view(id, person.key))
    for (const secret of [
      'Hemlige Hugo',
      other.personId,
      other.key,
      'bara vid bord ett',
      'noteOwners',
      keys.facilitator,
    ]) {
      expect(seen).not.toContain(secret)
    }
  })

  it('is slowed down after a burst of commands, and told for how long', async () => {
    const server = await startTestServer()
    const { id, person } = await openRound(server)
    const answers = await Promise.all(
      Array.from({ length: 30 }, () => server.ask(id, person.key, { type: 'sitElsewhere', table: 1 })),
    )
    const slowed = answers.filter(({ status }) => status === 429)
    expect(slowed.length).toBeGreaterThan(0)
    expect(slowed[0]).toMatchObject({ body: { code: 'tooMany' } })
    expect(Number(slowed[0]?.headers.get('retry-after'))).toBeGreaterThan(0)
  })
})

describe('the door', () => {
  it('says what is behind it, and nothing more, to whoever has the code', async () => {
    const server = await startTestServer()
    const workshop = await server.create({ tables: 4 })
    const { status, body } = await server.call(`/api/join/${workshop.joinCode}`)
    expect(status).toBe(200)
    expect(Object.keys(Object(body)).sort()).toEqual(['language', 'opensAt', 'owner', 'place', 'title'])
  })

  it('is as shut to those who look as to those who enter', async () => {
    const server = await startTestServer()
    const { joinCode } = await server.create()
    const wrongCode = joinCode === '100000' ? '100001' : '100000'
    for (let n = 0; n < 30; n += 1) {
      expect(await server.call(`/api/join/${wrongCode}`)).toMatchObject({ body: { code: 'codeUnknown' } })
    }
    expect(await server.call(`/api/join/${joinCode}`)).toMatchObject({ body: { code: 'tooManyTries' } })
  })

  it('stays open to the hall that is coming in, whatever one phone in it tries', async () => {
    const server = await startTestServer()
    const { joinCode } = await server.create()
    const wrongCode = joinCode === '100000' ? '100001' : '100000'
    await server.join(joinCode)
    for (let n = 0; n < 31; n += 1) await server.call('/api/join', { body: { code: wrongCode } })
    expect(await server.call('/api/join', { body: { code: wrongCode } })).toMatchObject({ status: 429 })
    expect(await server.call('/api/join', { body: { code: joinCode } })).toMatchObject({ status: 201 })
    expect(await server.call(`/api/join/${joinCode}`)).toMatchObject({ status: 200 })
  })

  it('says that a meeting is over', async () => {
    const server = await startTestServer()
    const workshop = await server.create({ tables: 4 })
    await server.command(workshop.id, workshop.keys.facilitator, { type: 'close' })
    expect(await server.call(`/api/join/${workshop.joinCode}`)).toMatchObject({
      body: { code: 'workshopClosed' },
    })
  })

  it('is shut after thirty wrong codes in a minute, and only wrong ones count', async () => {
    const server = await startTestServer()
    const { joinCode } = await server.create()
    const wrongCode = joinCode === '100000' ? '100001' : '100000'
    for (let n = 0; n < 40; n += 1) await server.join(joinCode)
    for (let n = 0; n < 30; n += 1) {
      expect(await server.call('/api/join', { body: { code: wrongCode } })).toMatchObject({
        status: 404,
        body: { code: 'codeUnknown' },
      })
    }
    const shut = await server.call('/api/join', { body: { code: wrongCode } })
    expect(shut).toMatchObject({ status: 429, body: { code: 'tooManyTries' } })
    expect(Number(shut.headers.get('retry-after'))).toBeGreaterThan(0)
  })
})

describe('pages', () => {
  it.each([
    '/',
    '/j/123456',
    '/organise',
    '/facilitate/x',
    '/screen/x',
    '/table/x/1',
    '/hall/x',
    '/help/x',
    '/p/x',
  ])('answer at %s with a page that is asked for again each time', async (path) => {
    const server = await startTestServer()
    const { status, headers } = await server.call(path)
    expect(headers.get('content-type')).toMatch(/^text\/html/)
    expect(status === 200 ? 'no-cache' : 'no-store').toBe(headers.get('cache-control'))
    expect([200, 503]).toContain(status)
  })
})
