/** @hocuspocus/server with its defaults and its SQLite extension; only the largest message is raised, for whole boards. */
import { join } from 'node:path'
import { SQLite } from '@hocuspocus/extension-sqlite'
import { Server } from '@hocuspocus/server'

// A connection that is reset rejects a promise that nobody holds, and would end the process. Whoever runs it in earnest
// has such a line, and the others get over it by themselves.
process.on('uncaughtException', (error) => {
  if (error.code !== 'ECONNRESET' && error.code !== 'EPIPE') throw error
})

const server = new Server({
  port: Number(process.env.PORT),
  address: process.env.HOST,
  quiet: true,
  stopOnSignals: false,
  extensions: [new SQLite({ database: join(process.env.DATA_DIR, 'documents.sqlite') })],
  websocketOptions: { maxPayload: 100 * 1024 * 1024 },
})
await server.listen()
