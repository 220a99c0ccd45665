import type { Translation } from '../phrase.ts'
import type sv from './sv.ts'

export default {
  all: 'Utskrifter',
  tableCards: 'Bordkort',
  routeCards: 'Rutekort',
  noteSheets: 'Papirlapper',

  table: 'Bord {n}',
  foldHere: 'brett her',
  scan: 'Skann og skriv fra telefonen din',
  orType: 'eller skriv koden på',
  noAccount: 'Du trenger ingen konto og ingen app. Vil du heller si det? Bordverten kan skrive for deg.',
  tableQr: 'QR-kode til møtet, bord {n}: {address}',

  hostTitle: 'Bordvert ved bord {n}',
  host1: 'Du blir sittende når de andre bytter bord.',
  host2: 'Ønsk velkommen. La alle si fornavnet sitt.',
  host3: 'Fortell på ett minutt hva den forrige gruppa snakket om. Kort, ikke alt.',
  host4: 'Les spørsmålet høyt. Spør: Hvem vil begynne?',
  host5: 'Hjelp alle med å få skrevet ned noe. Du kan gjerne skrive for andre.',
  host6: 'Du leder ikke en debatt, og du trenger ikke å forsvare noe.',
  host7: 'Når det er to minutter igjen: Spør hva som er viktigst å ta med videre.',
  host8: 'Trykk på «Hjelp» hvis bordet trenger prosesslederen.',
  mannersTitle: 'Slik snakker vi sammen',
  manner1: 'Snakk om det som er viktig for deg.',
  manner2: 'Bidra med det du vet og tenker.',
  manner3: 'Lytt for å forstå. Det er greit å være uenig.',
  manner4: 'Bygg videre på hverandres ideer.',
  manner5: 'Skriv, tegn, heng opp. Én tanke per lapp.',
  manner6: 'Gi plass, slik at alle kommer til orde.',
  manner7: 'Let sammen etter mønstre og nye spørsmål.',

  routeTitle: 'Her skal du sitte',
  card: 'Kort {n}',
  backHome: 'tilbake til det første bordet ditt',
  hostStays: 'du er bordvert og blir sittende',
  stays: 'du blir sittende',
  routeHelp:
    'Kortet virker uten telefon. Vil du skrive fra telefonen? Skann koden. Du trenger ikke å oppgi navn.',
  joinQr: 'QR-kode til møtet: {address}',

  plan: 'Plan over salen',
  planStage: 'Scene',
  planDoor: 'Inngang',
  planCoffee: 'Kaffe',
  planWindow: 'Vinduer',

  oneThought: 'Én tanke per lapp.',
  sheetHelp:
    'Skriv tydelig, og ikke skriv om andres privatliv. Gi lappen til bordverten eller en hjelper – de skriver den inn på tavla ord for ord.',
  noteMark: 'Bord {table} · {phase} · {n}',
  spareMark: 'Bord ____ · {phase} · {n}',
  spareTable: 'Skriv nummeret på bordet i sirkelen.',
} as const satisfies Translation<typeof sv>
