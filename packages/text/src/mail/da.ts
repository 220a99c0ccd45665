import type { Translation } from '../phrase.ts'
import type sv from './sv.ts'

export default {
  subject: 'Opsamlingen fra {title}',
  hello: 'Hej!',
  asked: 'Du bad om at få opsamlingen fra {title}. Her er den kort fortalt. Tak, fordi du var med!',
  attached: 'Hele rapporten med alt det, der blev skrevet på sedlerne, er vedhæftet.',
  readHere: 'Hele rapporten med alt det, der blev skrevet på sedlerne, finder du her:',
  readLink: 'Læs opsamlingen',
  noteFrom: 'Fra {owner}:',
  noteFromHost: 'Fra arrangøren:',
  noDigest:
    'Ingen har skrevet en sammenfatning endnu. Alt det, der blev skrevet på sedlerne, står i rapporten.',
  test: 'Det her er en prøve. Din adresse bliver ikke gemt.',
  addressUse: 'Vi har kun din adresse for at sende opsamlingen. Den slettes {date}.',
  unsubscribe: 'Slet min adresse nu',

  letters: 'Breve',
  letterAsked: 'Du bad om at få opsamlingen fra {title}. Her er den kort fortalt. Tak, fordi du var med!',
  letterRead:
    'Hele rapporten med alt det, der blev skrevet på sedlerne, ligger på nettet. Skan koden med telefonen, eller skriv adressen:',
  letterAsk: 'Vil du have hele rapporten på papir? Spørg {owner}.',
  letterEnclosed: 'Hele rapporten følger med brevet.',
  readQr: 'QR-kode til opsamlingen: {address}',

  unsubscribeTitle: 'Slet min adresse',
  unsubscribeText:
    'Din e-mailadresse slettes, og din postadresse, hvis du gav en. Du får ikke mere post om mødet.',
  unsubscribeButton: 'Slet adressen',
  unsubscribedTitle: 'Adressen er slettet',
  unsubscribedText: 'Vi har den ikke længere. Du får ikke mere post om mødet.',

  pageLanguage: 'Sprog',
  readReport: 'Læs hele rapporten',
  files: 'Hent opsamlingen',
  filePdf: 'PDF til at læse og udskrive',
  fileDocx: 'Word-dokument',
  fileXlsx: 'Regneark',
  fileMd: 'Ren tekst',
} as const satisfies Translation<typeof sv>
