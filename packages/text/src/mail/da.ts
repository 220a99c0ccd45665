import type { Translation } from '../phrase.ts'
import type sv from './sv.ts'

export default {
  subject: 'Opsamlingen fra {title}',
  hello: 'Hej!',
  asked: 'Du bad om at få opsamlingen fra {title}. Her er den. Tak, fordi du var med!',
  attached: 'I den vedhæftede fil står alt det, der blev skrevet på sedlerne, spørgsmål for spørgsmål.',
  readHere: 'Læs alt det, der blev skrevet på sedlerne, spørgsmål for spørgsmål:',
  readLink: 'Læs opsamlingen',
  noteFrom: 'Fra {owner}:',
  noteFromHost: 'Fra arrangøren:',
  inShort: 'Mødet kort fortalt',
  topTitle: 'Det her fik flest prikker',
  dotCount: { one: '{n} prik', other: '{n} prikker' },
  addressUse: 'Vi har kun din adresse for at sende opsamlingen. Den slettes {date}.',
  unsubscribe: 'Slet min adresse nu',

  letters: 'Breve',
  letterAsked:
    'Du bad om at få opsamlingen fra {title}. Her er mødet kort fortalt, og hvor du kan læse resten. Tak, fordi du var med!',
  letterRead:
    'Alt det, der blev skrevet på sedlerne, kan du læse her. Skan koden med telefonen, eller skriv adressen:',
  letterAsk: 'Vil du have det hele på papir? Spørg {owner}.',
  readQr: 'QR-kode til opsamlingen: {address}',

  unsubscribeTitle: 'Slet min adresse',
  unsubscribeText:
    'Din e-mailadresse slettes, og din postadresse, hvis du gav en. Du får ikke mere post om mødet.',
  unsubscribeButton: 'Slet adressen',
  unsubscribedTitle: 'Adressen er slettet',
  unsubscribedText: 'Vi har den ikke længere. Du får ikke mere post om mødet.',

  files: 'Hent opsamlingen',
  filePdf: 'PDF til at læse og udskrive',
  fileDocx: 'Word-dokument',
  fileXlsx: 'Regneark',
  fileMd: 'Ren tekst',
} as const satisfies Translation<typeof sv>
