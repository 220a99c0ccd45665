/** Takes a ZIP apart by its own list of contents (APPNOTE 4.3.12), with nothing of ours. */
import { inflateRawSync } from 'node:zlib'

/** Path → bytes. */
export function unzip(file: Buffer): Map<string, Buffer> {
  const parts = new Map<string, Buffer>()
  let at = file.readUInt32LE(file.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1')) + 16)
  while (file.toString('latin1', at, at + 4) === 'PK\x01\x02') {
    const [method, size, local] = [
      file.readUInt16LE(at + 10),
      file.readUInt32LE(at + 20),
      file.readUInt32LE(at + 42),
    ]
    const lengths = [28, 30, 32].map((offset) => file.readUInt16LE(at + offset))
    const name = file.toString('utf8', at + 46, at + 46 + (lengths[0] ?? 0))
    const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28)
    const bytes = file.subarray(start, start + size)
    parts.set(name, method === 0 ? bytes : inflateRawSync(bytes))
    at += 46 + lengths.reduce((sum, length) => sum + length, 0)
  }
  return parts
}
