/** Whether a value may stand among the drawings: what JSON can say, and not too much of it. Pages look closer. */
import { limits } from './limits.ts'

export function isShape(value: unknown): boolean {
  let left: number = limits.recordBytes
  function isPlain(part: unknown, depth: number): boolean {
    left -= 8
    if (left < 0 || depth > limits.recordDepth) return false
    switch (typeof part) {
      case 'boolean':
        return true
      case 'number':
        return Number.isFinite(part)
      case 'string':
        return (left -= part.length) >= 0
      case 'object':
        return part === null || arePlain(part, depth)
      default:
        return false
    }
  }
  function arePlain(part: object, depth: number): boolean {
    if (Array.isArray(part)) return part.every((one) => isPlain(one, depth + 1))
    if (part instanceof Uint8Array) return false
    return Object.entries(part).every(
      ([key, one]) => isPlain(key, depth) && (one === undefined || isPlain(one, depth + 1)),
    )
  }
  return isPlain(value, 0)
}
