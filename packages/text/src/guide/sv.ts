import type { Catalogue } from '../phrase.ts'

/** The help page for everybody who comes to a meeting, in Swedish: the original that the translations follow. */
export default {
  title: 'Så fungerar det',
  lead: 'Bordet är mötets tavla. Du skriver lappar på din telefon, och de hamnar på bordets tavla bland de andras.',
  joinTitle: 'Gå med',
  join: 'Skanna koden på kortet på bordet, eller skriv de sex siffrorna på startsidan. Du behöver inget konto, ingen app och inget namn.',
  writeTitle: 'Skriv en lapp',
  write:
    'Skriv en tanke i taget och tryck på knappen under. Du kan lägga till en bild. Så länge omgången pågår kan du ändra eller ta bort dina egna lappar. Hellre säga det? Bordsvärden kan skriva åt dig.',
  stateTitle: 'Kom den fram?',
  state:
    '”Uppsatt” betyder att lappen är sparad och syns på tavlan. ”Sparat i din telefon” betyder att den väntar på nät. Då skickas den av sig själv, också om du har stängt sidan och öppnar den igen.',
  moveTitle: 'Byta bord',
  move: 'Telefonen säger till när det är dags att gå, och till vilket bord. Behöver du sitta kvar trycker du på knappen för det. Satte du dig någon annanstans säger du det längst ned på sidan.',
  voteTitle: 'Ge prickar',
  vote: 'När mötet väljer får du några prickar att dela ut. Du kan ändra dig tills tiden är ute. Ingen ser vem som gav vad.',
  paperTitle: 'Utan telefon',
  paper:
    'Ta ett kort och papperslappar vid dörren. Det du skriver på papper skrivs in av en hjälpare och räknas lika mycket, dina prickar också.',
  readTitle: 'Större text, mörk sida, skärmläsare',
  read: 'Sidan följer telefonens egna inställningar för textstorlek, mörkt läge och mindre rörelse. Allt går att göra med tangentbord och med skärmläsare. Språket väljer du längst ned på sidan.',
  privacyTitle: 'Det du skriver',
  privacy:
    'Lappar visas utan namn, och tavlan vet inte vem som skrev vad. Skriv inte om andras privatliv eller hälsa. En lapp som kränker någon kan du anmäla med flaggan. Det som lämnas till kommunen kan bli allmän handling. Sidan hämtar ingenting från andra företag.',
  helpTitle: 'När något krånglar',
  help: 'Ladda om sidan: det du har skrivit finns kvar. Hjälper inte det trycker du på ”Be om hjälp”, eller räcker upp handen.',
  language: 'Språk',
  toStart: 'Till startsidan',
} as const satisfies Catalogue
