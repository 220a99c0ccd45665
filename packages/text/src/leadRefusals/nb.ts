import type { Translation } from '../phrase.ts'
import type sv from './sv.ts'

export default {
  sheetUnknown: 'Det papiret er ikke skrevet inn. Se på lista igjen.',
  themeChosen:
    'Temaet har prikker eller en plass i noens rekkefølge. Slå det sammen med et annet tema i stedet, så følger de med.',
  reportFull: 'Her er det ikke plass til mer. Fjern noe først.',
  textTooLong: 'Teksten blir for lang sammen med det som allerede står der. Gjør den kortere.',
  tableInUse: 'Det sitter noen eller er lapper ved et av bordene. Flytt dem først.',
  phaseUnknown: 'Den delen finnes ikke i programmet.',
  noNextPhase: 'Dette er den siste delen av programmet.',
  phasePast: 'Den delen har allerede vært. Den blir stående som den er.',
  phaseRunning: 'Den delen pågår. Du kan endre ordene og legge til felt; tiden endrer du i styringen.',
  phaseInUse: 'Det finnes svar i den delen. Den må bli værende.',
  lastPhase: 'Programmet må ha minst én del.',
  programmeFull: 'Programmet er fullt: høyst 60 deler og 60 felt.',
  zoneInUse: 'Feltet har vært åpent eller har lapper. Lukk det i delene som kommer, i stedet.',
  zoneWrong: 'Feltet mangler overskrifter eller linjer.',
  notRunning: 'Klokka går ikke akkurat nå.',
  notPaused: 'Det er ikke pause.',
  helpNotAsked: 'Bordet ber ikke om hjelp lenger.',
  floorPlanWrong:
    'Planen går ikke opp: to ting på samme plass, eller et bord som ikke finnes. Last inn på nytt og prøv igjen.',
  templateUnknown: 'Malen finnes ikke. Velg en annen.',
  themeTaken: 'Det finnes allerede et tema med det navnet.',
  sortedSince: 'Noen andre har endret det siden.',
  mergeFinal: 'Prikker fulgte med til det andre temaet, så det kan ikke angres.',
} as const satisfies Translation<typeof sv>
