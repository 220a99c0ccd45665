/**
 * What an uploaded picture is and how large, read from its first bytes: PNG, JPEG and WebP and nothing else. An SVG is
 * a program, so it is no picture here. Null for anything that is not surely one of them.
 */
export interface ImageFacts {
  type: 'png' | 'jpg' | 'webp'
  width: number
  height: number
}

/** Whoever unpacks a picture, phone or server, needs 4 bytes for each: 96 MB. */
export const mostPixels = 24_000_000

export function imageFacts(bytes: Buffer): ImageFacts | null {
  const facts = pngFacts(bytes) ?? webpFacts(bytes) ?? jpegFacts(bytes)
  return facts && facts.width > 0 && facts.height > 0 ? facts : null
}

const pngStart = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

function pngFacts(bytes: Buffer): ImageFacts | null {
  const isPng = bytes.length >= 24 && bytes.subarray(0, 8).equals(pngStart)
  if (!isPng || bytes.toString('latin1', 12, 16) !== 'IHDR') return null
  return { type: 'png', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
}

/** RFC 9649: a lossy, a lossless and an extended kind, each with its size in another place. */
function webpFacts(bytes: Buffer): ImageFacts | null {
  if (bytes.length < 30) return null
  if (bytes.toString('latin1', 0, 4) !== 'RIFF' || bytes.toString('latin1', 8, 12) !== 'WEBP') return null
  switch (bytes.toString('latin1', 12, 16)) {
    case 'VP8 ':
      return { type: 'webp', width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff }
    case 'VP8L': {
      const bits = bytes.readUInt32LE(21)
      return { type: 'webp', width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
    }
    case 'VP8X':
      return { type: 'webp', width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 }
    default:
      return null
  }
}

/** Walks the segments to the frame header (SOF0–SOF15 but DHT, JPG and DAC). */
function jpegFacts(bytes: Buffer): ImageFacts | null {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return null
  let at = 2
  while (at + 9 <= bytes.length) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1] ?? 0
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return { type: 'jpg', width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) }
    // A fill byte, or a marker without a length.
    if (marker === 0xff) at += 1
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) at += 2
    else at += 2 + bytes.readUInt16BE(at + 2)
  }
  return null
}
