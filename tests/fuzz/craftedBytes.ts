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
