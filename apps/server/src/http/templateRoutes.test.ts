/** Own templates over HTTP: saved, listed, exported, read in, refused with place and reason, kept through a restart. */
import { sessionIn } from '@bordet/workshop/programme'
import { templateById } from '@bordet/workshop/templates'
import { describe, expect, it } from 'vitest'
import { startTestServer, type TestClient } from '../testing/startTestServer.ts'

function swedish() {
  const session = templateById('world-cafe-service')?.sessions[0]
  if (!session) throw new Error('the World Café is missing')
  const holes = sessionIn(session, (words) => words.sv)
  return { ...holes, phases: holes.phases.slice(0, 3).map((phase) => ({ ...phase, minutes: 7 })) }
}

async function save(server: TestClient) {
  const body = { name: 'Vår egen kväll', language: 'sv', session: swedish() }
  const { status, body: answer } = await server.call('/api/templates', { key: server.organiserKey, body })
  expect(status).toBe(201)
  return String(Object(answer).id)
}

async function readIn(server: TestClient, file: string, query = '') {
  const response = await fetch(`${server.url}/api/templates/file${query}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${server.organiserKey}`, 'content-type': 'application/json' },
    body: file,
  })
  const body: unknown = await response.json()
  return { status: response.status, body }
}

describe('own templates', () => {
  it('are saved, listed for the organiser alone, and a workshop is made from one', async () => {
    const server = await startTestServer()
    const id = await save(server)
    const mine = await server.call('/api/templates', { key: server.organiserKey })
    expect(mine.body).toMatchObject({
      templates: expect.arrayContaining([
        expect.objectContaining({ id, own: true, languages: ['sv'], savedAt: expect.any(Number) }),
      ]),
    })
    expect(JSON.stringify((await server.call('/api/templates')).body)).not.toContain(id)
    const workshop = await server.create({ templateId: id, sessionId: 'own' })
    const view = await server.view(workshop.id, workshop.keys.facilitator)
    expect(view.agenda.map(({ minutes }) => minutes)).toEqual([7, 7, 7])
  })

  it('want the organiser’s key, and an id that is there', async () => {
    const server = await startTestServer()
    const id = await save(server)
    for (const init of [{ method: 'DELETE' }, { method: 'GET' }]) {
      const path = init.method === 'GET' ? `/api/templates/${id}/file` : `/api/templates/${id}`
      expect(await server.call(path, init)).toMatchObject({ status: 401 })
    }
    const ours = await server.call('/api/templates/world-cafe-service', {
      method: 'DELETE',
      key: server.organiserKey,
    })
    expect(ours).toMatchObject({ status: 404, body: { code: 'templateUnknown' } })
    expect(
      await server.call(`/api/templates/${id}`, { method: 'DELETE', key: server.organiserKey }),
    ).toMatchObject({ status: 200 })
  })

  it('are replaced under the same id, and stay through a restart', async () => {
    const server = await startTestServer()
    const id = await save(server)
    const body = { name: 'Nytt namn', language: 'da', session: swedish() }
    await server.call(`/api/templates/${id}`, { method: 'PUT', key: server.organiserKey, body })
    await server.close()
    const again = await startTestServer({ dataDir: server.dataDir })
    const { body: list } = await again.call('/api/templates', { key: again.organiserKey })
    expect(JSON.stringify(list)).toContain('Nytt namn')
  })

  it('go out as one file with a name people can read, and come in again', async () => {
    const server = await startTestServer()
    const id = await save(server)
    const out = await server.call(`/api/templates/${id}/file?language=sv`, { key: server.organiserKey })
    expect(out.headers.get('content-disposition')).toContain(encodeURIComponent('Vår egen kväll.bordet.json'))
    const file = JSON.stringify(out.body)
    const looked = await readIn(server, file, '?save=false&language=sv')
    expect(looked).toMatchObject({
      status: 200,
      body: { id: null, name: 'Vår egen kväll', languages: ['sv'] },
    })
    expect((await readIn(server, file)).status).toBe(201)
    const { body: list } = await server.call('/api/templates', { key: server.organiserKey })
    expect(Object(list).templates.filter((one: { own: boolean }) => one.own)).toHaveLength(2)
  })

  it('are refused with the place and the reason in the language that was asked for', async () => {
    const server = await startTestServer()
    const out = await server.call('/api/templates/world-cafe-service/file', { key: server.organiserKey })
    const file = JSON.stringify(out.body, null, 2)
    const broken = file.replace(/"minutes": \d+/, '"minutes": 0')
    expect(await readIn(server, broken, '?language=sv')).toMatchObject({
      status: 422,
      body: {
        code: 'templateFileWrong',
        errors: [
          {
            path: 'sessions[0].phases[0].minutes',
            message: 'Talet är för litet: minst 1.',
            line: expect.any(Number),
          },
        ],
      },
    })
    expect(await readIn(server, '{"format":\n oops}', '?language=en')).toMatchObject({
      status: 422,
      body: { errors: [{ line: 2, column: 2, message: expect.stringContaining('cannot be read here') }] },
    })
    expect(await readIn(server, `"${'x'.repeat(1_100_000)}"`)).toMatchObject({
      status: 413,
      body: { code: 'bodyTooLarge' },
    })
    const { body: list } = await server.call('/api/templates', { key: server.organiserKey })
    expect(Object(list).templates).toHaveLength(5)
  })
})

describe('the programme of a workshop', () => {
  it('is what the organiser made of the template, with its holes filled', async () => {
    const server = await startTestServer()
    const session = swedish()
    const [first, ...others] = session.phases
    const workshop = await server.create({
      session: { ...session, phases: [{ ...first, question: 'Vad händer i {place}?' }, ...others] },
    })
    const path = `/api/workshops/${workshop.id}/programme`
    const { body } = await server.call(path, { key: workshop.keys.facilitator })
    expect(Object(body).session.phases[0].question).toBe('Vad händer i Lindåsa?')
    expect(body).toMatchObject({ past: [], current: null, status: 'planned' })
    expect(await server.call(path, { key: workshop.keys.helper })).toMatchObject({ status: 403 })
  })

  it('that does not hold together is refused', async () => {
    const server = await startTestServer()
    const session = { ...swedish(), zones: [] }
    const body = {
      templateId: 'world-cafe-service',
      sessionId: 'A1',
      title: 'x',
      place: 'x',
      language: 'sv',
      tables: 2,
    }
    const broken = { ...session, phases: session.phases.map((phase) => ({ ...phase, zones: ['gone'] })) }
    const answer = await server.call('/api/workshops', {
      key: server.organiserKey,
      body: { ...body, session: broken },
    })
    expect(answer).toMatchObject({ status: 422, body: { code: 'sessionWrong' } })
  })

  it('changes during the evening, on every page and every board, and says what is past', async () => {
    const server = await startTestServer()
    const { id, keys } = await server.create()
    await server.command(id, keys.facilitator, { type: 'startPhase', phaseId: 'r1' })
    await server.command(id, keys.facilitator, { type: 'startPhase', phaseId: 'r2' })
    await server.command(id, keys.facilitator, {
      type: 'addZone',
      zone: { scope: 'table', kind: 'notes', title: 'Glömt', color: 'sun', icon: 'note' },
    })
    const programme = async () =>
      Object((await server.call(`/api/workshops/${id}/programme`, { key: keys.facilitator })).body)
    const { session, past, current } = await programme()
    expect([past, current]).toEqual([['r1'], 'r2'])
    const zone: string = session.zones.at(-1).id
    const open: string[] = session.phases.find((one: { id: string }) => one.id === 'r2').zones
    await server.command(id, keys.facilitator, { type: 'editPhase', phaseId: 'r2', zones: [...open, zone] })
    await server.command(id, keys.facilitator, { type: 'addNoteFor', table: 1, zone, text: 'Bussen' })
    const view = await server.view(id, keys.facilitator)
    expect(view.phase.zones.map(({ title }) => title)).toContain('Glömt')
    expect(view.tables[0]?.notes).toBe(1)
    await server.command(id, keys.facilitator, { type: 'editZone', zoneId: zone, title: 'Det vi glömde' })
    expect((await programme()).session.zones.at(-1).title).toBe('Det vi glömde')
  })
})
