/** What the status of an action is called. */
import type { SayHarvest } from './words.ts'

/** Statuses in people's own words stay as they are. */
export function statusName(status: string, say: SayHarvest): string {
  switch (status) {
    case 'planned':
      return say('statusPlanned')
    case 'begun':
      return say('statusBegun')
    case 'done':
      return say('statusDone')
    case 'stopped':
      return say('statusStopped')
    default:
      return status
  }
}
