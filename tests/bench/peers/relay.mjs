/**
 * The floor to measure against: a plain `ws` relay that understands nothing. It hands every message to the others in
 * the room; of what it was told it keeps the largest update, and gives that to whoever asks for the state.
 */
import { createServer } from 'node:http'
import { WebSocketServer } from 'ws'

const emptyStep2 = Buffer.of(0, 1, 2, 0, 0)
/** What a single note or cursor never reaches, and any whole board does. */
const boardBytes = 10_000

const rooms = new Map()
const server = createServer()
const websockets = new WebSocketServer({ server, perMessageDeflate: false })

websockets.on('connection', (socket, { url: name }) => {
  const room = rooms.get(name) ?? { members: new Set(), state: emptyStep2 }
  rooms.set(name, room)
  room.members.add(socket)
  socket.on('message', (message) => {
    const isSync = message[0] === 0
    if (isSync && message[1] === 0) {
      socket.send(room.state)
      return
    }
    if (isSync && message[1] === 1) return
    if (isSync && message.length > boardBytes && message.length > room.state.length) {
      room.state = Buffer.from(message)
      room.state[1] = 1
    }
    for (const member of room.members) if (member !== socket) member.send(message)
  })
  socket.on('close', () => room.members.delete(socket))
})

server.listen(Number(process.env.PORT), process.env.HOST)
