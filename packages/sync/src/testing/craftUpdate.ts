/** Updates made by hand, byte by byte: what no document would write. */
import * as encoding from 'lib0/encoding'

export type Id = readonly [client: number, clock: number]

export interface CraftedStruct {
  origin?: Id | undefined
  rightOrigin?: Id | undefined
  /** A root's name or a type's id; written where there is neither neighbour. */
  parent?: string | Id | undefined
  key?: string | undefined
  content: { kind: number; write: (encoder: encoding.Encoder) => void }
}

export interface CraftedSection {
  client: number
  clock?: number
  structs: readonly CraftedStruct[]
}

export const letters = (text: string) => content(4, (encoder) => encoding.writeVarString(encoder, text))
export const deleted = (length: number) => content(1, (encoder) => encoding.writeVarUint(encoder, length))
export const rubbish = (length: number) => content(0, (encoder) => encoding.writeVarUint(encoder, length))
export const format = (key: string) =>
  content(6, (encoder) => {
    encoding.writeVarString(encoder, key)
    encoding.writeVarString(encoder, 'true')
  })
export const values = (...all: readonly (string | number | Record<string, number>)[]) =>
  content(8, (encoder) => {
    encoding.writeVarUint(encoder, all.length)
    for (const value of all) encoding.writeAny(encoder, value)
  })

/** `deletes`: for each client ranges of a clock and a length. */
export function craftUpdate(
  sections: readonly CraftedSection[],
  deletes: readonly (readonly [client: number, ranges: readonly Id[]])[] = [],
): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, sections.length)
  for (const { client, clock = 0, structs } of sections) {
    writeAll(encoder, [structs.length, client, clock])
    for (const struct of structs) writeStruct(encoder, struct)
  }
  encoding.writeVarUint(encoder, deletes.length)
  for (const [client, ranges] of deletes) writeAll(encoder, [client, ranges.length, ...ranges.flat()])
  return encoding.toUint8Array(encoder)
}

function writeStruct(encoder: encoding.Encoder, struct: CraftedStruct): void {
  const { origin, rightOrigin, parent, key, content } = struct
  const isPlaced = origin !== undefined || rightOrigin !== undefined
  const info = (origin ? 128 : 0) | (rightOrigin ? 64 : 0) | (key !== undefined ? 32 : 0)
  encoding.writeUint8(encoder, content.kind === 0 ? 0 : content.kind | info)
  if (content.kind !== 0) {
    if (origin) writeAll(encoder, origin)
    if (rightOrigin) writeAll(encoder, rightOrigin)
    if (!isPlaced) writeParent(encoder, parent ?? 'shapes', key)
  }
  content.write(encoder)
}

function writeParent(encoder: encoding.Encoder, parent: string | Id, key: string | undefined): void {
  encoding.writeVarUint(encoder, typeof parent === 'string' ? 1 : 0)
  if (typeof parent === 'string') encoding.writeVarString(encoder, parent)
  else writeAll(encoder, parent)
  if (key !== undefined) encoding.writeVarString(encoder, key)
}

function writeAll(encoder: encoding.Encoder, numbers: readonly number[]): void {
  for (const number of numbers) encoding.writeVarUint(encoder, number)
}

function content(kind: number, write: (encoder: encoding.Encoder) => void): CraftedStruct['content'] {
  return { kind, write }
}
