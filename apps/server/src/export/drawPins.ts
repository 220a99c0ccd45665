/**
 * Pins with their numbers, as an SVG to be laid over a map. The digits are strokes of ours: the server has no typefaces.
 */

/** On a grid of 10 × 16, from the upper left corner. */
const digits = [
  'M5 1C2 1 1 4 1 8s1 7 4 7 4-3 4-7-1-7-4-7z',
  'M2 4l4-3v14',
  'M1 4c0-2 2-3 4-3s4 1 4 4c0 4-7 5-8 10h8',
  'M1 2.500c1-1 2-1.500 4-1.500 3 0 4 2 4 3.500S7 8 4.500 8C7 8 9 9 9 11.500S7.500 15 5 15c-2 0-3-.5-4-1.500',
  'M7 15V1L1 11h8.500',
  'M8 1H2L1.500 7C3 6 9 6 9 10.500S4 16 1 13.500',
  'M8 1C3 2 1 6 1 10.500 1 14 3 15 5 15s4-1.500 4-4.500S7 6.500 5 6.500 1 8 1 10.500',
  'M1 1h8L4 15',
  'M5 1C2.500 1 1.500 2.500 1.500 4.300S3 7.500 5 7.500s3.500-1.400 3.500-3.200S7.500 1 5 1zM5 7.500C2.500 7.500 1 9 1 11.200S2.500 15 5 15s4-1.600 4-3.800-1.500-3.700-4-3.700z',
  'M9 5.500C9 8 7 9.500 5 9.500S1 8.500 1 5.500 3 1 5 1s4 1.500 4 4.500C9 10 7 14 2 15',
]

/** `pins` in percent from the left and from the top; the first is number 1 and lies lowest. */
export function drawPins(
  pins: readonly (readonly [number, number])[],
  { width, height }: { width: number; height: number },
): string {
  const radius = Math.max(9, Math.round(Math.max(width, height) / 75))
  const marks = pins.map(([x, y], index) => {
    const number = String(index + 1)
    const size = (radius * (number.length > 2 ? 0.9 : 1.15)) / 16
    const step = 12 * size
    const left = -(number.length * step - 2 * size) / 2
    const strokes = [...number].map(
      (digit, at) =>
        `<path transform="translate(${(left + at * step).toFixed(2)} ${(-8 * size).toFixed(2)}) scale(${size.toFixed(3)})" d="${digits[Number(digit)] ?? ''}"/>`,
    )
    const rx = Math.max(radius, (number.length * step) / 2 + radius * 0.45)
    return `<g transform="translate(${((x / 100) * width).toFixed(1)} ${((y / 100) * height).toFixed(1)})"><rect x="${-rx}" y="${-radius}" width="${2 * rx}" height="${2 * radius}" rx="${radius}" fill="#0b4f5c" stroke="#fff" stroke-width="${radius / 6}"/><g fill="none" stroke="#fff" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round">${strokes.join('')}</g></g>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${marks.join('')}</svg>`
}
