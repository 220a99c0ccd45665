import type { Translation } from '../phrase.ts'
import type sv from './sv.ts'

/** The help page, in Danish. */
export default {
  title: 'Sådan virker det',
  lead: 'Bordet er mødets tavle. Du skriver sedler på din telefon, og de kommer op på bordets tavle blandt de andres.',
  joinTitle: 'Kom med',
  join: 'Scan koden på kortet på bordet, eller skriv de seks cifre på forsiden. Du behøver ingen konto, ingen app og intet navn.',
  writeTitle: 'Skriv en seddel',
  write:
    'Skriv én tanke ad gangen, og tryk på knappen nedenunder. Du kan tilføje et billede. Så længe runden varer, kan du rette eller slette dine egne sedler. Vil du hellere sige det? Bordværten kan skrive for dig.',
  stateTitle: 'Kom den frem?',
  state:
    '”Sat op” betyder, at sedlen er gemt og kan ses på tavlen. ”Gemt på din telefon” betyder, at den venter på net. Så bliver den sendt af sig selv, også hvis du har lukket siden og åbner den igen.',
  moveTitle: 'Skifte bord',
  move: 'Telefonen siger til, når det er tid at gå, og til hvilket bord. Har du brug for at blive siddende, trykker du på knappen til det. Satte du dig et andet sted, siger du det nederst på siden.',
  voteTitle: 'Give prikker',
  vote: 'Når mødet vælger, får du nogle prikker at dele ud. Du kan ombestemme dig, til tiden er gået. Ingen ser, hvem der gav hvad.',
  paperTitle: 'Uden telefon',
  paper:
    'Tag et kort og papirsedler ved døren. Det, du skriver på papir, bliver skrevet ind af en hjælper og tæller lige så meget, også dine prikker.',
  readTitle: 'Større tekst, mørk side, skærmlæser',
  read: 'Siden følger telefonens egne indstillinger for tekststørrelse, mørk tilstand og mindre bevægelse. Alt kan gøres med tastatur og med skærmlæser. Sproget vælger du nederst på siden.',
  privacyTitle: 'Det, du skriver',
  privacy:
    'Sedler vises uden navn, og tavlen ved ikke, hvem der skrev hvad. Skriv ikke om andres privatliv eller helbred. En seddel, der krænker nogen, kan du anmelde med flaget. Det, der afleveres til kommunen, kan der blive givet aktindsigt i. Siden henter ingenting fra andre firmaer.',
  helpTitle: 'Når noget driller',
  help: 'Genindlæs siden: det, du har skrevet, er der stadig. Hjælper det ikke, trykker du på ”Bed om hjælp” eller rækker hånden op.',
  language: 'Sprog',
  toStart: 'Til forsiden',
} as const satisfies Translation<typeof sv>
