import type { Translation } from '../phrase.ts'
import type sv from './sv.ts'

export default {
  twoMinutes: 'To minutter tilbage. Skriv det vigtigste ned.',
} as const satisfies Translation<typeof sv>
