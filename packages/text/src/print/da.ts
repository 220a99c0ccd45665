import type { Translation } from '../phrase.ts'
import type sv from './sv.ts'

export default {
  all: 'Udskrifter',
  tableCards: 'Bordkort',
  routeCards: 'Rutekort',
  noteSheets: 'Papirsedler',

  table: 'Bord {n}',
  foldHere: 'fold her',
  scan: 'Skan, og skriv fra din telefon',
  orType: 'eller skriv koden på',
  noAccount:
    'Du behøver ikke oprette en konto eller hente en app. Vil du hellere sige det? Bordværten kan skrive for dig.',
  tableQr: 'QR-kode til mødet, bord {n}: {address}',

  hostTitle: 'Bordvært ved bord {n}',
  host1: 'Du bliver siddende, når de andre skifter bord.',
  host2: 'Byd velkommen. Lad alle sige deres fornavn.',
  host3: 'Fortæl på ét minut, hvad den forrige gruppe talte om. Kort, ikke det hele.',
  host4: 'Læs spørgsmålet højt. Spørg: Hvem vil begynde?',
  host5: 'Hjælp alle med at få skrevet noget ned. Du må gerne skrive for andre.',
  host6: 'Du leder ikke en debat, og du behøver ikke forsvare noget.',
  host7: 'Når der er to minutter tilbage: Spørg, hvad der er vigtigst at tage med videre.',
  host8: 'Tryk på »Hjælp«, hvis bordet har brug for facilitatoren.',
  mannersTitle: 'Sådan taler vi sammen',
  manner1: 'Tal om det, der betyder noget for dig.',
  manner2: 'Bidrag med det, du ved og tænker.',
  manner3: 'Lyt for at forstå. Det er i orden at være uenig.',
  manner4: 'Byg videre på hinandens idéer.',
  manner5: 'Skriv, tegn, sæt op. Én tanke pr. seddel.',
  manner6: 'Giv plads, så alle kommer til orde.',
  manner7: 'Led sammen efter mønstre og nye spørgsmål.',

  routeTitle: 'Her skal du sidde',
  card: 'Kort {n}',
  backHome: 'tilbage til dit første bord',
  hostStays: 'du er bordvært og bliver siddende',
  stays: 'du bliver siddende',
  routeHelp:
    'Kortet virker uden telefon. Vil du skrive fra telefonen? Skan koden. Du behøver ikke oplyse dit navn.',
  joinQr: 'QR-kode til mødet: {address}',

  plan: 'Plan over salen',
  planStage: 'Scene',
  planDoor: 'Indgang',
  planCoffee: 'Kaffe',
  planWindow: 'Vinduer',

  oneThought: 'Én tanke pr. seddel.',
  sheetHelp:
    'Skriv tydeligt, og skriv ikke om andres privatliv. Giv sedlen til bordværten eller en hjælper – de skriver den ind på tavlen ord for ord.',
  noteMark: 'Bord {table} · {phase} · {n}',
  spareMark: 'Bord ____ · {phase} · {n}',
  spareTable: 'Skriv bordets nummer i cirklen.',
} as const satisfies Translation<typeof sv>
