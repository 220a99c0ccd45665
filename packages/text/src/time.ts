import type { Language } from './language.ts'

/** Nordic clocks are written 18.57; English ones 18:57. `timeZone` defaults to the reader's own. */
export function clockTime(language: Language, at: number, timeZone?: string): string {
  const text = new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    ...(timeZone ? { timeZone } : {}),
  })
  return language === 'en' ? text.format(at) : text.format(at).replace(':', '.')
}

/** 3 december 2026, without a weekday; English as in Britain. */
export function dateLong(language: Language, at: number, timeZone?: string): string {
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    ...(timeZone ? { timeZone } : {}),
  }).format(at)
}

/** Minutes and seconds, rounded up so that 0:00 is shown exactly when time is out; over time counts up as +0:07. */
export function countdown(leftMs: number): string {
  const seconds = leftMs > 0 ? Math.ceil(leftMs / 1000) : Math.floor(-leftMs / 1000)
  const text = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
  return leftMs < 0 && seconds > 0 ? `+${text}` : text
}

/**
 * For how long `countdown` goes on showing the same digits. Pages that wait just as long turn together, whenever each
 * was opened. Longer by a little, so that the digits have turned then, and never nothing.
 */
export function untilCountdownTurns(leftMs: number): number {
  const restMs = ((leftMs % 1000) + 1000) % 1000
  return restMs + (restMs < 20 ? 1010 : 10)
}
