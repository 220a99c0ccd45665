/** Awareness: in others' names, by the thousand, too long, too deep, too often. */
import * as Y from 'yjs'
import { writeAwareness } from '../../../packages/sync/src/messages.ts'
import type { Attack, Attacker, Field } from '../attack.ts'
import { bytesOf } from '../craftedBytes.ts'
import { closedWithin, sideBySide } from '../sendEach.ts'
import { sayPresence } from '../wire.ts'

type Say = (field: Field, i: number) => Uint8Array

const refused = (name: string, ...says: Say[]): Attack => ({
  name,
  closedWith: [4400],
  most: 500,
  run: (field) =>
    sideBySide(8, field.frames, async (i) => {
      const attacker = await field.connect()
      attacker.send(says[i % says.length]?.(field, i) ?? Uint8Array.of(1))
      await closedWithin(field, attacker)
    }),
})

function freshClient({ random }: Field): number {
  return 3_000_000_000 + random.below(1_000_000_000)
}

/** Reads and says nothing, so that what it shows stays until the end. */
async function show(attacker: Attacker, message: Uint8Array): Promise<void> {
  attacker.send(message)
  await attacker.heard()
}

export const presence: readonly Attack[] = [
  {
    name: 'presence in others’ names',
    most: 200,
    async run(field) {
      const others = [...Y.decodeStateVector(Y.encodeStateVector(field.board)).keys()]
      const attacker = await field.connect()
      for (let i = 0; i < field.frames && attacker.isOpen(); i++) {
        const client = others[i % others.length] ?? 1
        const state = i % 2 === 0 ? 'null' : JSON.stringify({ name: 'Not me' })
        await show(attacker, sayPresence({ client, clock: 1_000_000 + i, state }))
      }
      attacker.cut()
    },
  },
  refused('five thousand people in one message', (field) => {
    const first = freshClient(field)
    return sayPresence(
      ...Array.from({ length: 5000 }, (_, i) => ({ client: first + i, clock: 1, state: '{"name":"x"}' })),
    )
  }),
  {
    name: 'five thousand people over many connections',
    weight: 5,
    most: 1250,
    async run(field) {
      const first = freshClient(field)
      await sideBySide(16, field.frames, async (i) => {
        const attacker = await field.connect({ key: `crowd-${field.seed}-${i % 100}` })
        const entry = (n: number) => ({ client: first + i * 4 + n, clock: 1, state: '{"name":"x"}' })
        await show(attacker, sayPresence(entry(0), entry(1), entry(2), entry(3)))
      })
    },
  },
  refused(
    'presence that is none',
    (field) => sayPresence({ client: freshClient(field), clock: 1, state: '{"name":' }),
    (field) => sayPresence({ client: freshClient(field), clock: 1, state: '' }),
    () => writeAwareness(bytesOf(30_000_000, 1, 1, '{}')),
    () => writeAwareness(bytesOf(1, 1)),
    () => writeAwareness(bytesOf(1, 1, 1, '{}', 7)),
    () => writeAwareness(bytesOf(1, 1, 1, Uint8Array.of(255, 255, 255, 255, 255, 255, 255, 255, 15, 1))),
  ),
  {
    name: 'presence too long, too deep and of odd kinds',
    most: 100,
    async run(field) {
      const states = [
        '['.repeat(900) + ']'.repeat(900),
        `{"a":${'{"a":'.repeat(300)}1${'}'.repeat(300)}}`,
        JSON.stringify({ text: 'x'.repeat(900_000) }),
        '{"__proto__":{"polluted":1}}',
        '5',
        '"words"',
        '[]',
        'false',
        '1e999',
      ]
      const client = freshClient(field)
      const attacker = await field.connect()
      for (let i = 0; i < field.frames && attacker.isOpen(); i++) {
        const state = states[i % states.length] ?? ''
        await show(attacker, sayPresence({ client, clock: i + 1, state }))
      }
      attacker.cut()
    },
  },
  {
    name: 'pointers moved as fast as possible',
    weight: 10,
    most: 20_000,
    async run(field) {
      const attackers = await Promise.all(Array.from({ length: 8 }, () => field.connect()))
      const client = freshClient(field)
      for (let i = 0; i < field.frames; i++) {
        const state = JSON.stringify({ name: 'x', cursor: { x: i, y: i }, more: 'x'.repeat(500) })
        const attacker = attackers[i % attackers.length]
        if (!attacker?.isOpen()) break
        attacker.send(sayPresence({ client: client + (i % attackers.length), clock: i + 1, state }))
        if (i % 100 === 0) await attacker.heard()
      }
      attackers.forEach((attacker) => attacker.cut())
    },
  },
  {
    name: 'who is there? asked as fast as possible',
    weight: 10,
    most: 20_000,
    async run(field) {
      const shown = await Promise.all(
        Array.from({ length: 40 }, (_, i) => field.connect({ key: `shown-${i % 10}` })),
      )
      const client = freshClient(field)
      await Promise.all(
        shown.map((attacker, i) =>
          show(
            attacker,
            sayPresence(
              ...Array.from({ length: 4 }, (_, n) => ({
                client: client + i * 4 + n,
                clock: 1,
                state: JSON.stringify({ more: 'x'.repeat(2000) }),
              })),
            ),
          ),
        ),
      )
      const asking = await field.connect()
      for (let i = 0; i < field.frames && asking.isOpen(); i++) asking.send(Uint8Array.of(3))
      await asking.heard()
      for (const attacker of [asking, ...shown]) attacker.cut()
    },
  },
]
