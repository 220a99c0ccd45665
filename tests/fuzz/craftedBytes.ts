/** Bytes that no honest library would write: numbers as they stand on the wire, updates by a client id of one's own. */
import * as Y from 'yjs'

/** Unsigned numbers of variable length, as lib0 has them; strings with their length before them. */
export function bytesOf(...parts: (number | string | Uint8Array)[]): Uint8Array {
  return Buffer.concat(
    parts.map((part) => {
      if (typeof part === 'number') return varUint(part)
      if (typeof part !== 'string') return part
      const letters = Buffer.from(part)
      return Buffer.concat([varUint(letters.length), letters])
    }),
  )
}

function varUint(value: number): Uint8Array {
  const bytes: number[] = []
  let rest = value
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push(128 + (rest % 128))
  bytes.push(rest)
  return Uint8Array.from(bytes)
}

/** What a page with this client id would send for its edit, on top of the board that it has. */
export function updateBy(client: number, edit: (doc: Y.Doc) => void, base?: Uint8Array): Uint8Array {
  const doc = new Y.Doc()
  if (base) Y.applyUpdate(doc, base)
  doc.clientID = client
  const before = Y.encodeStateVector(doc)
  edit(doc)
  const update = Y.encodeStateAsUpdate(doc, before)
  doc.destroy()
  return update
}

interface CraftedItem {
  /** Client and clock. */
  origin?: readonly [number, number]
  rightOrigin?: readonly [number, number]
  /** A root's name, or the client and clock of the item that holds the type. Only without origins, as in Yjs. */
  parent?: string | readonly [number, number]
  key?: string
  /** With its kind in front: see `contents`. */
  content: Uint8Array
}

/** Content as Yjs writes it in V1: kind, then what belongs to it. */
export const contents = {
  deleted: (length: number) => bytesOf(1, length),
  string: (text: string) => bytesOf(4, text),
  format: (key: string, json: string) => bytesOf(6, key, json),
  /** Y.Array 0, Y.Map 1, Y.Text 2, Y.XmlElement 3 (with a name), Y.XmlFragment 4, Y.XmlHook 5 (with a name), Y.XmlText 6. */
  type: (kind: number, name?: string) => bytesOf(7, kind, ...(name === undefined ? [] : [name])),
  /** Each part is one value as lib0 writes any value. */
  any: (...values: Uint8Array[]) => bytesOf(8, values.length, ...values),
  one: bytesOf(8, 1, 125, 1),
} as const

export function item({ origin, rightOrigin, parent, key, content }: CraftedItem): Uint8Array {
  const [kind = 0, ...rest] = content
  const info = kind | (origin ? 128 : 0) | (rightOrigin ? 64 : 0) | (key === undefined ? 0 : 32)
  const place = origin || rightOrigin ? [] : typeof parent === 'string' ? [1, parent] : [0, ...(parent ?? [])]
  const name = origin || rightOrigin || key === undefined ? [] : [key]
  return bytesOf(
    Uint8Array.of(info),
    ...(origin ?? []),
    ...(rightOrigin ?? []),
    ...place,
    ...name,
    Uint8Array.from(rest),
  )
}

interface Section {
  client: number
  clock?: number
  structs: readonly Uint8Array[]
}

/** `deletes`: by client, start and length of each range. */
export function craftUpdate(
  sections: readonly Section[],
  deletes: readonly (readonly [client: number, ...ranges: (readonly [number, number])[]])[] = [],
): Uint8Array {
  return bytesOf(
    sections.length,
    ...sections.flatMap(({ client, clock = 0, structs }) => [structs.length, client, clock, ...structs]),
    deletes.length,
    ...deletes.flatMap(([client, ...ranges]) => [client, ranges.length, ...ranges.flat()]),
  )
}
