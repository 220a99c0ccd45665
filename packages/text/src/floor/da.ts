import type { Translation } from '../phrase.ts'
import type sv from './sv.ts'

export default {
  hallTitle: 'Salen, eller mødet på nettet',
  hallText: 'Det er ikke nødvendigt: uden plan vises bordene i lige rækker.',
  planButton: 'Tegn salens plan',
  planText:
    'Hvor bordene står. Ses på storskærmen, på telefonen, når nogen skal skifte bord, og på rutekortene.',
  planTitle: 'Salens plan',
  intro:
    'Tryk på et bord og så på pladsen, hvor det står. Med tastaturet: pile, Enter, Delete. Man kan også trække.',
  tools: 'Hvad gør du?',
  move: 'Flyt',
  stage: 'Scene',
  door: 'Indgang',
  coffee: 'Kaffe',
  window: 'Vinduer',
  columns: 'Kolonner',
  rows: 'Rækker',
  less: 'Færre: {what}',
  more: 'Flere: {what}',
  size: '{columns} kolonner og {rows} rækker',
  sizeKept: 'Der står noget. Flyt det først.',
  gridLabel: 'Salen set ovenfra',
  table: 'Bord {n}',
  place: 'række {row}, plads {column}',
  free: 'tom',
  lifted: '{what} er løftet. Tryk på pladsen, hvor det skal stå.',
  letGo: 'Bliver stående.',
  standsNow: '{what} står nu på {place}.',
  gone: '{what} er væk fra {place}.',
  nothingHere: 'Her står ingenting. Vælg scene, indgang, kaffe eller vinduer for at stille noget op.',
  tableHere: 'Her står {what}. Flyt bordet først.',
  tableStays: 'Et bord kan ikke fjernes her, kun flyttes.',
  even: 'Lige rækker',
  evenDone: 'Bordene står i lige rækker.',
  save: 'Gem',
  remove: 'Fjern planen',
  close: 'Luk',
  meetButton: 'Mødelinks',
  meetText:
    'Til møder på nettet: én adresse pr. bord. Ses på telefonen og på tavlen hos dem, der sidder der.',
  meetTitle: 'Mødelinks til bordene',
  meetIntro:
    'Hvilken tjeneste som helst, bare adressen begynder med https://. Indsæt flere linjer, så fyldes felterne oppefra.',
  meetWrong: 'Skriv hele adressen, med https:// først.',
} as const satisfies Translation<typeof sv>
