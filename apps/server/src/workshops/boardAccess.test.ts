/** The two planes together, with a stock y-websocket provider: what phones write stands on the boards, and who may look. */
import { once } from 'node:events'
import { readNotes, setNoteText } from '@bordet/board'
import { describe, expect, it, onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { startTestServer, type TestClient } from '../testing/startTestServer.ts'

function openBoard(server: TestClient, boardId: string, key: string) {
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(`${server.url.replace('http', 'ws')}/sync`, boardId, doc, {
    protocols: ['bordet', `bearer.${key}`],
    // The provider takes anything that behaves like a browser's WebSocket; ws does.
    WebSocketPolyfill: Object(WebSocket),
    disableBc: true,
  })
  onTestFinished(() => provider.destroy())
  const until = async (holds: () => boolean) => {
    while (!holds()) await new Promise((resolve) => doc.once('update', resolve))
  }
  const closed = new Promise<number>((resolve) => {
    provider.on('connection-close', (event) => resolve(event?.code ?? 0))
  })
  return { doc, provider, until, closed }
}

async function openRound(server: TestClient) {
  const workshop = await server.create()
  await server.command(workshop.id, workshop.keys.facilitator, { type: 'startPhase', phaseId: 'r1' })
  const person = await server.join(workshop.joinCode, { table: 1 })
  const [board = '', otherBoard = ''] = workshop.boards.tables
  const [table, otherTable] = workshop.keys.tables.map(({ key }) => key)
  return { ...workshop, person, board, otherBoard, table: table ?? '', otherTable: otherTable ?? '' }
}

describe('a board', () => {
  it('shows a phone’s note, and the phone what the table makes of it', async () => {
    const server = await startTestServer()
    const { id, person, board, table } = await openRound(server)
    const { doc, until } = openBoard(server, board, table)
    const { noteId = '' } = await server.command(id, person.key, {
      type: 'addNote',
      zone: 'works',
      text: 'Buss',
    })
    await until(() => readNotes(doc).length === 1)
    expect(readNotes(doc)).toMatchObject([{ id: noteId, text: 'Buss', by: 'participant', via: 'phone' }])
    expect(JSON.stringify(doc.toJSON())).not.toContain(person.personId)

    const watching = new WebSocket(`${server.url.replace('http', 'ws')}/api/workshops/${id}/events`, [
      'bordet',
      `bearer.${person.key}`,
    ])
    onTestFinished(() => watching.terminate())
    await once(watching, 'message')
    setNoteText(doc, noteId, 'Buss varje timme')
    const [message] = await once(watching, 'message')
    expect(JSON.parse(String(message))).toMatchObject({
      notes: { changed: [{ id: noteId, text: 'Buss varje timme' }] },
    })
  })

  it('closes the page that takes a zone away, and goes on for everybody else', async () => {
    const server = await startTestServer()
    const { id, person, board, table } = await openRound(server)
    const { doc, until, closed } = openBoard(server, board, table)
    await until(() => doc.getMap('zones').size > 0)
    doc.getMap('zones').clear()
    expect(await closed).toBe(4400)
    const { noteId } = await server.command(id, person.key, { type: 'addNote', zone: 'works', text: 'Buss' })
    expect(noteId).toBeDefined()
  })

  it('is closed to other tables, to phones of other tables, and to keys of other workshops', async () => {
    const server = await startTestServer()
    const { otherBoard, table, person } = await openRound(server)
    const elsewhere = await server.create()
    for (const key of [table, person.key, elsewhere.keys.facilitator, 'nothing']) {
      expect(await openBoard(server, otherBoard, key).closed).toBe(4401)
    }
  })

  it('is closed to a person who is removed or sits down elsewhere', async () => {
    const server = await startTestServer()
    const { id, keys, person, board, joinCode, boards } = await openRound(server)
    const other = await server.join(joinCode, { table: 1 })
    const [mine, theirs, hall] = [
      openBoard(server, board, person.key),
      openBoard(server, board, other.key),
      openBoard(server, boards.hall, other.key),
    ]
    await Promise.all([mine, theirs, hall].map(({ doc, until }) => until(() => doc.getMap('zones').size > 0)))
    await server.command(id, other.key, { type: 'sitElsewhere', table: 2 })
    expect(await theirs.closed).toBe(4401)
    await server.command(id, keys.helper, { type: 'removePerson', personId: person.personId })
    expect(await mine.closed).toBe(4401)
    expect(hall.provider.wsconnected).toBe(true)
  })

  it('and everything else is let go when the server stops', async () => {
    const server = await startTestServer()
    const { id, board, table, keys } = await openRound(server)
    const { doc, until, closed } = openBoard(server, board, table)
    await until(() => doc.getMap('zones').size > 0)
    const events = await fetch(`${server.url}/api/workshops/${id}/events`, {
      headers: { authorization: `Bearer ${keys.screen}` },
    })
    const socket = new WebSocket(`${server.url.replace('http', 'ws')}/api/workshops/${id}/events`, [
      'bordet',
      `bearer.${keys.facilitator}`,
    ])
    await once(socket, 'message')
    const startedAt = performance.now()
    await server.close()
    expect(performance.now() - startedAt).toBeLessThan(3000)
    expect(await closed).toBe(1001)
    expect(await events.text()).toContain('snapshot')
  })
})
