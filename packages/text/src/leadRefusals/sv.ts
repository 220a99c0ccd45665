import type { Catalogue } from '../phrase.ts'

/** Every no that only those who lead a meeting can meet, beside the others: phones need not carry them. */
export default {
  sheetUnknown: 'Det papperet är inte inskrivet. Titta på listan igen.',
  themeChosen:
    'Temat har prickar eller en plats i någons ordning. Slå ihop det med ett annat tema i stället, så följer de med.',
  reportFull: 'Här får inte mer plats. Ta bort något först.',
  textTooLong: 'Texten blir för lång tillsammans med det som redan står där. Korta den.',
  tableInUse: 'Det sitter folk eller finns lappar vid ett av borden. Flytta dem först.',
  phaseUnknown: 'Den delen finns inte i programmet.',
  noNextPhase: 'Det här är sista delen av programmet.',
  phasePast: 'Den delen har redan varit. Den står kvar som den är.',
  phaseRunning: 'Den delen pågår. Du kan ändra orden och lägga till rutor; tiden ändrar du i styrningen.',
  phaseInUse: 'Det finns svar i den delen. Den måste vara kvar.',
  lastPhase: 'Programmet måste ha minst en del.',
  programmeFull: 'Programmet är fullt: högst 60 delar och 60 rutor.',
  zoneInUse: 'Rutan har varit öppen eller har lappar. Stäng den i de delar som kommer i stället.',
  zoneWrong: 'Rutan saknar rubriker eller rader.',
  notRunning: 'Klockan går inte just nu.',
  notPaused: 'Det är inte paus.',
  helpNotAsked: 'Bordet ber inte om hjälp längre.',
  floorPlanWrong:
    'Planen går inte ihop: två saker på samma plats, eller ett bord som inte finns. Ladda om och försök igen.',
  templateUnknown: 'Mallen finns inte. Välj en annan.',
  themeTaken: 'Det finns redan ett tema som heter så.',
  sortedSince: 'Någon annan har ändrat det sedan dess.',
  mergeFinal: 'Prickar följde med till det andra temat, så det går inte att ångra.',
} as const satisfies Catalogue
