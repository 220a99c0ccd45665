import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { startTestServer, type TestClient } from '../testing/startTestServer.ts'

type Server = Awaited<ReturnType<typeof startTestServer>>

/** An evening in a place; each list of texts is sorted into the theme of its name, '' into none. Round 1, tables 1 and 2. */
async function hold(server: TestClient, place: string, notes: Record<string, string[]>) {
  const workshop = await server.create({ title: `Café i ${place}`, place })
  const { id, keys, joinCode } = workshop
  await server.command(id, keys.facilitator, { type: 'startPhase', phaseId: 'r1' })
  const people = [await server.join(joinCode, { table: 1 }), await server.join(joinCode, { table: 2 })]
  const written: { noteId: string; key: string; text: string }[] = []
  for (const [theme, texts] of Object.entries(notes)) {
    const themeId = crypto.randomUUID()
    if (theme !== '') await server.command(id, keys.facilitator, { type: 'setTheme', themeId, name: theme })
    const noteIds: string[] = []
    for (const [index, text] of texts.entries()) {
      const key = people[index % 2]?.key ?? ''
      const { noteId = '' } = await server.command(id, key, { type: 'addNote', zone: 'missing', text })
      noteIds.push(noteId)
      written.push({ noteId, key, text })
    }
    if (theme !== '')
      await server.command(id, keys.facilitator, { type: 'sortNotes', noteIds, add: [themeId] })
  }
  return { id, keys, written }
}

async function makeSeries(server: Server, workshops: string[], more: Record<string, unknown> = {}) {
  const body = { name: 'Byprofiler', language: 'da', workshops, ...more }
  const answer = await server.call('/api/series', { key: server.organiserKey, body })
  expect(answer.status).toBe(201)
  return String(Object(answer.body).id)
}

const search = async (server: Server, query: Record<string, string>) =>
  Object((await server.call(`/api/search?${new URLSearchParams(query)}`, { key: server.organiserKey })).body)

const texts = (found: { hits: { text: string }[] }) => found.hits.map(({ text }) => text)

const many = (word: string, count: number) => Array.from({ length: count }, (_, n) => `${word} ${n + 1}`)

function round(quotes: Record<string, unknown>[], more: Record<string, unknown> = {}) {
  return {
    source: 'Ambassadører',
    place: 'Legsted',
    heldOn: '2026-02-03',
    quotes: quotes.map((quote, n) => ({
      id: `q${n + 1}`,
      place: 'Legsted',
      heldOn: '2026-02-03',
      source: 'ambassadør',
      themes: [],
      ...quote,
    })),
    ...more,
  }
}

describe('search', () => {
  it('finds Nordic words whole, by their beginning and inside compounds, with every letter its own', async () => {
    const server = await startTestServer()
    const notes = [
      'Ungdomsboliger ved åen',
      'Aen er tør',
      'Grønne stier',
      'gronn',
      'Båt og bru',
      'Æbler',
      'bil',
    ]
    await hold(server, 'Legsted', { '': [...notes, 'automobil', 'A\u030Aen igen'] })
    expect(texts(await search(server, { q: 'BOLIG' }))).toEqual(['Ungdomsboliger ved åen'])
    expect(texts(await search(server, { q: 'åen' }))).toEqual(['Ungdomsboliger ved åen', 'Åen igen'])
    expect(texts(await search(server, { q: 'grø' }))).toEqual(['Grønne stier'])
    expect(texts(await search(server, { q: 'æble' }))).toEqual(['Æbler'])
    expect(texts(await search(server, { q: 'bil' }))).toEqual(['bil'])
    expect(texts(await search(server, { q: 'ved ungdom' }))).toEqual(['Ungdomsboliger ved åen'])
    expect(texts(await search(server, { q: '»bru båt«' }))).toEqual([])
    expect(texts(await search(server, { q: '”båt og”' }))).toEqual(['Båt og bru'])
    const [hit] = (await search(server, { q: 'bolig åen' })).hits
    expect(hit.marks.map(([from, to]: [number, number]) => hit.text.slice(from, to))).toEqual([
      'bolig',
      'åen',
    ])
    expect(hit).toMatchObject({
      place: 'Legsted',
      table: 1,
      round: 1,
      heldOn: expect.stringMatching(/^2026/),
    })
  })

  it('takes nothing that is typed for its own language', async () => {
    const server = await startTestServer()
    await hold(server, 'Legsted', { '': ['100 % "gratis" OR NOT *', 'NEAR(a b)'] })
    for (const q of ['"', '*', 'a*', 'OR NOT', 'NEAR(', '100 %', "'; DROP", '^a', 'text:a', '-a', 'ä" AND'])
      expect((await search(server, { q })).total, q).toBeTypeOf('number')
    expect((await search(server, { q: '"' })).total).toBe(0)
    expect(texts(await search(server, { q: 'OR NOT' }))).toEqual(['100 % "gratis" OR NOT *'])
  })

  it('never finds what is removed, hidden or changed, from the moment it is', async () => {
    const server = await startTestServer()
    const { id, keys, written } = await hold(server, 'Legsted', { '': ['Ring Eva', 'Ring Bo', 'Ring Ida'] })
    expect((await search(server, { q: 'ring' })).total).toBe(3)
    const [eva, bo, ida] = written
    await server.command(id, keys.facilitator, { type: 'hideNote', noteId: eva?.noteId ?? '', hidden: true })
    expect(texts(await search(server, { q: 'ring' }))).toEqual(['Ring Bo', 'Ring Ida'])
    await server.command(id, bo?.key ?? '', { type: 'removeNote', noteId: bo?.noteId ?? '' })
    await server.command(id, ida?.key ?? '', { type: 'editNote', noteId: ida?.noteId ?? '', text: 'Ringe' })
    expect(texts(await search(server, { q: 'ida' }))).toEqual([])
    expect(texts(await search(server, { q: 'ring' }))).toEqual(['Ringe'])
    await server.command(id, keys.facilitator, { type: 'hideNote', noteId: eva?.noteId ?? '', hidden: false })
    expect((await search(server, { q: 'ring' })).total).toBe(2)
    await server.command(id, written[0]?.key ?? '', { type: 'giveContact', email: 'ringmand@example.org' })
    expect((await search(server, { q: 'ringmand' })).total).toBe(0)
    expect((await search(server, { q: 'example' })).total).toBe(0)
  })

  it('is narrowed by place, theme, table, round, kind, day and programme, page by page', async () => {
    const server = await startTestServer()
    const legsted = await hold(server, 'Legsted', { Bus: many('bus', 30), '': ['bus uden tema'] })
    await hold(server, 'Gramby', { Bus: many('bus', 2) })
    const series = await makeSeries(server, [legsted.id])
    expect(await search(server, { q: 'bus' })).toMatchObject({ total: 33, pages: 2 })
    expect((await search(server, { q: 'bus', page: '2' })).hits).toHaveLength(8)
    expect((await search(server, { q: 'bus', series })).total).toBe(31)
    expect((await search(server, { q: 'bus', place: 'gramby' })).total).toBe(2)
    expect((await search(server, { q: 'bus', table: '1' })).total).toBe(17)
    expect((await search(server, { q: 'bus', round: '2' })).total).toBe(0)
    expect((await search(server, { q: 'bus', kind: 'interviews' })).total).toBe(0)
    expect((await search(server, { q: 'bus', theme: '' })).total).toBe(1)
    const { filters } = await search(server, { series })
    expect(filters).toMatchObject({ places: ['Legsted'], tables: [1, 2], rounds: [1] })
    expect((await search(server, { theme: filters.themes[0].key })).total).toBe(32)
    expect((await search(server, { to: '2026-01-01' })).total).toBe(0)
    expect((await search(server, { from: '2026-01-01' })).total).toBe(33)
    expect((await server.call('/api/search?series=none', { key: server.organiserKey })).status).toBe(404)
    expect((await server.call('/api/search?from=2026-02-30', { key: server.organiserKey })).status).toBe(400)
  })

  it('opens no workshop, and reads each again only when it has changed', async () => {
    const first = await startTestServer()
    const { id } = await hold(first, 'Legsted', { Bus: many('bus', 5) })
    await hold(first, 'Gramby', { Bus: many('bus', 5) })
    expect((await search(first, { q: 'bus' })).total).toBe(10)
    await first.close()
    const db = new DatabaseSync(join(first.dataDir, 'bordet.sqlite'))
    db.exec("UPDATE note_source SET stamp = 'old'")
    db.close()
    const server = await startTestServer({ dataDir: first.dataDir })
    expect((await search(server, { q: 'bus' })).total).toBe(10)
    expect((await server.call('/metrics')).body).toMatch(/^bordet_workshops_open 0$/m)
    const damaged = new DatabaseSync(join(first.dataDir, 'bordet.sqlite'))
    damaged.prepare("UPDATE workshop SET state = '{', first_state = '{' WHERE id = ?").run(id)
    damaged.exec("UPDATE note_source SET stamp = 'old'")
    damaged.close()
    expect(await search(server, { q: 'bus' })).toMatchObject({ total: 5, unreadable: [id] })
  })
})

describe('a programme', () => {
  it('guesses the themes of quotes from what is sorted in its workshops, and puts none anywhere by itself', async () => {
    const server = await startTestServer()
    const key = server.organiserKey
    const cafe = await hold(server, 'Gramby', {
      Havn: ['Havnebadet er dejligt', 'Lystbåde i havnen'],
      Bus: ['Bussen kører for sjældent', 'Natbus til Billund'],
    })
    const id = await makeSeries(server, [cafe.id])
    const url = `/api/series/${id}/interviews/i1`
    const quotes = [
      { text: 'Havnebadet om sommeren' },
      { text: 'xyz' },
      { text: 'En natbus', themes: ['Bus'] },
    ]
    await server.call(url, { key, method: 'PUT', body: round(quotes) })
    const { body } = await server.call(`${url}/guesses`, { key })
    const { guesses } = Object(body)
    expect(guesses['q1'][0]).toMatchObject({ theme: 'Havn', because: ['havnebadet'] })
    expect(Object.keys(guesses)).not.toContain('q2')
    expect(guesses['q3'] ?? []).not.toContainEqual(expect.objectContaining({ theme: 'Bus' }))
    expect(Object((await server.call(url, { key })).body).quotes[0].themes).toEqual([])
    expect((await server.call(`${url}/guesses`, { key: cafe.keys.facilitator })).status).toBe(401)
  })

  it('compares its places, counts interviews in, and has every note with its source in each file', async () => {
    const server = await startTestServer()
    const first = await hold(server, 'Legsted', {
      Gæster: many('gæst', 12),
      Bus: many('bus', 4),
      '': ['=1+1'],
    })
    const second = await hold(server, 'Gramby', {
      Gæster: many('gæst', 2),
      Bus: many('bus', 5),
      Skole: many('skole', 14),
    })
    const id = await makeSeries(server, [first.id, second.id], {
      texts: { 'place:legsted': 'Her er der gæster.' },
    })
    const key = server.organiserKey
    const put = (body: unknown) =>
      server.call(`/api/series/${id}/interviews/i1`, { key, method: 'PUT', body })
    const quotes = [
      { text: 'Vi lever af gæster', themes: ['Gæster'], source: 'kromand' },
      { text: 'Bussen | går\nikke', themes: ['Bus'] },
      { text: 'Uden tema' },
    ]
    expect((await put(round(quotes))).status).toBe(200)
    expect((await put(round(quotes))).body).toEqual({ id: 'i1', version: 1 })

    const { body } = await server.call(`/api/series/${id}`, { key })
    expect(body).toMatchObject({
      name: 'Byprofiler',
      places: [
        { name: 'Gramby', notes: 21, sorted: 21 },
        { name: 'Legsted', notes: 20, sorted: 18, days: ['2026-02-03', expect.any(String)] },
      ],
      sources: [{ kind: 'interviews', notes: 3, sorted: 2 }, { notes: expect.any(Number) }, {}],
    })
    const cells = (name: string) =>
      Object(body).themes.find((theme: { name: string }) => theme.name === name).places
    expect(cells('Gæster')).toMatchObject([
      { count: 2, special: null },
      { count: 13, sources: 3, special: 'sure' },
    ])
    expect(cells('Skole')).toMatchObject([{ count: 14, special: 'sure' }, { count: 0 }])

    const profiles = await server.call(`/api/series/${id}/profiles?place=legsted&place=Gramby`, { key })
    expect(profiles.body).toMatchObject({
      profiles: [
        { name: 'Legsted', text: 'Her er der gæster.', themes: [{ name: 'Gæster' }, { name: 'Bus' }] },
        {},
      ],
    })
    const trend = await server.call(`/api/series/${id}/trend?by=halfYear&place=Gramby`, { key })
    expect(trend.body).toMatchObject({ periods: [{ notes: 21 }] })

    const file = async (format: string) => {
      const answer = await fetch(`${server.url}/api/series/${id}/export?format=${format}`, {
        headers: { authorization: `Bearer ${key}` },
      })
      expect(answer.status).toBe(200)
      return Buffer.from(await answer.arrayBuffer())
    }
    const report = JSON.parse((await file('json')).toString())
    const all = [...first.written, ...second.written].map(({ text }) => text)
    expect(report.notes.map(({ text }: { text: string }) => text).sort()).toEqual(
      [...all, 'Vi lever af gæster', 'Bussen | går\nikke', 'Uden tema'].sort(),
    )
    const csv = (await file('csv')).toString()
    expect(csv).toContain(`"'=1+1"`)
    expect(csv).toContain('"kromand"')
    const html = (await file('html')).toString()
    expect(html).toContain('Legsted · 3. februar 2026 · Interview: kromand')
    for (const format of ['docx', 'odt', 'pdf', 'md', 'xlsx'])
      expect((await file(format)).length).toBeGreaterThan(1000)
  })

  it('takes an interview round back whole, and refuses a change to what somebody else has changed', async () => {
    const server = await startTestServer()
    const key = server.organiserKey
    const id = await makeSeries(server, [])
    const url = `/api/series/${id}/interviews/i1`
    await server.call(url, { key, method: 'PUT', body: round([{ text: 'Havnen' }, { text: 'Broen' }]) })
    expect((await search(server, { q: 'havnen' })).total).toBe(1)
    const themes = (version: number, name: string) =>
      server.call(`${url}/themes`, { key, method: 'PUT', body: { version, themes: { q1: [name] } } })
    expect((await themes(1, 'Havn')).body).toEqual({ id: 'i1', version: 2 })
    expect((await themes(1, 'Vand')).body).toMatchObject({ code: 'changedMeanwhile' })
    expect(await search(server, { series: id, theme: 'havn' })).toMatchObject({
      hits: [{ text: 'Havnen', themes: ['Havn'], table: null, kind: 'interviews' }],
    })
    expect((await server.call(url, { key })).body).toMatchObject({
      version: 2,
      quotes: [{ themes: ['Havn'] }, {}],
    })
    expect((await server.call(url, { key, method: 'DELETE' })).status).toBe(200)
    expect((await search(server, { q: 'havnen' })).total).toBe(0)
    const put = (version: number, name: string) =>
      server.call(`/api/series/${id}`, {
        key,
        method: 'PUT',
        body: { version, name, language: 'da', workshops: [] },
      })
    expect((await put(1, 'Ny')).body).toEqual({ id, version: 2 })
    expect((await put(1, 'Anden')).status).toBe(409)
    expect((await server.call(`/api/series/${id}`, { key, method: 'DELETE' })).status).toBe(200)
    expect((await server.call(`/api/series/${id}`, { key })).status).toBe(404)
  })

  it('gives a town’s own table in a workshop of several towns to that town', async () => {
    const server = await startTestServer()
    const { id, keys } = await hold(server, 'Billund', { '': ['ved bord et', 'ved bord to'] })
    await server.command(id, keys.facilitator, { type: 'setTown', table: 2, town: 'Gramby' })
    expect((await search(server, { q: 'bord' })).hits).toMatchObject([
      { place: 'Billund' },
      { place: 'Gramby' },
    ])
  })

  it('is the organiser’s alone', async () => {
    const server = await startTestServer()
    const { keys } = await hold(server, 'Legsted', {})
    const id = await makeSeries(server, [])
    for (const path of [
      '/api/search?q=a',
      '/api/series',
      `/api/series/${id}`,
      `/api/series/${id}/trend`,
      `/api/series/${id}/export?format=json`,
      `/api/series/${id}/interviews/x`,
    ])
      expect((await server.call(path, { key: keys.facilitator })).status, path).toBe(401)
  })
})
