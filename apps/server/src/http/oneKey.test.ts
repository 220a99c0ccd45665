/** What one key, in the wrong hands or in a page gone wild, can cost the others. */
import { once } from 'node:events'
import { describe, expect, it, onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { startTestServer, type TestClient } from '../testing/startTestServer.ts'

async function openRound(server: TestClient) {
  const workshop = await server.create()
  const { facilitator } = workshop.keys
  await server.command(workshop.id, facilitator, { type: 'startPhase', phaseId: 'r1' })
  const person = await server.join(workshop.joinCode, { name: 'Karin', table: 2 })
  return { ...workshop, facilitator, person }
}

describe('one key', () => {
  it('cannot ask for the state without end, and its commands are not braked by that', async () => {
    const server = await startTestServer()
    const { id, person, facilitator } = await openRound(server)
    const ask = (key: string) => server.call(`/api/workshops/${id}/state`, { key })
    const answers = await Promise.all(Array.from({ length: 200 }, () => ask(person.key)))
    expect(answers.some(({ status }) => status === 429)).toBe(true)
    expect((await ask(facilitator)).status).toBe(200)
    expect((await server.ask(id, person.key, { type: 'askHelp' })).status).toBe(200)
  })

  it('keeps its latest eight event streams, and costs no other key one', async () => {
    const server = await startTestServer()
    const { id, person, joinCode } = await openRound(server)
    const other = await server.join(joinCode)
    const follow = async (key: string) => {
      const address = `${server.url.replace('http', 'ws')}/api/workshops/${id}/events`
      const socket = new WebSocket(address, ['bordet', `bearer.${key}`])
      onTestFinished(() => socket.terminate())
      await once(socket, 'message')
      return socket
    }
    const others = await follow(other.key)
    const oldest = await follow(person.key)
    const closed = once(oldest, 'close')
    const later = []
    for (let n = 0; n < 8; n += 1) later.push(await follow(person.key))
    expect((await closed)[0]).toBe(4429)
    for (const socket of [others, ...later]) expect(socket.readyState).toBe(WebSocket.OPEN)
    expect((await server.call('/metrics')).body).toMatch(/^bordet_followers\{role="participant"\} 9$/m)
  })
})
