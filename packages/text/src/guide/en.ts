import type { Translation } from '../phrase.ts'
import type sv from './sv.ts'

/** The help page, in English. */
export default {
  title: 'How it works',
  lead: 'Bordet is the meeting’s board. You write notes on your phone, and they appear on the table’s board among the others’.',
  joinTitle: 'Joining',
  join: 'Scan the code on the card on the table, or type the six digits on the start page. You need no account, no app and no name.',
  writeTitle: 'Writing a note',
  write:
    'Write one thought at a time and press the button below. You can add a picture. While the round goes on you can edit or delete your own notes. Would you rather say it? The table host can write for you.',
  stateTitle: 'Did it arrive?',
  state:
    '“Posted” means that the note is saved and can be seen on the board. “Saved on your phone” means that it is waiting for a connection. It is then sent by itself, even if you close the page and open it again.',
  moveTitle: 'Changing tables',
  move: 'Your phone tells you when it is time to go, and to which table. If you need to stay seated, press the button for that. If you sat down somewhere else, say so at the bottom of the page.',
  voteTitle: 'Giving dots',
  vote: 'When the meeting chooses, you get a few dots to give. You can change your mind until time is up. Nobody sees who gave what.',
  paperTitle: 'Without a phone',
  paper:
    'Take a card and paper notes at the door. What you write on paper is typed in by a helper and counts just as much, and so do your dots.',
  readTitle: 'Larger text, dark page, screen reader',
  read: 'The page follows your phone’s own settings for text size, dark mode and less motion. Everything can be done with a keyboard and with a screen reader. You choose the language at the bottom of the page.',
  privacyTitle: 'What you write',
  privacy:
    'Notes are shown without names, and the board does not know who wrote what. Do not write about other people’s private lives or health. You can report a hurtful note with the flag. What is handed to the municipality may become a public record. The page fetches nothing from other companies.',
  helpTitle: 'When something goes wrong',
  help: 'Reload the page: what you have written is still there. If that does not help, press “Ask for help”, or raise your hand.',
  language: 'Language',
  toStart: 'To the start page',
} as const satisfies Translation<typeof sv>
