import type { Translation } from '../phrase.ts'
import type sv from './sv.ts'

export default {
  joinHere: 'Deltakere går til {url} eller skanner koden:',
  organiseHere: 'Arrangørens side (hold lenken for deg selv):',
  dataIn: 'Alt lagres i {folder}',
  stopping: 'Lagrer og lukker …',
  notBuiltTitle: 'Sidene er ikke bygget ennå',
  notBuilt: 'Serveren kjører, men sidene mangler. Kjør {command} i prosjektets mappe og last inn på nytt.',
  notFoundTitle: 'Her er det ingenting',
  notFound: 'Adressen stemmer ikke. Skann koden på bordet igjen, eller skriv møtets kode på forsiden.',
  toStart: 'Til forsiden',
  hall: 'Hele salen',
  table: 'Bord {n}',
  readMeFile: 'Les meg først',
  boardsMissing:
    'Disse tavlene mangler som bilde. Åpne høstingen som møteleder: da blir bildene tatt, og de er med neste gang du henter filen.',
} as const satisfies Translation<typeof sv>
