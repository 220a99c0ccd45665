import type { Translation } from '../phrase.ts'
import type sv from './sv.ts'

export default {
  subject: 'Oppsummeringen fra {title}',
  hello: 'Hei!',
  asked: 'Du ba om å få oppsummeringen fra {title}. Her er den. Takk for at du var med!',
  attached: 'I den vedlagte filen står alt som ble skrevet på lappene, spørsmål for spørsmål.',
  readHere: 'Les alt som ble skrevet på lappene, spørsmål for spørsmål:',
  readLink: 'Les oppsummeringen',
  noteFrom: 'Fra {owner}:',
  noteFromHost: 'Fra arrangøren:',
  inShort: 'Møtet i korte trekk',
  topTitle: 'Dette fikk flest prikker',
  dotCount: { one: '{n} prikk', other: '{n} prikker' },
  addressUse: 'Vi har adressen din bare for å sende oppsummeringen. Den slettes {date}.',
  unsubscribe: 'Slett adressen min nå',

  letters: 'Brev',
  letterAsked:
    'Du ba om å få oppsummeringen fra {title}. Her er møtet i korte trekk, og hvor du kan lese resten. Takk for at du var med!',
  letterRead:
    'Alt som ble skrevet på lappene, kan du lese her. Skann koden med telefonen, eller skriv inn adressen:',
  letterAsk: 'Vil du ha alt på papir? Spør {owner}.',
  readQr: 'QR-kode til oppsummeringen: {address}',

  unsubscribeTitle: 'Slett adressen min',
  unsubscribeText:
    'E-postadressen din slettes, og postadressen hvis du ga en. Du får ikke mer post om møtet.',
  unsubscribeButton: 'Slett adressen',
  unsubscribedTitle: 'Adressen er slettet',
  unsubscribedText: 'Vi har den ikke lenger. Du får ikke mer post om møtet.',

  files: 'Hent oppsummeringen',
  filePdf: 'PDF til å lese og skrive ut',
  fileDocx: 'Word-dokument',
  fileXlsx: 'Regneark',
  fileMd: 'Ren tekst',
} as const satisfies Translation<typeof sv>
