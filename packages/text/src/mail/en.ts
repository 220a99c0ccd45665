import type { Translation } from '../phrase.ts'
import type sv from './sv.ts'

export default {
  subject: 'The harvest of {title}',
  hello: 'Hello!',
  asked: 'You asked for the harvest of {title}. Here it is. Thank you for taking part!',
  attached: 'The attached file holds everything that was written on the notes, question by question.',
  readHere: 'Read everything that was written on the notes, question by question:',
  readLink: 'Read the harvest',
  noteFrom: 'From {owner}:',
  noteFromHost: 'From the organiser:',
  inShort: 'The meeting in short',
  topTitle: 'These got the most dots',
  dotCount: { one: '{n} dot', other: '{n} dots' },
  addressUse: 'We have your address only to send you the harvest. It will be deleted on {date}.',
  unsubscribe: 'Delete my address now',

  letters: 'Letters',
  letterAsked:
    'You asked for the harvest of {title}. Here is the meeting in short, and where to read the rest. Thank you for taking part!',
  letterRead:
    'Everything that was written on the notes can be read here. Scan the code with your phone, or type the address:',
  letterAsk: 'Would you like all of it on paper? Ask {owner}.',
  readQr: 'QR code to the harvest: {address}',

  unsubscribeTitle: 'Delete my address',
  unsubscribeText:
    'Your e-mail address will be deleted, and your postal address if you gave one. You will get no more post about the meeting.',
  unsubscribeButton: 'Delete the address',
  unsubscribedTitle: 'The address is deleted',
  unsubscribedText: 'We no longer have it. You will get no more post about the meeting.',

  files: 'Get the harvest',
  filePdf: 'PDF, to read and print',
  fileDocx: 'Word document',
  fileXlsx: 'Spreadsheet',
  fileMd: 'Plain text',
} as const satisfies Translation<typeof sv>
