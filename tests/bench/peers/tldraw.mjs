/** tldraw's sync server: a TLSocketRoom for each room over `ws`, the default schema, one SQLite file for each room. */
import { createServer } from 'node:http'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { NodeSqliteWrapper, SQLiteSyncStorage, TLSocketRoom } from '@tldraw/sync-core'
import { createTLSchema } from '@tldraw/tlschema'
import { WebSocketServer } from 'ws'

const schema = createTLSchema()
const rooms = new Map()
let lastSession = 0

function openRoom(name) {
  const database = new DatabaseSync(join(process.env.DATA_DIR, `${encodeURIComponent(name)}.sqlite`))
  // As for ours: without it each change is several writes to the disk.
  database.exec('PRAGMA journal_mode = WAL')
  return new TLSocketRoom({
    schema,
    storage: new SQLiteSyncStorage({ sql: new NodeSqliteWrapper(database) }),
  })
}

const server = createServer((_request, response) => response.end(JSON.stringify(schema.serialize())))
const websockets = new WebSocketServer({ server, perMessageDeflate: false })
websockets.on('connection', (socket, { url: name }) => {
  const room = rooms.get(name) ?? openRoom(name)
  rooms.set(name, room)
  lastSession += 1
  room.handleSocketConnect({ sessionId: String(lastSession), socket })
})
server.listen(Number(process.env.PORT), process.env.HOST)
