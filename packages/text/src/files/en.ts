/** What a page says while a file is written and fetched, in English. */
import type { Translation } from '../phrase.ts'
import type sv from './sv.ts'

export default {
  writing: 'Getting {name} ready …',
  part: 'Getting {name} ready: file {n} of {of}, {part}',
  packing: 'Getting {name} ready: packing the files',
  fetching: 'Fetching {name}: {got} of {size}',
  waiting: 'No contact with the server. Trying again by itself …',
  bar: 'How far {name} is',
  cancel: 'Cancel',
  cancelled: 'Cancelled. No file was saved.',
  done: '{name} is fetched.',
  failedOffline:
    'The server does not answer. Check the network and try again: what has come already is not fetched twice.',
  failedServer: '{name} could not be made on the server. Try again, or choose another type of file.',
  failedBusy: 'The server is already making several files. Wait a little and try again.',
  failedKey: 'The link no longer opens the files. Open the page again with your own link.',
  again: 'Try again',
} as const satisfies Translation<typeof sv>
