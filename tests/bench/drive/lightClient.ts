/**
 * A websocket client that costs far less than `ws` with a Y.Doc: a bare TCP socket, one read buffer for all clients of
 * the process, and nothing decoded but what kind of message it is.
 */
import { randomBytes } from 'node:crypto'
import { connect } from 'node:net'
import { nowMicros } from './machineClock.ts'
import type { Incoming, Outgoing, Protocol, Start } from './protocols/protocol.ts'
import { createFrameParser, encodeClientFrame, opcodes } from './websocketFrames.ts'

export interface LightClient {
  /** Rejects when the connection ends before the first answer is complete. */
  synced: Promise<Synced>
  isOpen(): boolean
  /** Returns which document message of this connection it was, from 1; 0 for one that is none. */
  send(outgoing: Outgoing): number
  close(): void
}

export interface Synced {
  /** From the attempt to connect. */
  micros: number
  /** Of all that came up to then, as messages. */
  stateBytes: number
}

export interface Traffic {
  bytesIn: number
  framesIn: number
  bytesOut: number
}

export interface LightClientOptions extends Start {
  /** ws://host:port/path */
  url: string
  /** Websocket subprotocols offered. */
  offers: readonly string[]
  protocol: Protocol
  /** Counted after the upgrade, over all clients who share it. */
  traffic: Traffic
  onMessage: (incoming: Incoming) => void
}

const readBuffer = Buffer.allocUnsafe(512 * 1024)
const headEnd = '\r\n\r\n'

export function openLightClient(options: LightClientOptions): LightClient {
  const { protocol, traffic, onMessage } = options
  const startedMicros = nowMicros()
  const url = new URL(options.url)
  const parser = createFrameParser(takeFrame)
  const outcome = Promise.withResolvers<Synced>()
  let head: Buffer | null = Buffer.alloc(0)
  let isOpen = true
  let isSynced = false
  let stateBytes = 0
  let documents = 0

  const socket = connect({
    host: url.hostname,
    port: Number(url.port),
    noDelay: true,
    onread: {
      buffer: readBuffer,
      callback(length) {
        read(readBuffer.subarray(0, length))
        return true
      },
    },
  })
  socket.on('error', end)
  socket.on('close', () => end(new Error('The connection was closed')))
  socket.write(upgradeRequest(url, options.offers))

  function end(error: Error): void {
    isOpen = false
    outcome.reject(error)
  }

  function read(bytes: Buffer): void {
    if (head === null) {
      traffic.bytesIn += bytes.length
      parser.push(bytes)
      return
    }
    head = Buffer.concat([head, bytes])
    const bodyAt = head.indexOf(headEnd)
    if (bodyAt === -1) return
    const status = head.toString('latin1', 0, head.indexOf('\r\n'))
    if (!status.startsWith('HTTP/1.1 101')) {
      socket.destroy(new Error(`The upgrade was refused: ${status}`))
      return
    }
    const rest = head.subarray(bodyAt + headEnd.length)
    head = null
    for (const message of protocol.opening(options)) send(message)
    if (rest.length > 0) read(rest)
  }

  function takeFrame(opcode: number, payload: Buffer): void {
    traffic.framesIn += 1
    if (opcode === opcodes.ping) write(encodeClientFrame(payload, opcodes.pong))
    if (opcode === opcodes.close) {
      const code = payload.length < 2 ? 1005 : payload.readUInt16BE(0)
      socket.destroy(new Error(`Closed by the server: ${code} ${payload.toString('utf8', 2)}`))
    }
    if (opcode < opcodes.close) take(protocol.decode(payload))
  }

  function take(incoming: Incoming): void {
    for (const answer of protocol.reply(incoming, options)) send(answer)
    onMessage(incoming)
    if (isSynced || !('body' in incoming)) return
    if (incoming.kind !== 'presence') stateBytes += incoming.body.length
    if (incoming.kind !== 'synced') return
    isSynced = true
    outcome.resolve({ micros: nowMicros() - startedMicros, stateBytes })
  }

  function write(frame: Buffer): void {
    if (!isOpen) return
    traffic.bytesOut += frame.length
    socket.write(frame)
  }

  function send({ bytes, isDocument }: Outgoing): number {
    write(encodeClientFrame(bytes, protocol.opcode))
    if (!isDocument) return 0
    documents += 1
    return documents
  }

  return {
    synced: outcome.promise,
    isOpen: () => isOpen,
    send,
    close() {
      isOpen = false
      socket.destroy()
    },
  }
}

function upgradeRequest(url: URL, offers: readonly string[]): string {
  return [
    `GET ${url.pathname}${url.search} HTTP/1.1`,
    `Host: ${url.host}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
    ...(offers.length > 0 ? [`Sec-WebSocket-Protocol: ${offers.join(', ')}`] : []),
    headEnd.slice(2),
  ].join('\r\n')
}
