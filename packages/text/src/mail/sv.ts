/** What mails and letters with the harvest say, and the pages they lead to, in Swedish: the original that the translations follow. */
import type { Catalogue } from '../phrase.ts'

export default {
  subject: 'Skörden från {title}',
  hello: 'Hej!',
  asked: 'Du bad att få skörden från {title}. Här är den. Tack för att du var med!',
  attached: 'I den bifogade filen står allt som skrevs på lapparna, fråga för fråga.',
  readHere: 'Läs allt som skrevs på lapparna, fråga för fråga:',
  readLink: 'Läs skörden',
  noteFrom: 'Från {owner}:',
  noteFromHost: 'Från arrangören:',
  inShort: 'Mötet i korthet',
  topTitle: 'Det här fick flest prickar',
  dotCount: { one: '{n} prick', other: '{n} prickar' },
  addressUse: 'Vi har din adress bara för att skicka skörden. Den raderas {date}.',
  unsubscribe: 'Radera min adress nu',

  letters: 'Brev',
  letterAsked:
    'Du bad att få skörden från {title}. Här är mötet i korthet, och var du läser resten. Tack för att du var med!',
  letterRead:
    'Allt som skrevs på lapparna kan du läsa här. Skanna koden med telefonen, eller skriv in adressen:',
  letterAsk: 'Vill du ha allt på papper? Fråga {owner}.',
  readQr: 'QR-kod till skörden: {address}',

  unsubscribeTitle: 'Radera min adress',
  unsubscribeText:
    'Din e-postadress raderas, och din postadress om du lämnade en. Du får ingen mer post om mötet.',
  unsubscribeButton: 'Radera adressen',
  unsubscribedTitle: 'Adressen är raderad',
  unsubscribedText: 'Den finns inte kvar hos oss. Du får ingen mer post om mötet.',

  files: 'Hämta skörden',
  filePdf: 'PDF, att läsa och skriva ut',
  fileDocx: 'Word-dokument',
  fileXlsx: 'Kalkylark',
  fileMd: 'Ren text',
} as const satisfies Catalogue
