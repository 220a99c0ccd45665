/** Times in buckets that grow by 2 %: small enough to be sent between processes, fine enough for percentiles. */
const step = Math.log(1.02)
/** Reaches ten minutes. */
const bucketCount = 1024

export interface Histogram {
  counts: Float64Array
  count: number
  maxMicros: number
}

export function newHistogram(): Histogram {
  return { counts: new Float64Array(bucketCount), count: 0, maxMicros: 0 }
}

export function addTime(histogram: Histogram, micros: number): void {
  const bucket = Math.min(bucketCount - 1, Math.floor(Math.log(Math.max(1, micros)) / step))
  histogram.counts[bucket] = (histogram.counts[bucket] ?? 0) + 1
  histogram.count += 1
  if (micros > histogram.maxMicros) histogram.maxMicros = micros
}

export function mergeHistograms(histograms: readonly Histogram[]): Histogram {
  const merged = newHistogram()
  for (const { counts, count, maxMicros } of histograms) {
    for (const [bucket, n] of counts.entries()) merged.counts[bucket] = (merged.counts[bucket] ?? 0) + n
    merged.count += count
    merged.maxMicros = Math.max(merged.maxMicros, maxMicros)
  }
  return merged
}

/** `share` from 0 to 1; null when there is nothing. */
export function percentileMs({ counts, count, maxMicros }: Histogram, share: number): number | null {
  if (count === 0) return null
  let left = count * share
  for (const [bucket, n] of counts.entries()) {
    left -= n
    if (left <= 0) return Math.min(maxMicros, Math.exp((bucket + 0.5) * step)) / 1000
  }
  return maxMicros / 1000
}
