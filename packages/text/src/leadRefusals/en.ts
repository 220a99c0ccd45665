import type { Translation } from '../phrase.ts'
import type sv from './sv.ts'

export default {
  sheetUnknown: 'That sheet has not been typed in. Look at the list again.',
  themeChosen:
    'People have given this theme dots or put it in order. Merge it with another theme instead, and their choices go along.',
  reportFull: 'There is no room for more here. Remove something first.',
  textTooLong: 'The text gets too long together with what is there already. Make it shorter.',
  tableInUse: 'There are people or notes at one of the tables. Move them first.',
  phaseUnknown: 'That part is not in the programme.',
  noNextPhase: 'This is the last part of the programme.',
  phasePast: 'That part has already been. It stays as it is.',
  phaseRunning:
    'That part is on now. You can change its words and add areas; its time is changed in the cockpit.',
  phaseInUse: 'There are answers in that part. It has to stay.',
  lastPhase: 'The programme needs at least one part.',
  programmeFull: 'The programme is full: at most 60 parts and 60 areas.',
  zoneInUse: 'That area has been open or has notes. Leave it out of the parts to come instead.',
  zoneWrong: 'The area lacks headings or lines.',
  notRunning: 'The clock is not running right now.',
  notPaused: 'It is not paused.',
  helpNotAsked: 'The table no longer asks for help.',
  floorPlanWrong:
    'The plan does not add up: two things in one place, or a table that does not exist. Reload and try again.',
  templateUnknown: 'There is no such template. Choose another.',
  themeTaken: 'There is already a theme with that name.',
  sortedSince: 'Somebody else has changed it since.',
  mergeFinal: 'Dots went along to the other theme, so it cannot be undone.',
} as const satisfies Translation<typeof sv>
