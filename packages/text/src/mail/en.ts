import type { Translation } from '../phrase.ts'
import type sv from './sv.ts'

export default {
  subject: 'The harvest of {title}',
  hello: 'Hello!',
  asked: 'You asked for the harvest of {title}. Here it is in short. Thank you for taking part!',
  attached: 'The whole report, with everything that was written on the notes, is attached.',
  readHere: 'The whole report, with everything that was written on the notes, is here:',
  readLink: 'Read the harvest',
  noteFrom: 'From {owner}:',
  noteFromHost: 'From the organiser:',
  noDigest: 'Nobody has written a summary yet. Everything that was written on the notes is in the report.',
  test: 'This is a test. Your address is not kept.',
  addressUse: 'We have your address only to send you the harvest. It will be deleted on {date}.',
  unsubscribe: 'Delete my address now',

  letters: 'Letters',
  letterAsked: 'You asked for the harvest of {title}. Here it is in short. Thank you for taking part!',
  letterRead:
    'The whole report, with everything that was written on the notes, is on the web. Scan the code with your phone, or type the address:',
  letterAsk: 'Would you like the whole report on paper? Ask {owner}.',
  letterEnclosed: 'The whole report comes with this letter.',
  readQr: 'QR code to the harvest: {address}',

  unsubscribeTitle: 'Delete my address',
  unsubscribeText:
    'Your e-mail address will be deleted, and your postal address if you gave one. You will get no more post about the meeting.',
  unsubscribeButton: 'Delete the address',
  unsubscribedTitle: 'The address is deleted',
  unsubscribedText: 'We no longer have it. You will get no more post about the meeting.',

  pageLanguage: 'Language',
  readReport: 'Read the whole report',
  files: 'Get the harvest',
  filePdf: 'PDF, to read and print',
  fileDocx: 'Word document',
  fileXlsx: 'Spreadsheet',
  fileMd: 'Plain text',
} as const satisfies Translation<typeof sv>
