/** What a page says while a file is written and fetched, in Danish. */
import type { Translation } from '../phrase.ts'
import type sv from './sv.ts'

export default {
  writing: 'Gør {name} klar …',
  part: 'Gør {name} klar: fil {n} af {of}, {part}',
  packing: 'Gør {name} klar: pakker filerne sammen',
  fetching: 'Henter {name}: {got} af {size}',
  waiting: 'Ingen forbindelse til serveren. Prøver selv igen …',
  bar: 'Så langt er {name}',
  cancel: 'Afbryd',
  cancelled: 'Afbrudt. Ingen fil blev gemt.',
  done: '{name} er hentet.',
  failedOffline:
    'Serveren svarer ikke. Tjek nettet, og prøv igen: Det, der allerede er kommet, hentes ikke igen.',
  failedServer: '{name} kunne ikke gøres klar på serveren. Prøv igen, eller vælg en anden filtype.',
  failedBusy: 'Serveren er allerede i gang med flere filer. Vent lidt, og prøv igen.',
  failedKey: 'Linket giver ikke længere adgang til filerne. Åbn siden igen med dit eget link.',
  again: 'Prøv igen',
} as const satisfies Translation<typeof sv>
