/** What mails and letters with the harvest say, and the pages they lead to, in Swedish: the original that the translations follow. */
import type { Catalogue } from '../phrase.ts'

export default {
  subject: 'Skörden från {title}',
  hello: 'Hej!',
  asked: 'Du bad att få skörden från {title}. Här är den i korthet. Tack för att du var med!',
  attached: 'Hela rapporten, med allt som skrevs på lapparna, är bifogad.',
  readHere: 'Hela rapporten, med allt som skrevs på lapparna, finns här:',
  readLink: 'Läs skörden',
  noteFrom: 'Från {owner}:',
  noteFromHost: 'Från arrangören:',
  noDigest: 'Ingen har skrivit en sammanfattning än. Allt som skrevs på lapparna står i rapporten.',
  test: 'Det här är ett prov. Din adress sparas inte.',
  addressUse: 'Vi har din adress bara för att skicka skörden. Den raderas {date}.',
  unsubscribe: 'Radera min adress nu',

  letters: 'Brev',
  letterAsked: 'Du bad att få skörden från {title}. Här är den i korthet. Tack för att du var med!',
  letterRead:
    'Hela rapporten, med allt som skrevs på lapparna, finns på nätet. Skanna koden med telefonen, eller skriv in adressen:',
  letterAsk: 'Vill du ha hela rapporten på papper? Fråga {owner}.',
  letterEnclosed: 'Hela rapporten följer med brevet.',
  readQr: 'QR-kod till skörden: {address}',

  unsubscribeTitle: 'Radera min adress',
  unsubscribeText:
    'Din e-postadress raderas, och din postadress om du lämnade en. Du får ingen mer post om mötet.',
  unsubscribeButton: 'Radera adressen',
  unsubscribedTitle: 'Adressen är raderad',
  unsubscribedText: 'Den finns inte kvar hos oss. Du får ingen mer post om mötet.',

  pageLanguage: 'Språk',
  readReport: 'Läs hela rapporten',
  files: 'Hämta skörden',
  filePdf: 'PDF, att läsa och skriva ut',
  fileDocx: 'Word-dokument',
  fileXlsx: 'Kalkylark',
  fileMd: 'Ren text',
} as const satisfies Catalogue
