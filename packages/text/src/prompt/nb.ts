import type { Translation } from '../phrase.ts'
import type sv from './sv.ts'

export default {
  twoMinutes: 'To minutter igjen. Skriv ned det viktigste.',
} as const satisfies Translation<typeof sv>
