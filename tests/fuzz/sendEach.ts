/** Sends many frames when each of them may end its connection. */
import type { Attacker, Field } from './attack.ts'

/** Connections at a time. */
const width = 8

/** Each on a connection of its own, which the server has to close. */
export async function sendEachAlone(
  field: Field,
  frame: (i: number) => Uint8Array | string,
  options: { room?: string; key?: string } = {},
): Promise<void> {
  await sideBySide(width, field.frames, async (i) => {
    const attacker = await field.connect(options)
    attacker.send(frame(i))
    await closedWithin(field, attacker)
  })
}

/** On one connection as long as it lasts, then on the next. */
export async function sendThrough(field: Field, frame: (i: number) => Uint8Array | string): Promise<void> {
  await sideBySide(width, width, async (lane) => {
    let attacker: Attacker | null = null
    for (let i = lane; i < field.frames; i += width) {
      if (attacker === null || !attacker.isOpen()) attacker = await field.connect({ room: roomFor(lane) })
      attacker.send(frame(i))
      await attacker.heard()
    }
    if (attacker?.isOpen()) attacker.cut()
  })
}

/** One lane goes where people work; the others keep away, for a board with thousands of client ids is slow to fuzz. */
function roomFor(lane: number): string {
  return lane === 0 ? 'room-0' : `room-${1 + lane}`
}

/** Runs so many at a time. */
export async function sideBySide(
  lanes: number,
  times: number,
  run: (i: number) => Promise<void>,
): Promise<void> {
  let next = 0
  const lane = async () => {
    while (next < times) await run(next++)
  }
  await Promise.all(Array.from({ length: Math.min(lanes, times) }, lane))
}

/** One that the server leaves open is reported so. */
export async function closedWithin(field: Field, attacker: Attacker, ms = 30_000): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(() => {
      field.ended('nothing')
      attacker.cut()
      resolve()
    }, ms)
  })
  await Promise.race([attacker.closed, late])
  clearTimeout(timer)
}
