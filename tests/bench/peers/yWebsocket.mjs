/** @y/websocket-server as its own server.js runs it; with leveldb when PERSIST is set. */
import { createServer } from 'node:http'
import { WebSocketServer } from 'ws'

if (process.env.PERSIST) process.env.YPERSISTENCE = process.env.DATA_DIR
const { setupWSConnection } = await import('@y/websocket-server/utils')

const server = createServer((_request, response) => response.end('okay'))
const websockets = new WebSocketServer({ noServer: true })
websockets.on('connection', setupWSConnection)
server.on('upgrade', (request, stream, head) => {
  websockets.handleUpgrade(request, stream, head, (socket) => websockets.emit('connection', socket, request))
})
server.listen(Number(process.env.PORT), process.env.HOST)
