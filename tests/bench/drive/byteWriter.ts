/** Writes the numbers, strings and values of lib0's encoding, in which Yjs speaks; as much of it as the load needs. */
export interface ByteWriter {
  byte(value: number): void
  varUint(value: number): void
  varString(value: string): void
  varBytes(value: Uint8Array): void
  any(value: AnyValue): void
  /** A copy. */
  bytes(): Buffer
}

export type AnyValue = number | string | readonly AnyValue[]

/** Codes of lib0's `writeAny`. */
const anyCodes = { array: 117, string: 119, float64: 123, float32: 124, integer: 125 } as const
const largestInteger = 2 ** 31 - 1

export function createByteWriter(size = 1024): ByteWriter {
  let buffer = Buffer.allocUnsafe(size)
  let at = 0

  function reserve(bytes: number): void {
    if (at + bytes <= buffer.length) return
    const larger = Buffer.allocUnsafe(Math.max(buffer.length * 2, at + bytes))
    buffer.copy(larger, 0, 0, at)
    buffer = larger
  }

  function byte(value: number): void {
    reserve(1)
    buffer[at++] = value
  }

  function varUint(value: number): void {
    let rest = value
    for (; rest > 127; rest = Math.floor(rest / 128)) byte(0x80 | (rest & 127))
    byte(rest)
  }

  function varBytes(value: Uint8Array): void {
    varUint(value.length)
    reserve(value.length)
    buffer.set(value, at)
    at += value.length
  }

  function varString(value: string): void {
    const length = Buffer.byteLength(value)
    varUint(length)
    reserve(length)
    at += buffer.write(value, at)
  }

  /** Seven bits a byte, six in the first, which has the sign too. */
  function varInt(value: number): void {
    let rest = Math.abs(value)
    const sign = value < 0 ? 0x40 : 0
    byte((rest > 63 ? 0x80 : 0) | sign | (rest & 63))
    for (rest = Math.floor(rest / 64); rest > 0; rest = Math.floor(rest / 128)) {
      byte((rest > 127 ? 0x80 : 0) | (rest & 127))
    }
  }

  function number(value: number): void {
    if (Number.isInteger(value) && Math.abs(value) <= largestInteger) {
      byte(anyCodes.integer)
      varInt(value)
      return
    }
    const isShort = Math.fround(value) === value
    byte(isShort ? anyCodes.float32 : anyCodes.float64)
    reserve(8)
    at = isShort ? buffer.writeFloatBE(value, at) : buffer.writeDoubleBE(value, at)
  }

  function any(value: AnyValue): void {
    if (typeof value === 'number') number(value)
    else if (typeof value === 'string') {
      byte(anyCodes.string)
      varString(value)
    } else {
      byte(anyCodes.array)
      varUint(value.length)
      for (const item of value) any(item)
    }
  }

  return { byte, varUint, varString, varBytes, any, bytes: () => Buffer.from(buffer.subarray(0, at)) }
}
