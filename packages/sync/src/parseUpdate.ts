/**
 * Reads a Yjs update (V1) that a stranger sent, without touching a document. The lazy reader of Yjs is safe for
 * this: it believes no count and stops at the end of the bytes, whereas `applyUpdate` makes room for 30 million
 * structs because ten bytes say so.
 */
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'

export interface ParsedUpdate {
  structs: (Y.Item | Y.GC | Y.Skip)[]
  /** By client. */
  deletes: Map<number, { clock: number; length: number }[]>
}

/** Null when it is not one whole update. */
export function parseUpdate(bytes: Uint8Array): ParsedUpdate | null {
  if (bytes.length < 2) return null
  let rest: decoding.Decoder | null = null
  const seen = new Set<number>()
  class CheckingDecoder extends Y.UpdateDecoderV1 {
    constructor(decoder: decoding.Decoder) {
      super(decoder)
      rest = decoder
    }
    /** Called once for each client's section. A second section of one client would replace the first inside Yjs. */
    override readClient(): number {
      const client = super.readClient()
      if (seen.has(client)) throw new Error('A client twice')
      seen.add(client)
      return client
    }
  }
  try {
    const { structs, ds } = Y.decodeUpdateV2(bytes, CheckingDecoder)
    if (rest === null || decoding.hasContent(rest)) return null
    const deletes: ParsedUpdate['deletes'] = new Map()
    for (const [client, ranges] of ds.clients) {
      deletes.set(
        client,
        ranges.map(({ clock, len }) => ({ clock, length: len })),
      )
    }
    return { structs, deletes }
  } catch {
    return null
  }
}
