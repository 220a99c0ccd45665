/**
 * A stamp of fixed width in plain letters that a note's text or a cursor carries: who sent it, its number, when. It
 * survives whatever a server does to the bytes (merging updates, JSON), so whoever receives finds it by scanning them.
 */
import { nowMicros } from './machineClock.ts'

const head = '~@M'
const headBytes = Buffer.from(head)
const widths = { sender: 4, sequence: 6, micros: 13 } as const
export const markerLength = head.length + widths.sender + widths.sequence + widths.micros

export function createMarker(sender: number, sequence: number): string {
  return head + hex(sender, widths.sender) + hex(sequence, widths.sequence) + hex(nowMicros(), widths.micros)
}

export function scanMarkers(
  bytes: Buffer,
  found: (sender: number, sequence: number, sentMicros: number) => void,
): void {
  let at = bytes.indexOf(headBytes)
  while (at !== -1 && at + markerLength <= bytes.length) {
    const sender = at + head.length
    const sequence = sender + widths.sender
    const micros = sequence + widths.sequence
    found(
      readHex(bytes, sender, sequence),
      readHex(bytes, sequence, micros),
      readHex(bytes, micros, at + markerLength),
    )
    at = bytes.indexOf(headBytes, at + markerLength)
  }
}

/** One number for both. */
export function markerKey(sender: number, sequence: number): number {
  return sender * 16 ** widths.sequence + sequence
}

function hex(value: number, width: number): string {
  return value.toString(16).padStart(width, '0')
}

function readHex(bytes: Buffer, from: number, to: number): number {
  let value = 0
  for (let at = from; at < to; at += 1) {
    const letter = bytes[at] ?? 0
    value = value * 16 + (letter < 58 ? letter - 48 : letter - 87)
  }
  return value
}
