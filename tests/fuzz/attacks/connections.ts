/** Connections that never become any, and frames that are no websocket frames. */
import { once } from 'node:events'
import type { Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import type { Attack, Attacker, Field } from '../attack.ts'
import { closedWithin, sideBySide } from '../sendEach.ts'
import { clientFrame } from '../wire.ts'

const heldMs = 700

/** So many bare connections, held open for a while. */
const held = (name: string, begin: (stream: Socket) => void): Attack => ({
  name,
  weight: 2,
  most: 500,
  async run(field) {
    const streams: Socket[] = []
    for (let i = 0; i < field.frames; i++) {
      const stream = await field.dial()
      begin(stream)
      streams.push(stream)
      field.count(1)
    }
    await wait(heldMs)
  },
})

/** Each on a websocket of its own, which the server has to end. */
const wrongFrames = (
  name: string,
  closedWith: readonly number[],
  write: (attacker: Attacker) => void,
): Attack => ({
  name,
  closedWith,
  most: 200,
  run: (field) =>
    sideBySide(8, field.frames, async () => {
      const attacker = await field.connect()
      write(attacker)
      field.count(1)
      await closedWithin(field, attacker)
    }),
})

const hello = Buffer.from('hej')
const handshake = (field: Field, path: string) =>
  `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${field.port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
  'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n'

export const connections: readonly Attack[] = [
  held('connections that say nothing', () => {}),
  held('upgrades that are never finished', (stream) =>
    stream.write('GET /sync/room-0 HTTP/1.1\r\nHost: x\r\nUpg'),
  ),
  held('headers that never end', (stream) => {
    stream.write('GET /sync/room-0 HTTP/1.1\r\n')
    for (let i = 0; i < 20; i++) stream.write(`X-${i}: ${'x'.repeat(1000)}\r\n`)
  }),
  {
    name: 'members who never say anything',
    weight: 2,
    most: 500,
    async run(field) {
      await sideBySide(16, field.frames, async (i) => {
        await field.connect({ key: `silent-${field.seed}-${i % 100}` })
        field.count(1)
      })
      await wait(heldMs)
    },
  },
  {
    name: 'upgrades to places that are none',
    most: 300,
    async run(field) {
      const paths = [
        '/sync/',
        '/sync/../../etc/passwd',
        '/sync/%00',
        `/sync/${'x'.repeat(5000)}`,
        '/sync/room-0/x',
      ]
      await sideBySide(8, field.frames, async (i) => {
        const stream = await field.dial()
        stream.resume()
        stream.write(handshake(field, paths[i % paths.length] ?? '/sync/'))
        field.count(1)
        await Promise.race([once(stream, 'close'), wait(heldMs)])
        stream.destroy()
      })
    },
  },
  {
    name: 'boards that nobody made',
    most: 200,
    closedWith: [4401],
    run: (field) =>
      sideBySide(8, field.frames, async (i) => {
        const attacker = await field.connect({
          room: ['__proto__', 'constructor', `room-${i + 1000}`][i % 3] ?? '',
        })
        field.count(1)
        await closedWithin(field, attacker)
      }),
  },
  wrongFrames('text where bytes belong', [4400], (attacker) => attacker.send('hej')),
  wrongFrames('messages of no known kind', [4400], (attacker) => attacker.send(Uint8Array.of(99, 1, 2))),
  wrongFrames('frames without a mask', [1002], ({ stream }) => stream.write(Buffer.of(0x82, 3, 1, 2, 3))),
  wrongFrames('reserved bits set', [1002], ({ stream }) => stream.write(clientFrame(hello, 0xf2))),
  wrongFrames('frames of reserved kinds', [1002], ({ stream }) => stream.write(clientFrame(hello, 0x83))),
  wrongFrames('a continuation of nothing', [1002], ({ stream }) => stream.write(clientFrame(hello, 0x80))),
  wrongFrames('a second beginning before the end', [1002], ({ stream }) => {
    stream.write(clientFrame(hello, 0x02))
    stream.write(clientFrame(hello, 0x82))
  }),
  wrongFrames('pings that are too long', [1002], ({ stream }) =>
    stream.write(clientFrame(Buffer.alloc(200), 0x89)),
  ),
  wrongFrames('pings in pieces', [1002], ({ stream }) => stream.write(clientFrame(hello, 0x09))),
  wrongFrames('closing with a code that is none', [1002], ({ stream }) =>
    stream.write(clientFrame(Buffer.of(0, 1), 0x88)),
  ),
  wrongFrames('text that is no text', [1007], ({ stream }) =>
    stream.write(clientFrame(Buffer.of(0xff, 0xfe), 0x81)),
  ),
  wrongFrames('frames larger than allowed', [1009], ({ stream }) =>
    stream.write(clientFrame(Buffer.alloc(2 * 1024 * 1024)).subarray(0, 5000)),
  ),
  wrongFrames('lengths beyond all numbers', [1009, 1002], ({ stream }) =>
    stream.write(Buffer.of(0x82, 255, 255, 255, 255, 255, 255, 255, 255, 255, 0, 0, 0, 0)),
  ),
  wrongFrames('messages one byte too long', [4400, 1009, 1006], (attacker) =>
    attacker.send(new Uint8Array(1024 * 1024 + 1)),
  ),
  {
    name: 'a message in pieces without end',
    writesOn: true,
    most: 4,
    closedWith: [1008, 1009],
    run: (field) =>
      sideBySide(4, field.frames, async () => {
        const attacker = await field.connect()
        const piece = Buffer.concat(Array.from({ length: 1000 }, () => clientFrame(Buffer.of(0), 0x00)))
        attacker.stream.write(clientFrame(Buffer.of(0), 0x02))
        for (let i = 0; i < 40 && attacker.isOpen(); i++) {
          if (!attacker.stream.write(piece)) await wait(5)
          field.count(1000)
        }
        await closedWithin(field, attacker)
      }),
  },
  {
    name: 'pings as fast as possible, answers unread',
    writesOn: true,
    weight: 10,
    most: 20_000,
    async run(field) {
      const attackers = await Promise.all(Array.from({ length: 4 }, () => field.connect()))
      for (const { stream } of attackers) stream.pause()
      const pings = Buffer.concat(Array.from({ length: 100 }, () => clientFrame(Buffer.alloc(125), 0x89)))
      for (let i = 0; i < field.frames; i += 100) {
        const stream = attackers[(i / 100) % attackers.length]?.stream
        stream?.write(pings)
        field.count(100)
        if (i % 2000 === 0) await wait(1)
      }
      await wait(500)
      attackers.forEach((attacker) => attacker.cut())
    },
  },
]
