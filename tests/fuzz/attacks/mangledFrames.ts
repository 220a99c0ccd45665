/** What honest pages say, damaged in every way that chance thinks of. */
import * as Y from 'yjs'
import { boardRoots, setNoteText, writeNote } from '../../../packages/board/src/index.ts'
import { writeStep1, writeStep2, writeUpdate } from '../../../packages/sync/src/messages.ts'
import { mixSeeds, seededRandom, type Random } from '../../../packages/workshop/src/random.ts'
import type { Attack, Field } from '../attack.ts'
import { sendThrough } from '../sendEach.ts'
import { sayPresence } from '../wire.ts'

type Mangle = (frame: Uint8Array, random: Random, other: Uint8Array) => Uint8Array

const mangled = (name: string, weight: number, mangle: Mangle): Attack => ({
  name,
  weight,
  async run(field) {
    const honest = createHonestFrames(field)
    // Derived from the frame's number: which connection sends it when must not matter.
    await sendThrough(field, (i) => {
      const random = seededRandom(mixSeeds(field.seed, i))
      return mangle(honest(i, random), random, honest(i + 1, random))
    })
  },
})

export const mangledFrames: readonly Attack[] = [
  mangled('bits flipped', 30, (frame, random) => {
    const bytes = frame.slice()
    for (let left = 1 + random.below(4); left > 0; left--) flip(bytes, random)
    return bytes
  }),
  mangled('frames cut short', 10, (frame, random) => frame.slice(0, random.below(frame.length))),
  mangled('numbers replaced', 20, (frame, random) => {
    const at = 2 + random.below(Math.max(1, frame.length - 2))
    const number = numbers[random.below(numbers.length)] ?? []
    return Buffer.concat([frame.subarray(0, at), Buffer.from(number), frame.subarray(at + 1)])
  }),
  mangled('two frames crossed', 10, (frame, random, other) =>
    Buffer.concat([
      frame.subarray(0, random.below(frame.length)),
      other.subarray(random.below(other.length)),
    ]),
  ),
  mangled('a stretch said twice', 10, (frame, random) => {
    const from = random.below(frame.length)
    const to = from + random.below(frame.length - from)
    return Buffer.concat([frame.subarray(0, to), frame.subarray(from)])
  }),
  mangled('noise', 10, (_frame, random) =>
    Uint8Array.from({ length: 1 + random.below(200) }, (_, at) =>
      at < 2 ? random.below(5) : random.below(256),
    ),
  ),
]

/** Edges of the lengths in which numbers are written, and beyond. */
const numbers: readonly (readonly number[])[] = [
  [0],
  [1],
  [0x7f],
  [0x80, 0x01],
  [0xff, 0xff, 0xff, 0xff, 0x0f],
  [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x0f],
  [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
]

function flip(bytes: Uint8Array, random: Random): void {
  const at = random.below(bytes.length)
  bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8))
}

/** The i-th frame of a page that nobody has seen before: a note, a drawing, some typing, presence, a question. */
function createHonestFrames({ seeded }: Field): (i: number, random: Random) => Uint8Array {
  let doc = new Y.Doc()
  let made = 0
  const said: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => said.push(update))

  /** Edits of different pages must not build on one another. */
  function freshDoc(): Y.Doc {
    if (made++ % 500 !== 0) return doc
    doc.destroy()
    doc = new Y.Doc()
    Y.applyUpdate(doc, seeded)
    doc.on('update', (update: Uint8Array) => said.push(update))
    return doc
  }

  return (i, random) => {
    const page = freshDoc()
    page.clientID = 1_000_000 + random.below(2_000_000_000)
    said.length = 0
    const choice = random.below(10)
    if (choice === 0) return writeStep1(Y.encodeStateVector(page))
    if (choice === 1)
      return sayPresence({
        client: page.clientID,
        clock: 1,
        state: JSON.stringify({ name: 'Bord 3', cursor: { x: i, y: 7 } }),
      })
    page.transact(() => edit(page, i, choice))
    const update = Y.mergeUpdates(said)
    return choice === 9 ? writeStep2(update) : writeUpdate(update)
  }
}

function edit(doc: Y.Doc, i: number, choice: number): void {
  const { shapes } = boardRoots(doc)
  shapes.set(`shape:${doc.clientID}`, {
    id: `shape:${i}`,
    type: 'draw',
    x: i,
    props: { points: [1, 2.5, null] },
  })
  if (choice < 4) return
  const id = crypto.randomUUID()
  writeNote(doc, {
    id,
    zone: 'works',
    phase: 'p',
    text: 'Det behövs fler bänkar 🪑',
    color: 'sun',
    by: 'table',
    via: 'board',
    at: i,
    pos: [i, choice],
  })
  if (choice < 6) return
  setNoteText(doc, id, 'Det behövs fler bänkar vid torget')
  if (choice > 7) shapes.delete(`shape:${doc.clientID}`)
}
