/** Clock times of a programme before it has begun, and the choice of a sensible start. */

const minuteMs = 60_000

/** When each phase starts, and when the last one ends. */
export function planTimes(startsAt: number, minutes: readonly number[]): { starts: number[]; end: number } {
  let at = startsAt
  const starts = minutes.map((length) => {
    const start = at
    at += length * minuteMs
    return start
  })
  return { starts, end: at }
}

/** The next full half hour: somebody who only wants to try can open the doors at once. */
export function nextHalfHour(now: number): number {
  return Math.ceil(now / (30 * minuteMs)) * 30 * minuteMs
}

/**
 * A date as `input type="date"` holds it, and a time as it is written here. The time is plain text, because a browser
 * installed in English would ask a Swedish organiser for AM or PM.
 */
export function toFields(at: number): { day: string; time: string } {
  const date = new Date(at)
  const two = (value: number) => String(value).padStart(2, '0')
  return {
    day: `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`,
    time: `${two(date.getHours())}.${two(date.getMinutes())}`,
  }
}

/** Null when either field is empty or makes no sense. Takes 18.00, 18:00, 1800 and 18. */
export function fromFields(day: string, time: string): number | null {
  const [, hours, minutes = '00'] = /^\s*(\d{1,2})(?:[.:]?(\d{2}))?\s*$/.exec(time) ?? []
  if (!day || hours === undefined || Number(hours) > 23 || Number(minutes) > 59) return null
  const at = new Date(`${day}T${hours.padStart(2, '0')}:${minutes}`).getTime()
  return Number.isNaN(at) ? null : at
}

/** What is going on first, then what is coming, soonest first, then what is over, latest first. */
export function inOrder<W extends { status: 'planned' | 'open' | 'closed'; startsAt: number }>(
  workshops: readonly W[],
): W[] {
  const weight = { open: 0, planned: 1, closed: 2 }
  return [...workshops].sort(
    (a, b) =>
      weight[a.status] - weight[b.status] ||
      (a.status === 'closed' ? b.startsAt - a.startsAt : a.startsAt - b.startsAt),
  )
}
