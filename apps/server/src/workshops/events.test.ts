/** The event stream over real sockets: a snapshot and its changes add up to the state, for every role and transport. */
import { once } from 'node:events'
import { applyChange, type Change, type Snapshot, type View } from '@bordet/workshop'
import { describe, expect, it, onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { startTestServer, type TestClient } from '../testing/startTestServer.ts'

type Message = Snapshot | Change | { type: 'beat' }

/** Follows over a websocket; `until` resolves once the view that adds up meets the condition. */
async function follow(
  server: TestClient,
  workshopId: string,
  key: string,
  headers: Record<string, string> = {},
) {
  const address = `${server.url.replace('http', 'ws')}/api/workshops/${workshopId}/events`
  const socket = new WebSocket(address, ['bordet', `bearer.${key}`], { headers })
  onTestFinished(() => socket.terminate())
  let view: View | undefined
  const messages: Message[] = []
  socket.on('message', (data) => {
    const message: Message = JSON.parse(String(data))
    messages.push(message)
    view = addUp(view, message)
  })
  const closed = once(socket, 'close').then(([code]) => Number(code))
  const until = async (holds: (view: View) => boolean): Promise<View> => {
    for (;;) {
      if (view && holds(view)) return view
      await Promise.race([once(socket, 'message'), closed])
      if (socket.readyState !== socket.OPEN) throw new Error('the events ended')
    }
  }
  return { socket, messages, until, closed }
}

function addUp(view: View | undefined, message: Message): View | undefined {
  if (message.type === 'snapshot') return message.view
  return message.type === 'change' && view ? applyChange(view, message) : view
}

const timeless = ({ serverTime: _serverTime, ...view }: View) => view

async function openRound(server: TestClient) {
  const workshop = await server.create()
  await server.command(workshop.id, workshop.keys.facilitator, { type: 'startPhase', phaseId: 'r1' })
  const person = await server.join(workshop.joinCode, { table: 2 })
  return { id: workshop.id, keys: workshop.keys, joinCode: workshop.joinCode, person }
}

describe('events', () => {
  it('add up to the state for every role while people write, move and leave', async () => {
    const server = await startTestServer()
    const { id, keys, person, joinCode } = await openRound(server)
    const everybody = [
      keys.facilitator,
      keys.helper,
      keys.screen,
      keys.tables[1]?.key ?? '',
      person.key,
      server.organiserKey,
    ]
    const followers = await Promise.all(everybody.map((key) => follow(server, id, key)))
    const other = await server.join(joinCode, { table: 1 })
    for (let n = 0; n < 5; n += 1) {
      await server.command(id, person.key, { type: 'addNote', zone: 'works', text: `Tanke ${n}` })
      await server.command(id, other.key, { type: 'addNote', zone: 'missing', text: `Annan ${n}` })
    }
    const { noteId = '' } = await server.command(id, person.key, {
      type: 'addNote',
      zone: 'works',
      text: 'fel',
    })
    await server.command(id, person.key, { type: 'removeNote', noteId })
    await server.command(id, other.key, { type: 'sitElsewhere', table: 2 })
    await server.command(id, keys.facilitator, { type: 'broadcast', text: 'Fem minuter kvar' })
    const { version } = await server.command(id, keys.facilitator, { type: 'startPhase' })
    for (const [index, follower] of followers.entries()) {
      const view = await follower.until((view) => view.version === version)
      expect(timeless(view)).toEqual(timeless(await server.view(id, everybody[index] ?? '')))
      expect(follower.messages.filter(({ type }) => type === 'snapshot')).toHaveLength(1)
    }
  })

  it('carry a vote that goes on without the words one can vote for, and add up through reveal, end and undo', async () => {
    const server = await startTestServer()
    const { id, keys, joinCode, person } = await openRound(server)
    const lead = keys.facilitator
    const idea = { type: 'addNoteFor', table: 0, zone: 'wall', text: 'Mötesplatsen' } as const
    const { noteId = '' } = await server.command(id, lead, idea)
    await server.command(id, lead, { type: 'startPhase', phaseId: 'dots' })
    const everybody = [person.key, keys.screen, lead]
    const followers = await Promise.all(everybody.map((key) => follow(server, id, key)))
    await Promise.all(followers.map(({ until }) => until(() => true)))
    const other = await server.join(joinCode, { table: 1 })
    for (const { key } of [person, other])
      await server.command(id, key, { type: 'castVotes', votes: { [noteId]: 2 } })
    const addUpAt = async (version: number) => {
      for (const [index, follower] of followers.entries()) {
        const view = await follower.until((view) => view.version === version)
        expect(timeless(view)).toEqual(timeless(await server.view(id, everybody[index] ?? '')))
      }
    }
    await addUpAt((await server.command(id, lead, { type: 'broadcast', text: 'Fem minuter kvar' })).version)
    for (const { messages } of followers)
      expect(JSON.stringify(messages.slice(1))).not.toContain('Mötesplatsen')
    for (const type of ['reveal', 'startPhase', 'undoPhase', 'undoPhase'] as const)
      await addUpAt((await server.command(id, lead, { type })).version)
  })

  it('tell a table about a note at once when it is quiet, with the note and little else', async () => {
    const server = await startTestServer()
    const { id, keys, person } = await openRound(server)
    const table = await follow(server, id, keys.tables[1]?.key ?? '')
    await table.until(() => true)
    await server.command(id, person.key, { type: 'addNote', zone: 'works', text: 'Nytt' })
    await table.until((view) => view.notes.some(({ text }) => text === 'Nytt'))
    const change = table.messages.at(-1)
    expect(change).toMatchObject({ type: 'change', notes: { changed: [{ text: 'Nytt' }], removed: [] } })
    expect(JSON.stringify(change)).not.toContain('agenda')
  })

  it('close with 4401 for a person who is removed, and for a key that opens nothing', async () => {
    const server = await startTestServer()
    const { id, keys, person } = await openRound(server)
    const mine = await follow(server, id, person.key)
    await mine.until(() => true)
    await server.command(id, keys.facilitator, { type: 'removePerson', personId: person.personId })
    expect(await mine.closed).toBe(4401)
    expect(await (await follow(server, id, 'nothing')).closed).toBe(4401)
    expect(await (await follow(server, 'nowhere', server.organiserKey)).closed).toBe(4401)
  })

  it('refuse the upgrade to pages of other sites, not to the server’s own', async () => {
    const server = await startTestServer({ publicUrl: 'https://bordet.example.org' })
    const { id, keys } = await openRound(server)
    for (const origin of ['https://bordet.example.org', server.url]) {
      const follower = await follow(server, id, keys.screen, { origin })
      expect((await follower.until(() => true)).me.role).toBe('screen')
    }
    const socket = new WebSocket(
      `${server.url.replace('http', 'ws')}/api/workshops/${id}/events`,
      ['bordet'],
      {
        headers: { origin: 'https://elsewhere.example' },
      },
    )
    const [error] = await once(socket, 'error')
    expect(String(error)).toContain('403')
  })

  it('travel as server-sent events with the version as id, and stop for a person who is removed', async () => {
    const server = await startTestServer()
    const { id, keys, person } = await openRound(server)
    const response = await fetch(`${server.url}/api/workshops/${id}/events`, {
      headers: { authorization: `Bearer ${person.key}`, accept: 'text/event-stream', 'last-event-id': '1' },
    })
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    let view: View | undefined
    let text = ''
    let wrote = false
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      text += chunk
      const blocks = text.split('\n\n')
      text = blocks.pop() ?? ''
      for (const block of blocks) {
        const [, version, json] = /^id: (\d+)\ndata: (.*)$/.exec(block) ?? []
        if (json === undefined) continue
        view = addUp(view, JSON.parse(json))
        expect(view?.version).toBe(Number(version))
      }
      if (view && !wrote) {
        wrote = true
        await server.command(id, person.key, { type: 'addNote', zone: 'works', text: 'Hej' })
      } else if (view?.notes.length === 1) {
        await server.command(id, keys.facilitator, { type: 'removePerson', personId: person.personId })
      }
    }
    expect(view?.notes).toMatchObject([{ text: 'Hej', mine: true }])
  })
})
