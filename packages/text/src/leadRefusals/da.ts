import type { Translation } from '../phrase.ts'
import type sv from './sv.ts'

export default {
  sheetUnknown: 'Det papir er ikke skrevet ind. Se på listen igen.',
  themeChosen:
    'Temaet har prikker eller en plads i nogens rækkefølge. Slå det sammen med et andet tema i stedet, så følger de med.',
  reportFull: 'Her er ikke plads til mere. Fjern noget først.',
  textTooLong: 'Teksten bliver for lang sammen med det, der allerede står. Gør den kortere.',
  tableInUse: 'Der sidder nogen eller er sedler ved et af bordene. Flyt dem først.',
  phaseUnknown: 'Den del findes ikke i programmet.',
  noNextPhase: 'Det her er den sidste del af programmet.',
  phasePast: 'Den del har allerede været. Den bliver stående, som den er.',
  phaseRunning: 'Den del er i gang. Du kan ændre ordene og tilføje felter; tiden ændrer du i styringen.',
  phaseInUse: 'Der er svar i den del. Den skal blive.',
  lastPhase: 'Programmet skal have mindst én del.',
  programmeFull: 'Programmet er fyldt: højst 60 dele og 60 felter.',
  zoneInUse: 'Feltet har været åbent eller har sedler. Luk det i de dele, der kommer, i stedet.',
  zoneWrong: 'Feltet mangler overskrifter eller linjer.',
  notRunning: 'Uret går ikke lige nu.',
  notPaused: 'Der er ikke pause.',
  helpNotAsked: 'Bordet beder ikke om hjælp længere.',
  floorPlanWrong:
    'Planen hænger ikke sammen: to ting på samme plads, eller et bord, der ikke findes. Genindlæs, og prøv igen.',
  templateUnknown: 'Skabelonen findes ikke. Vælg en anden.',
  themeTaken: 'Der er allerede et tema med det navn.',
  sortedSince: 'En anden har ændret det siden.',
  mergeFinal: 'Prikker fulgte med til det andet tema, så det kan ikke fortrydes.',
} as const satisfies Translation<typeof sv>
