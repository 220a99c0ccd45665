/** Stock y-websocket clients over a real server and a real file: what any program may rely on. */
import { mkdtempDisposableSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, it } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { openStockPage, openSyncServer, until, type StockPage } from './testing/openSyncServer.ts'

const noteId = '8a1f0c52-7d3e-4b6a-9c21-5e4f3a2b1c0d'

function openFolder() {
  const folder = mkdtempDisposableSync(join(tmpdir(), 'bordet-sync-'))
  return { file: join(folder.path, 'bordet.sqlite'), [Symbol.dispose]: () => folder.remove() }
}

it('lets two stock clients write on one board and see each other', async () => {
  using folder = openFolder()
  await using server = await openSyncServer(folder.file)
  using one = openStockPage(server.port, 'key-1')
  using two = openStockPage(server.port, 'key-2')
  await Promise.all([one, two].map((page) => until(page, () => page.provider.synced)))
  expect(one.doc.getMap('meta').get('layout')).toBe(1)

  const text = new Y.Text('Fler ')
  one.doc.getMap('notes').set(noteId, new Y.Map([['text', text]]))
  await until(two, () => two.doc.getMap('notes').has(noteId))
  for (let i = 0; i < 20; i++) {
    text.insert(text.length, 'a')
    two.doc.getMap('shapes').set(`s${i}`, { i })
  }
  await until(one, () => one.doc.getMap('shapes').size === 20)
  await until(
    two,
    () => JSON.stringify(two.doc).length > 0 && two.doc.getMap('notes').get(noteId) !== undefined,
  )
  await until(two, () => JSON.stringify(two.doc.getMap('notes')) === JSON.stringify(one.doc.getMap('notes')))

  one.provider.awareness.setLocalState({ name: 'Bord 1' })
  await until(two, () => two.provider.awareness.getStates().get(one.doc.clientID)?.['name'] === 'Bord 1')
})

it('keeps everything over a restart, and takes in what was written meanwhile', async () => {
  using folder = openFolder()
  const first = await openSyncServer(folder.file)
  using page = openStockPage(first.port, 'key-1')
  await until(page, () => page.provider.synced)
  page.doc.getMap('shapes').set('before', 1)
  page.doc.getMap('shapes').set('before', 2)
  using witness = openStockPage(first.port, 'key-2')
  await until(witness, () => witness.doc.getMap('shapes').get('before') === 2)
  await first.stop()
  await until(page, () => !page.provider.wsconnected)
  page.doc.getMap('shapes').set('offline', 1)
  page.doc.getMap('shapes').delete('before')

  await using second = await openSyncServer(folder.file, { port: first.port })
  await until(page, () => page.provider.synced)
  using newcomer = openStockPage(second.port, 'key-3')
  await until(newcomer, () => newcomer.doc.getMap('shapes').get('offline') === 1)
  expect(newcomer.doc.getMap('shapes').has('before')).toBe(false)
  await until(witness, () => witness.doc.getMap('shapes').get('offline') === 1)
})

it('tells a page how many of its words are on the disk, over a restart too', async () => {
  using folder = openFolder()
  const first = await openSyncServer(folder.file)
  using page = openStockPage(first.port, 'key-1')
  const saved = countSaved(page)
  await until(page, () => page.provider.synced)
  page.doc.getMap('shapes').set('s', 1)
  await saved.all()
  page.doc.getMap('shapes').delete('s')
  await saved.all()
  await first.stop()
  await until(page, () => !page.provider.wsconnected)
  page.doc.getMap('shapes').set('offline', 1)
  await using second = await openSyncServer(folder.file, { port: first.port })
  await until(page, () => page.provider.synced)
  await saved.all()
  expect((await second.rooms.open('b1')).doc.getMap('shapes').get('offline')).toBe(1)
})

/** As a page knows it: the document messages of this connection, and how many of them message 4 calls durable. */
function countSaved({ provider }: StockPage) {
  let sent = 0
  let durable = 0
  let wake = () => {}
  provider.messageHandlers[4] = (_encoder, decoder) => {
    // A count below 128 is one byte.
    durable = decoder.arr[decoder.pos] ?? 0
    expect(durable).toBeLessThanOrEqual(sent)
    wake()
  }
  provider.on('status', ({ status }) => {
    const { ws } = provider
    if (status !== 'connected' || !ws) return
    sent = durable = 0
    const send = ws.send.bind(ws)
    ws.send = (data) => {
      const isDocument = data instanceof Uint8Array && data[0] === 0 && data[1] !== 0
      if (isDocument) sent += 1
      send(data)
    }
  })
  return {
    all: () =>
      new Promise<void>((resolve) => {
        wake = () => sent > 0 && durable === sent && resolve()
        wake()
      }),
  }
}

it('closes with the code of the contract, so that a browser can read it', async () => {
  using folder = openFolder()
  await using server = await openSyncServer(folder.file)
  for (const [key, code] of [
    ['wrong', 4401],
    ['closed', 4409],
  ] as const) {
    using page = openStockPage(server.port, key)
    expect(await closeCodeOf(page.provider)).toBe(code)
  }
  using reader = openStockPage(server.port, 'reader')
  await until(reader, () => reader.provider.synced)
  reader.doc.getMap('shapes').set('s', 1)
  expect(await closeCodeOf(reader.provider)).toBe(4403)
})

function closeCodeOf(provider: ReturnType<typeof openStockPage>['provider']): Promise<number> {
  return new Promise((resolve) => provider.once('closed', ({ code }: { code: number }) => resolve(code)))
}

it('takes a key from the header of programs, and answers with the subprotocol only when it was offered', async () => {
  using folder = openFolder()
  await using server = await openSyncServer(folder.file)
  const url = `ws://127.0.0.1:${server.port}/sync/b1`
  const program = new WebSocket(url, { headers: { authorization: 'Bearer key-1' } })
  await new Promise((resolve) => program.once('message', resolve))
  expect(program.protocol).toBe('')
  program.close()
  const page = new WebSocket(url, ['bordet', 'bearer.key-1'])
  await new Promise((resolve) => page.once('message', resolve))
  expect(page.protocol).toBe('bordet')
  page.close()
})

it('refuses another site’s page and boards that cannot exist before the upgrade', async () => {
  using folder = openFolder()
  await using server = await openSyncServer(folder.file)
  const statusOf = (path: string, origin?: string) =>
    new Promise((resolve) => {
      const socket = new WebSocket(`ws://127.0.0.1:${server.port}${path}`, { ...(origin && { origin }) })
      socket.on('unexpected-response', (_request, response) =>
        resolve([response.statusCode, response.headers['content-type']]),
      )
      socket.on('error', () => {})
    })
  expect(await statusOf('/sync/b1', 'http://elsewhere.example')).toEqual([403, 'application/problem+json'])
  expect(await statusOf('/sync/..%2fb1')).toEqual([404, 'application/problem+json'])
})

it('says 4401 for a board that does not exist, as for a key that does not fit', async () => {
  using folder = openFolder()
  await using server = await openSyncServer(folder.file)
  const socket = new WebSocket(`ws://127.0.0.1:${server.port}/sync/other`, ['bordet', 'bearer.key-1'])
  expect(await new Promise((resolve) => socket.once('close', resolve))).toBe(4401)
})

it('says 4410 for a board that cannot be read any more', async () => {
  using folder = openFolder()
  const server = await openSyncServer(folder.file)
  await server.stop()
  const db = new DatabaseSync(folder.file)
  db.exec('UPDATE board_snapshot SET state = zeroblob(length(state))')
  db.close()
  await using again = await openSyncServer(folder.file)
  using page = openStockPage(again.port, 'key-1')
  expect(await closeCodeOf(page.provider)).toBe(4410)
})

it('asks again what a key opens once the board is loaded', async () => {
  using folder = openFolder()
  let isRevoked = false
  await using server = await openSyncServer(folder.file, {
    async authorise(key) {
      if (isRevoked || key === null) return 4401
      isRevoked = true
      return { mayRead: true, mayWrite: () => true, by: key }
    },
  })
  using page = openStockPage(server.port, 'key-1')
  expect(await closeCodeOf(page.provider)).toBe(4401)
  expect(page.provider.synced).toBe(false)
})

it('lets the oldest of very many connections with one key give way, and nobody else’s', async () => {
  using folder = openFolder()
  await using server = await openSyncServer(folder.file)
  const open = async (key: string) => {
    const socket = new WebSocket(`ws://127.0.0.1:${server.port}/sync/b1`, ['bordet', `bearer.${key}`])
    await new Promise((resolve) => socket.once('message', resolve))
    return socket
  }
  const other = await open('key-2')
  const oldest = await open('key-1')
  const closed = new Promise((resolve) => oldest.once('close', resolve))
  const later = []
  for (let n = 0; n < 16; n += 1) later.push(await open('key-1'))
  expect(await closed).toBe(4429)
  for (const socket of [other, ...later]) expect(socket.readyState).toBe(WebSocket.OPEN)
})

it('drops a connection that does not answer pings', async () => {
  using folder = openFolder()
  await using server = await openSyncServer(folder.file, { heartbeatMs: 30 })
  const socket = new WebSocket(`ws://127.0.0.1:${server.port}/sync/b1`, ['bordet', 'bearer.key-1'], {
    autoPong: false,
  })
  expect(await new Promise((resolve) => socket.once('close', resolve))).toBe(1006)
})

it('closes a connection that sends text', async () => {
  using folder = openFolder()
  await using server = await openSyncServer(folder.file)
  const socket = new WebSocket(`ws://127.0.0.1:${server.port}/sync/b1`, ['bordet', 'bearer.key-1'])
  socket.on('open', () => socket.send('hej'))
  expect(await new Promise((resolve) => socket.once('close', resolve))).toBe(4400)
})
