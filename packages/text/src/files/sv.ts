/** What a page says while a file is written and fetched, in Swedish: the original that the translations follow. */
import type { Catalogue } from '../phrase.ts'

export default {
  writing: 'Gör i ordning {name} …',
  part: 'Gör i ordning {name}: fil {n} av {of}, {part}',
  packing: 'Gör i ordning {name}: packar ihop filerna',
  fetching: 'Hämtar {name}: {got} av {size}',
  waiting: 'Ingen kontakt med servern. Försöker igen av sig själv …',
  bar: 'Så långt har {name} kommit',
  cancel: 'Avbryt',
  cancelled: 'Avbrutet. Ingen fil sparades.',
  done: '{name} är hämtad.',
  failedOffline:
    'Servern svarar inte. Kontrollera nätet och försök igen: det som redan har kommit hämtas inte om.',
  failedServer: '{name} gick inte att göra i ordning på servern. Försök igen, eller välj en annan filtyp.',
  failedBusy: 'Servern gör redan i ordning flera filer. Vänta en stund och försök igen.',
  failedKey: 'Länken ger inte längre tillgång till filerna. Öppna sidan igen med din egen länk.',
  again: 'Försök igen',
} as const satisfies Catalogue
