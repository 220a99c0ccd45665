/** Updates that are well formed and ask for far more work than they have bytes. */
import * as Y from 'yjs'
import { boardRoots } from '../../../packages/board/src/index.ts'
import { writeStep2, writeUpdate } from '../../../packages/sync/src/messages.ts'
import type { Attack, Attacker, Field } from '../attack.ts'
import { bytesOf, contents, craftUpdate, item, updateBy } from '../craftedBytes.ts'
import { noteId } from '../seededBoard.ts'
import { sideBySide } from '../sendEach.ts'

/**
 * Sent one after the other by one attacker, who waits until the server has read each. On a board of its own, which is
 * unloaded afterwards: what the gate lets through is there to stay.
 */
const heavy = (name: string, most: number, updates: (field: Field) => Iterable<Uint8Array>): Attack => ({
  name,
  most,
  async run(field) {
    const attacker = await open(field, { room: 'room-9' })
    for (const update of updates(field)) {
      if (!attacker.isOpen()) break
      attacker.send(writeUpdate(update))
      await attacker.heard()
    }
    attacker.cut()
  },
})

async function open(field: Field, options: Parameters<Field['connect']>[0] = {}): Promise<Attacker> {
  const attacker = await field.connect(options)
  attacker.send(writeStep2(Uint8Array.of(0, 0)))
  return attacker
}

const shapeAt = (key: string) => item({ parent: 'shapes', key, content: contents.one })
const many = <T>(length: number, make: (i: number) => T): T[] => Array.from({ length }, (_, i) => make(i))

export const heavyUpdates: readonly Attack[] = [
  heavy('thousands who write in the same place at once', 1, (field) => {
    const client = 100_000 + field.random.below(1_000_000)
    const structs = many(20_000, () => shapeAt('k'))
    return [
      craftUpdate([
        { client: client + 1, structs },
        { client, structs },
      ]),
    ]
  }),
  heavy('the same, little by little', 200, ({ frames, random }) => {
    const client = 100_000 + random.below(1_000_000)
    return many(frames, (i) =>
      craftUpdate([
        { client: client + (i % 2), clock: Math.floor(i / 2) * 50, structs: many(50, () => shapeAt('k')) },
      ]),
    )
  }),
  heavy('clients who wait for one another in turn', 1, ({ random }) => {
    const first = 100_000 + random.below(1_000_000)
    const sections = many(64, (i) => ({
      client: first + i,
      structs: many(1000, (n) =>
        i === 63
          ? item(
              n === 0
                ? { parent: 'shapes', key: 'z', content: contents.one }
                : { origin: [first, n - 1], content: contents.one },
            )
          : item({ origin: [first + i + 1, n], content: contents.one }),
      ),
    }))
    return [craftUpdate(sections)]
  }),
  heavy('every second letter deleted', 1, function* ({ random }) {
    const client = 100_000 + random.below(1_000_000)
    const note = item({ parent: 'notes', key: noteId(900_100), content: contents.type(1) })
    const text = item({ parent: [client, 0], key: 'text', content: contents.type(2) })
    const words = item({ parent: [client, 1], content: contents.string('x'.repeat(20_000)) })
    yield craftUpdate([{ client, structs: [note, text, words] }])
    for (let i = 0; i < 8; i++) {
      // Two keys in turn: neighbours of one key would be merged.
      const structs = many(25_000, (n) =>
        n < 2
          ? shapeAt(`${i} ${n}`)
          : item({ origin: [client, 20_000 + i * 25_000 + n], content: contents.one }),
      )
      yield craftUpdate([{ client, clock: 20_002 + i * 25_000, structs }])
    }
    yield craftUpdate([], [[client, ...many(10_000, (n) => [2 + 2 * n, 1] as const)]])
  }),
  heavy('a drawing written over fifty thousand times', 1, ({ random }) => [
    updateBy(100_000 + random.below(1_000_000), (doc) => {
      for (let i = 0; i < 50_000; i++) boardRoots(doc).shapes.set('k', i)
    }),
  ]),
  heavy('words typed backwards', 1, ({ random }) => [
    updateBy(100_000 + random.below(1_000_000), (doc) => {
      const text = new Y.Text()
      boardRoots(doc).notes.set(noteId(900_200), new Y.Map([['text', text]]))
      for (let i = 0; i < 10_000; i++) text.insert(0, 'x')
    }),
  ]),
  heavy('thousands of clients', 1000, ({ frames, random }) => {
    const first = 100_000 + random.below(1_000_000)
    return many(frames, (i) =>
      craftUpdate(many(64, (n) => ({ client: first + i * 64 + n, structs: [Uint8Array.of(0, 1)] }))),
    )
  }),
  {
    name: 'fields taken away by many at once',
    most: 64,
    async run(field) {
      const pos = fieldsOf(field.board)
      const attackers = await Promise.all(many(field.frames, (i) => open(field, { key: `taker-${i % 4}` })))
      for (const [i, attacker] of attackers.entries()) {
        const { client, clock } = pos[i % pos.length] ?? { client: 0, clock: 0 }
        // Writes the field anew, but where what stands comes after it: both are gone then.
        const mine = 50_000 + field.random.below(40_000)
        const written = item({ rightOrigin: [client, clock], content: bytesOf(8, 1, 117, 2, 125, 1, 125, 2) })
        attacker.send(
          writeUpdate(craftUpdate([{ client: mine, structs: [written] }], [[client, [clock, 1]]])),
        )
      }
      await sideBySide(8, attackers.length, async (i) => attackers[i]?.heard())
      attackers.forEach((attacker) => attacker.cut())
    },
  },
  {
    name: 'a struct that begins elsewhere',
    most: 20,
    async run(field) {
      // A first part that is known and stands in a zone or in somebody's note; the rest claims to stand among the drawings.
      const client = 50_000 + field.random.below(40_000)
      const note = boardRoots(field.board).notes.get(noteId(0))
      const pos = note?._map.get('pos')
      if (!pos) throw new Error('There is nothing to attack')
      const attacker = await open(field)
      const moved = item({
        origin: [pos.id.client, pos.lastId.clock],
        content: contents.any(bytesOf(117, 2, 125, 0, 125, 0)),
      })
      attacker.send(writeUpdate(craftUpdate([{ client, structs: [moved] }])))
      await attacker.heard()
      attacker.send(
        writeUpdate(
          craftUpdate([
            { client, structs: [item({ parent: 'shapes', key: 'q', content: contents.deleted(2) })] },
          ]),
        ),
      )
      await attacker.heard()
      attacker.cut()
    },
  },
]

function fieldsOf(board: Y.Doc): Y.ID[] {
  return many(20, (i) => boardRoots(board).notes.get(noteId(i))?._map.get('pos')?.id).filter(
    (id) => id !== undefined,
  )
}
