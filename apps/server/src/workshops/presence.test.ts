/** Colleagues and unsent words, over real HTTP. */
import { describe, expect, it } from 'vitest'
import { startTestServer } from '../testing/startTestServer.ts'
import { createPresence } from './presence.ts'

const page = { pageId: crypto.randomUUID(), role: 'facilitator' as const, name: 'Kerstin', table: null }

describe('presence', () => {
  it('forgets a page that has said nothing for 40 seconds', () => {
    let now = 0
    let changes = 0
    const presence = createPresence(
      () => now,
      () => (changes += 1),
    )
    presence.crewIsHere(page)
    presence.crewIsHere(page)
    expect(changes).toBe(1)
    now = 41_000
    expect(presence.now().crew).toEqual([])
  })

  it('shows a table how many of its phones hold words, until they have sent or left', async () => {
    const server = await startTestServer()
    const { id, keys, joinCode } = await server.create()
    await server.command(id, keys.facilitator, { type: 'startPhase', phaseId: 'r1' })
    const person = await server.join(joinCode, { table: 2 })
    const other = await server.join(joinCode, { table: 2 })
    const tell = (key: string, body: object) =>
      server.call(`/api/workshops/${id}/presence`, { key, body }).then(({ status }) => status)
    const waiting = async () => (await server.view(id, keys.facilitator)).tables[1]?.waitingPhones
    expect(await tell(person.key, { unsent: 3 })).toBe(204)
    expect(await tell(other.key, { unsent: 1 })).toBe(204)
    expect(await waiting()).toBe(2)
    await tell(person.key, { unsent: 0 })
    expect(await waiting()).toBe(1)
    await server.command(id, keys.facilitator, { type: 'removePerson', personId: other.personId })
    expect(await waiting()).toBe(0)
    expect(await tell(keys.facilitator, { unsent: 1 })).toBe(403)
    expect(await tell(person.key, page)).toBe(403)
    expect(await tell('nobody', { unsent: 1 })).toBe(401)
  })

  it('shows the crew who is here and where, and who claimed a call for help', async () => {
    const server = await startTestServer()
    const { id, keys, joinCode } = await server.create()
    await server.command(id, keys.facilitator, { type: 'startPhase', phaseId: 'r1' })
    const person = await server.join(joinCode, { table: 3 })
    await server.command(id, person.key, { type: 'askHelp' })
    const body = { pageId: page.pageId, name: 'Anders', table: 3, doing: 'report' as const }
    await server.call(`/api/workshops/${id}/presence`, { key: keys.helper, body })
    const claimed = await fetch(`${server.url}/api/workshops/${id}/commands`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${keys.helper}`,
        'content-type': 'application/json',
        'bordet-name': encodeURIComponent('Åsa'),
      },
      body: JSON.stringify({ opId: crypto.randomUUID(), type: 'claimHelp', table: 3 }),
    })
    expect(claimed.status).toBe(200)
    const view = await server.view(id, keys.facilitator)
    expect(view.crew).toEqual([{ ...body, role: 'helper' }])
    expect(view.tables[2]?.helpBy).toBe('Åsa')
    expect((await server.view(id, person.key)).crew).toBeNull()
    await server.call(`/api/workshops/${id}/presence`, { key: keys.helper, body: { ...body, leaving: true } })
    expect((await server.view(id, keys.facilitator)).crew).toEqual([])
  })
})
