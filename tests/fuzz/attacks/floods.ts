/** Too much of what would be welcome now and then, and readers who never read. */
import { setTimeout as wait } from 'node:timers/promises'
import { writeStep1, writeStep2, writeUpdate } from '../../../packages/sync/src/messages.ts'
import type { Attack, Field } from '../attack.ts'
import { bytesOf, contents, craftUpdate, item } from '../craftedBytes.ts'
import { closedWithin, sideBySide } from '../sendEach.ts'
import { sayPresence } from '../wire.ts'

/** Too long to be shown, and read all the same. */
const longState = JSON.stringify('x'.repeat(900_000))
const everything = writeStep1(Uint8Array.of(0))

/** As fast as the network takes them, until the server closes. */
const flood = (
  name: string,
  closedWith: readonly number[],
  least: number,
  message: (field: Field, i: number) => Uint8Array,
): Attack => ({
  name,
  closedWith,
  writesOn: true,
  least,
  most: least,
  async run(field) {
    const attacker = await field.connect({ key: `flood-${field.seed}` })
    attacker.send(writeStep2(Uint8Array.of(0, 0)))
    for (let i = 0; i < field.frames && attacker.isOpen(); i++) {
      attacker.send(message(field, i))
      if (i % 200 === 0) await new Promise((resolve) => setImmediate(resolve))
    }
    await closedWithin(field, attacker)
  },
})

export const floods: readonly Attack[] = [
  flood('messages as fast as possible', [4429], 12_000, ({ seed }, i) => {
    const client = 2_000_000_000 + (seed % 1_000_000)
    // Fifty drawings over and over: each time after the value that stands there.
    const place = i < 50 ? { parent: 'shapes', key: `flood ${i}` } : { origin: [client, i - 50] as const }
    const structs = [item({ ...place, content: contents.one })]
    return writeUpdate(craftUpdate([{ client, clock: i, structs }]))
  }),
  flood('the same known words, over and over', [4429], 12_000, () => writeUpdate(Uint8Array.of(0, 0))),
  flood('a megabyte at a time', [4429], 60, ({ seed }, i) =>
    sayPresence({ client: 2_000_000_000 + (seed % 1_000_000), clock: i, state: longState }),
  ),
  flood('step 1 for everything', [4408, 4429], 2000, () => everything),
  flood('step 1 with a state vector that nobody has', [4429], 100, (_field, i) =>
    writeStep1(bytesOf(1, 5, i)),
  ),
  {
    name: 'state vectors that are none, or huge',
    most: 60,
    async run(field) {
      const vectors = [
        bytesOf(30_000_000),
        bytesOf(2, 1, 1, 1),
        new Uint8Array(0),
        bytesOf(20_000, ...Array.from({ length: 40_000 }, (_, i) => i)),
        Uint8Array.from({ length: 12 }, () => 255),
      ]
      await sideBySide(4, field.frames, async (i) => {
        const attacker = await field.connect({ key: `vector-${field.seed}-${i}` })
        attacker.send(writeStep1(vectors[i % vectors.length] ?? new Uint8Array(0)))
        await attacker.heard()
        attacker.cut()
      })
    },
  },
  {
    name: 'readers who never read',
    most: 16,
    closedWith: [4408, 4429],
    writesOn: true,
    async run(field) {
      await sideBySide(16, field.frames, async (i) => {
        const attacker = await field.connect({ key: `deaf-${field.seed}-${i}` })
        attacker.stream.pause()
        // Some answers fit into the kernel's own buffers: how many is the machine's affair.
        for (let asked = 0; asked < 2000 && attacker.isOpen(); asked++) {
          attacker.send(everything)
          if (asked % 20 === 0) await wait(20)
        }
        await wait(1000)
        attacker.stream.resume()
        await closedWithin(field, attacker)
      })
    },
  },
  {
    name: 'words sent on after the door was shut',
    most: 20,
    writesOn: true,
    closedWith: [4400],
    async run(field) {
      await sideBySide(4, field.frames, async () => {
        const attacker = await field.connect()
        attacker.send(Uint8Array.of(9))
        for (let i = 0; i < 50; i++) attacker.send(new Uint8Array(100_000))
        await closedWithin(field, attacker)
      })
    },
  },
  {
    name: 'in and out as fast as possible',
    weight: 5,
    most: 2000,
    async run(field) {
      await sideBySide(16, field.frames, async (i) => {
        const attacker = await field.connect()
        if (i % 2 === 0) attacker.send(everything)
        attacker.cut()
      })
    },
  },
  {
    name: 'a hundred windows with one key',
    most: 100,
    closedWith: [4429],
    async run(field) {
      const attackers = await Promise.all(
        Array.from({ length: 100 }, () => field.connect({ key: `windows-${field.seed}` })),
      )
      field.count(attackers.length)
      await Promise.all(attackers.slice(0, 80).map((attacker) => closedWithin(field, attacker)))
      attackers.forEach((attacker) => attacker.cut())
    },
  },
  {
    name: 'readers who write',
    most: 200,
    closedWith: [4403],
    async run(field) {
      await sideBySide(8, field.frames, async (i) => {
        const attacker = await field.connect({ key: `reader-${i % 16}` })
        const structs = [item({ parent: 'shapes', key: 'x', content: contents.one })]
        attacker.send(writeUpdate(craftUpdate([{ client: 2_100_000_000 + i, structs }])))
        await closedWithin(field, attacker)
      })
    },
  },
]
