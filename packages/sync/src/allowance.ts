/** A leaky bucket: how much somebody may still do now, filling up again with time. */
export interface Allowance {
  /** False when it is used up; then nothing is taken. */
  take(amount: number, now: number): boolean
  /** Takes it in any case; what is missing then comes back before anything else is given. */
  owe(amount: number, now: number): void
  /** Nothing of it is used: it can be forgotten. */
  isFull(now: number): boolean
}

export function createAllowance(perSecond: number, burst: number, now: number): Allowance {
  let left = burst
  let filledAt = now
  function fill(now: number): void {
    left = Math.min(burst, left + ((now - filledAt) / 1000) * perSecond)
    filledAt = now
  }
  return {
    isFull(now) {
      fill(now)
      return left === burst
    },
    owe(amount, now) {
      fill(now)
      left -= amount
    },
    take(amount, now) {
      fill(now)
      if (amount > left) return false
      left -= amount
      return true
    },
  }
}
