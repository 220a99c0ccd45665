/** How large a picture stands on a page: as large as fits, never larger than it is sharp. Millimetres. */

export const photoBox = { width: 75, height: 62 }
export const mapBox = { width: 160, height: 150 }
/** Fewer pixels than that on an inch look coarse in print. */
const leastDpi = 72

export function fitImage(
  { width, height }: { width: number; height: number },
  box: { width: number; height: number },
): { width: number; height: number } {
  const natural = (pixels: number) => (pixels / leastDpi) * 25.4
  const scale = Math.min(1, box.width / natural(width), box.height / natural(height))
  return { width: natural(width) * scale, height: natural(height) * scale }
}
