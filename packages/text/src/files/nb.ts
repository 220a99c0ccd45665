/** What a page says while a file is written and fetched, in Norwegian Bokmål. */
import type { Translation } from '../phrase.ts'
import type sv from './sv.ts'

export default {
  writing: 'Gjør klar {name} …',
  part: 'Gjør klar {name}: fil {n} av {of}, {part}',
  packing: 'Gjør klar {name}: pakker filene sammen',
  fetching: 'Henter {name}: {got} av {size}',
  waiting: 'Ingen kontakt med serveren. Prøver igjen av seg selv …',
  bar: 'Så langt er {name}',
  cancel: 'Avbryt',
  cancelled: 'Avbrutt. Ingen fil ble lagret.',
  done: '{name} er hentet.',
  failedOffline:
    'Serveren svarer ikke. Sjekk nettet og prøv igjen: Det som allerede er kommet, hentes ikke på nytt.',
  failedServer: '{name} kunne ikke gjøres klar på serveren. Prøv igjen, eller velg en annen filtype.',
  failedBusy: 'Serveren gjør allerede klar flere filer. Vent litt og prøv igjen.',
  failedKey: 'Lenken gir ikke lenger tilgang til filene. Åpne siden på nytt med din egen lenke.',
  again: 'Prøv igjen',
} as const satisfies Translation<typeof sv>
