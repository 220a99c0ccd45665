/** The attackers' side of the wire: opens their connections, counts what they send and how each connection ended. */
import { once } from 'node:events'
import { IncomingMessage } from 'node:http'
import { connect as connectTcp, type Socket } from 'node:net'
import { WebSocket } from 'ws'
import { seededRandom } from '../../packages/workshop/src/random.ts'
import type { Attacker, Field } from './attack.ts'
import { readBoard } from './readBoard.ts'

export interface AttackReport {
  sent: number
  /** How many connections ended how: a close code, or a word. */
  ends: Record<string, number>
  failed: string | null
}

export interface AttackField extends Field {
  report(): Omit<AttackReport, 'failed'>
  /** Cuts what is still open. */
  close(): void
}

/** Attackers share so many keys: a key is dear, a connection is not. */
const keys = 64

export async function openField(options: {
  port: number
  seed: number
  frames: number
  seeded: Uint8Array
}): Promise<AttackField> {
  const { port, seed } = options
  const ends = new Map<string, number>()
  const streams = new Set<Socket>()
  let sent = 0
  let connections = 0

  function ended(how: string): void {
    ends.set(how, (ends.get(how) ?? 0) + 1)
  }

  async function dial(): Promise<Socket> {
    const stream = connectTcp(port, '127.0.0.1')
    streams.add(stream)
    stream.on('error', () => stream.destroy())
    stream.on('close', () => streams.delete(stream))
    await once(stream, 'connect')
    return stream
  }

  const connect: Field['connect'] = async ({ room = 'room-0', key, query = '' } = {}) => {
    connections += 1
    const attacker = await openAttacker(`ws://127.0.0.1:${port}/sync/${room}${query}`, {
      key: key ?? `attacker-${seed}-${connections % keys}`,
      count: () => (sent += 1),
      ended,
    })
    streams.add(attacker.stream)
    attacker.stream.on('close', () => streams.delete(attacker.stream))
    return attacker
  }

  return {
    ...options,
    random: seededRandom(seed),
    board: await readBoard(port, 'room-0'),
    connect,
    dial,
    ended,
    count: (frames) => void (sent += frames),
    report: () => ({ sent, ends: Object.fromEntries(ends) }),
    close: () => streams.forEach((stream) => stream.destroy()),
  }
}

async function openAttacker(
  url: string,
  { key, count, ended }: { key: string; count: () => void; ended: (how: string) => void },
): Promise<Attacker> {
  const websocket = new WebSocket(url, ['bordet', `bearer.${key}`], { perMessageDeflate: false })
  const { promise: closed, resolve } = Promise.withResolvers<number>()
  let isCut = false
  websocket.on('error', () => {})
  websocket.on('close', (code) => {
    if (!isCut) ended(String(code))
    resolve(code)
  })
  const upgraded: Promise<unknown[]> = once(websocket, 'upgrade')
  await once(websocket, 'open')
  const stream = streamOf((await upgraded)[0])
  return {
    stream,
    closed,
    isOpen: () => websocket.readyState === WebSocket.OPEN,
    send(message) {
      count()
      websocket.send(message)
    },
    heard: () =>
      new Promise((resolve) => {
        if (websocket.readyState !== WebSocket.OPEN) return resolve()
        websocket.once('pong', () => resolve())
        void closed.then(() => resolve())
        websocket.ping()
      }),
    cut() {
      isCut = true
      websocket.terminate()
    },
  }
}

function streamOf(response: unknown): Socket {
  if (!(response instanceof IncomingMessage)) throw new Error('A websocket without a connection')
  return response.socket
}
