/**
 * Notes that say nearly the same, over tables and places: by the runs of letters they share (cosine, 0 to 1), so that
 * spelling, endings and signs make no difference. It only tells; nothing is put together by itself.
 */

/** Of two notes, so that one is called like the other. */
const leastLikeness = 0.7
/** Shorter ones are alike by chance. */
const leastLetters = 5
const mostAlike = 20

/** Note id → ids of others, most alike first; notes without any are not in it. */
export function findAlike(notes: readonly { id: string; text: string }[]): Map<string, string[]> {
  const read = notes.map(({ id, text }) => ({ id, runs: runsOf(text) }))
  const places = new Map<string, number[]>()
  for (const [index, { runs }] of read.entries())
    for (const run of runs.keys()) {
      const place = places.get(run)
      if (place) place.push(index)
      else places.set(run, [index])
    }
  const lengths = read.map(({ runs }) => {
    let squares = 0
    for (const count of runs.values()) squares += count ** 2
    return Math.sqrt(squares)
  })
  const found = new Map<string, string[]>()
  for (const [index, { id, runs }] of read.entries()) {
    const products = new Map<number, number>()
    for (const [run, count] of runs) {
      for (const other of places.get(run) ?? [])
        if (other !== index)
          products.set(other, (products.get(other) ?? 0) + count * (read[other]?.runs.get(run) ?? 0))
    }
    const alike = [...products]
      .map(([other, product]) => ({
        other,
        likeness: product / ((lengths[index] ?? 1) * (lengths[other] ?? 1)),
      }))
      .filter(({ likeness }) => likeness >= leastLikeness)
      .sort((a, b) => b.likeness - a.likeness || a.other - b.other)
      .slice(0, mostAlike)
      .flatMap(({ other }) => read[other]?.id ?? [])
    if (alike.length > 0) found.set(id, alike)
  }
  return found
}

/** Runs of three letters over the whole note, words marked off; and how often each is in it. */
function runsOf(text: string): Map<string, number> {
  const words = text.toLocaleLowerCase('sv').match(/[\p{L}\p{N}]+/gu) ?? []
  const line = ` ${words.join(' ')} `
  const runs = new Map<string, number>()
  if (line.length < leastLetters + 2) return runs
  const letters = [...line]
  for (let at = 0; at + 3 <= letters.length; at += 1) {
    const run = letters.slice(at, at + 3).join('')
    runs.set(run, (runs.get(run) ?? 0) + 1)
  }
  return runs
}
