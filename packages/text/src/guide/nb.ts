import type { Translation } from '../phrase.ts'
import type sv from './sv.ts'

/** The help page, in Norwegian Bokmål. */
export default {
  title: 'Slik fungerer det',
  lead: 'Bordet er møtets tavle. Du skriver lapper på telefonen din, og de kommer opp på bordets tavle blant de andres.',
  joinTitle: 'Bli med',
  join: 'Skann koden på kortet på bordet, eller skriv de seks sifrene på startsiden. Du trenger ingen konto, ingen app og ikke noe navn.',
  writeTitle: 'Skriv en lapp',
  write:
    'Skriv én tanke om gangen, og trykk på knappen under. Du kan legge til et bilde. Så lenge runden varer, kan du endre eller slette dine egne lapper. Vil du heller si det? Bordverten kan skrive for deg.',
  stateTitle: 'Kom den frem?',
  state:
    '«Hengt opp» betyr at lappen er lagret og synes på tavla. «Lagret på telefonen din» betyr at den venter på nett. Da sendes den av seg selv, også om du har lukket siden og åpner den igjen.',
  moveTitle: 'Bytte bord',
  move: 'Telefonen sier fra når det er tid for å gå, og til hvilket bord. Trenger du å bli sittende, trykker du på knappen for det. Satte du deg et annet sted, sier du det nederst på siden.',
  voteTitle: 'Gi prikker',
  vote: 'Når møtet velger, får du noen prikker å dele ut. Du kan ombestemme deg til tiden er ute. Ingen ser hvem som ga hva.',
  paperTitle: 'Uten telefon',
  paper:
    'Ta et kort og papirlapper ved døren. Det du skriver på papir, blir skrevet inn av en hjelper og teller like mye, også prikkene dine.',
  readTitle: 'Større tekst, mørk side, skjermleser',
  read: 'Siden følger telefonens egne innstillinger for tekststørrelse, mørk modus og mindre bevegelse. Alt kan gjøres med tastatur og med skjermleser. Språket velger du nederst på siden.',
  privacyTitle: 'Det du skriver',
  privacy:
    'Lapper vises uten navn, og tavla vet ikke hvem som skrev hva. Ikke skriv om andres privatliv eller helse. En lapp som krenker noen, kan du melde med flagget. Det som leveres til kommunen, kan bli et offentlig dokument. Siden henter ingenting fra andre firmaer.',
  helpTitle: 'Når noe krangler',
  help: 'Last siden på nytt: det du har skrevet, er der fortsatt. Hjelper ikke det, trykker du på «Be om hjelp» eller rekker opp hånden.',
  language: 'Språk',
  toStart: 'Til startsiden',
} as const satisfies Translation<typeof sv>
