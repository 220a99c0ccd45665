import type { Translation } from '../phrase.ts'
import type sv from './sv.ts'

export default {
  subject: 'Oppsummeringen fra {title}',
  hello: 'Hei!',
  asked: 'Du ba om å få oppsummeringen fra {title}. Her er den i korte trekk. Takk for at du var med!',
  attached: 'Hele rapporten, med alt som ble skrevet på lappene, er vedlagt.',
  readHere: 'Hele rapporten, med alt som ble skrevet på lappene, finner du her:',
  readLink: 'Les oppsummeringen',
  noteFrom: 'Fra {owner}:',
  noteFromHost: 'Fra arrangøren:',
  noDigest: 'Ingen har skrevet et sammendrag ennå. Alt som ble skrevet på lappene, står i rapporten.',
  test: 'Dette er en prøve. Adressen din blir ikke lagret.',
  addressUse: 'Vi har adressen din bare for å sende oppsummeringen. Den slettes {date}.',
  unsubscribe: 'Slett adressen min nå',

  letters: 'Brev',
  letterAsked: 'Du ba om å få oppsummeringen fra {title}. Her er den i korte trekk. Takk for at du var med!',
  letterRead:
    'Hele rapporten, med alt som ble skrevet på lappene, ligger på nettet. Skann koden med telefonen, eller skriv inn adressen:',
  letterAsk: 'Vil du ha hele rapporten på papir? Spør {owner}.',
  letterEnclosed: 'Hele rapporten følger med brevet.',
  readQr: 'QR-kode til oppsummeringen: {address}',

  unsubscribeTitle: 'Slett adressen min',
  unsubscribeText:
    'E-postadressen din slettes, og postadressen hvis du ga en. Du får ikke mer post om møtet.',
  unsubscribeButton: 'Slett adressen',
  unsubscribedTitle: 'Adressen er slettet',
  unsubscribedText: 'Vi har den ikke lenger. Du får ikke mer post om møtet.',

  pageLanguage: 'Språk',
  readReport: 'Les hele rapporten',
  files: 'Hent oppsummeringen',
  filePdf: 'PDF til å lese og skrive ut',
  fileDocx: 'Word-dokument',
  fileXlsx: 'Regneark',
  fileMd: 'Ren tekst',
} as const satisfies Translation<typeof sv>
