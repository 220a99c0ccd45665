import type { Translation } from '../phrase.ts'
import type sv from './sv.ts'

export default {
  joinHere: 'Deltagere går til {url} eller scanner koden:',
  organiseHere: 'Arrangørens side (hold linket for dig selv):',
  dataIn: 'Alt gemmes i {folder}',
  stopping: 'Gemmer og lukker …',
  notBuiltTitle: 'Siderne er ikke bygget endnu',
  notBuilt: 'Serveren kører, men siderne mangler. Kør {command} i projektets mappe, og genindlæs.',
  notFoundTitle: 'Her er ikke noget',
  notFound: 'Adressen passer ikke. Scan koden på bordet igen, eller skriv mødets kode på forsiden.',
  toStart: 'Til forsiden',
  hall: 'Hele salen',
  table: 'Bord {n}',
  readMeFile: 'Læs mig først',
  boardsMissing:
    'De her tavler mangler som billede. Åbn opsamlingen som mødeleder: så bliver billederne taget, og de er med, næste gang du henter filen.',
} as const satisfies Translation<typeof sv>
