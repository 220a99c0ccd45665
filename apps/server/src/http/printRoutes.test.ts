/** The print pack over HTTP: who gets it, and under which name. What stands on it is tested in the print package. */
import { describe, expect, it } from 'vitest'
import { startTestServer } from '../testing/startTestServer.ts'

describe('the print pack', () => {
  it('comes as a PDF with a readable name for those who run the evening, and for nobody else', async () => {
    const server = await startTestServer()
    const { id, keys } = await server.create({ tables: 2, place: 'Lindåsa' })
    for (const what of ['', '?what=all', '?what=tableCards', '?what=routeCards', '?what=noteSheets']) {
      const file = await server.call(`/api/workshops/${id}/print${what}`, { key: keys.helper })
      expect(file.status, what).toBe(200)
      expect(file.headers.get('content-type')).toBe('application/pdf')
      const name = file.headers.get('content-disposition') ?? ''
      expect(decodeURIComponent(name)).toMatch(/filename\*=UTF-8''\S+ – Lindåsa – \d{4}-\d\d-\d\d\.pdf$/)
      expect(String(file.body).startsWith('%PDF-1.7')).toBe(true)
    }
    for (const key of [keys.screen, keys.tables[0]?.key ?? '']) {
      const refused = await server.call(`/api/workshops/${id}/print`, { key })
      expect(refused).toMatchObject({ status: 403, body: { code: 'notYourRole' } })
    }
    const unknown = await server.call(`/api/workshops/${id}/print?what=posters`, { key: keys.facilitator })
    expect(unknown.status).toBe(400)
  }, 60_000)

  it('[R8] fixes the routes of who is there when their cards are printed, and of nobody before', async () => {
    const server = await startTestServer()
    const { id, joinCode, keys } = await server.create({ tables: 3 })
    const versionNow = async () => (await server.view(id, keys.helper)).version
    const before = await versionNow()
    await server.call(`/api/workshops/${id}/print?what=routeCards`, { key: keys.helper })
    expect(await versionNow()).toBe(before)
    await server.join(joinCode)
    await server.call(`/api/workshops/${id}/print?what=tableCards`, { key: keys.helper })
    expect(await versionNow()).toBe(before + 1)
    await server.call(`/api/workshops/${id}/print?what=routeCards`, { key: keys.helper })
    expect(await versionNow()).toBe(before + 2)
  }, 60_000)
})
