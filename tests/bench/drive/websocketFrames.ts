/** The client's half of RFC 6455, as much as a load driver needs; a frame that arrives in one read is not copied. */
export const opcodes = { continuation: 0, text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const

/** With a masking key of zeros: legal, leaves the bytes as they are, and the server has to unmask them all the same. */
export function encodeClientFrame(payload: Uint8Array, opcode: number): Buffer {
  const { length } = payload
  const headerLength = (length < 126 ? 2 : length < 65_536 ? 4 : 10) + 4
  const frame = Buffer.allocUnsafe(headerLength + length)
  frame.fill(0, 0, headerLength)
  frame[0] = 0x80 | opcode
  if (length < 126) frame[1] = 0x80 | length
  else if (length < 65_536) {
    frame[1] = 0x80 | 126
    frame.writeUInt16BE(length, 2)
  } else {
    frame[1] = 0x80 | 127
    frame.writeUIntBE(length, 4, 6)
  }
  frame.set(payload, headerLength)
  return frame
}

export interface FrameParser {
  /** The chunk may be used again by the caller afterwards. */
  push(chunk: Buffer): void
}

/** `onFrame`'s payload is valid during the call only. Fragments are put together; control frames may come between. */
export function createFrameParser(onFrame: (opcode: number, payload: Buffer) => void): FrameParser {
  let waiting: Buffer[] = []
  let waitingBytes = 0
  let neededBytes = 0
  let fragments: { opcode: number; parts: Buffer[] } | null = null

  /** Returns how much was used; what is left waits for `neededBytes`. */
  function parse(data: Buffer): number {
    for (let at = 0; ;) {
      const left = data.length - at
      const short = left < 2 ? 0 : (data[at + 1] ?? 0) & 0x7f
      const headerLength = short < 126 ? 2 : short === 126 ? 4 : 10
      neededBytes = headerLength
      if (left < headerLength) return at
      const length =
        short < 126 ? short : short === 126 ? data.readUInt16BE(at + 2) : data.readUIntBE(at + 4, 6)
      neededBytes = headerLength + length
      if (left < neededBytes) return at
      deliver(data[at] ?? 0, data.subarray(at + headerLength, at + neededBytes))
      at += neededBytes
    }
  }

  function deliver(firstByte: number, payload: Buffer): void {
    const opcode = firstByte & 0x0f
    const isLast = (firstByte & 0x80) !== 0
    if (opcode >= opcodes.close || (isLast && opcode !== opcodes.continuation)) {
      onFrame(opcode, payload)
      return
    }
    fragments ??= { opcode, parts: [] }
    fragments.parts.push(Buffer.from(payload))
    if (!isLast) return
    const whole = fragments
    fragments = null
    onFrame(whole.opcode, Buffer.concat(whole.parts))
  }

  return {
    push(chunk) {
      let data = chunk
      if (waitingBytes > 0) {
        waiting.push(Buffer.from(chunk))
        waitingBytes += chunk.length
        if (waitingBytes < neededBytes) return
        data = Buffer.concat(waiting, waitingBytes)
      }
      const used = parse(data)
      waiting = used < data.length ? [Buffer.from(data.subarray(used))] : []
      waitingBytes = data.length - used
    },
  }
}
