import type { Translation } from '../phrase.ts'
import type sv from './sv.ts'

export default {
  twoMinutes: 'Two minutes left. Write down the most important thing.',
} as const satisfies Translation<typeof sv>
