import type { Catalogue } from '../phrase.ts'

/** What the server itself says: in the terminal, and where a page cannot be shown. */
export default {
  joinHere: 'Deltagare går till {url} eller skannar koden:',
  organiseHere: 'Arrangörens sida (håll länken för dig själv):',
  dataIn: 'Allt sparas i {folder}',
  stopping: 'Sparar och stänger …',
  notBuiltTitle: 'Sidorna är inte byggda än',
  notBuilt: 'Servern är igång, men sidorna saknas. Kör {command} i projektets mapp och ladda om.',
  notFoundTitle: 'Här finns ingenting',
  notFound: 'Adressen stämmer inte. Skanna koden på bordet igen, eller skriv in mötets kod på startsidan.',
  toStart: 'Till startsidan',
  hall: 'Hela salen',
  table: 'Bord {n}',
  readMeFile: 'Läs mig först',
  boardsMissing:
    'De här tavlorna saknas som bild. Öppna skörden som mötesledare: då tas bilderna, och de kommer med nästa gång du hämtar filen.',
} as const satisfies Catalogue
