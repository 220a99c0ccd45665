import type { Translation } from '../phrase.ts'
import type sv from './sv.ts'

export default {
  joinHere: 'Participants go to {url} or scan the code:',
  organiseHere: 'The organiser’s page (keep the link to yourself):',
  dataIn: 'Everything is kept in {folder}',
  stopping: 'Saving and closing …',
  notBuiltTitle: 'The pages are not built yet',
  notBuilt:
    'The server is running, but its pages are missing. Run {command} in the project’s folder and reload.',
  notFoundTitle: 'There is nothing here',
  notFound:
    'The address is not right. Scan the code on the table again, or type the meeting’s code on the start page.',
  toStart: 'To the start page',
  hall: 'Whole hall',
  table: 'Table {n}',
  readMeFile: 'Read me first',
  boardsMissing:
    'These boards are missing as pictures. Open the harvest as facilitator: the pictures are then taken, and are there the next time you fetch the file.',
} as const satisfies Translation<typeof sv>
