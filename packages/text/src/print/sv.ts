/** What the paper on the tables says, in Swedish: the original that the translations follow. */
import type { Catalogue } from '../phrase.ts'

export default {
  all: 'Utskrifter',
  tableCards: 'Bordskort',
  routeCards: 'Vägkort',
  noteSheets: 'Papperslappar',

  table: 'Bord {n}',
  foldHere: 'vik här',
  scan: 'Skanna och skriv från din telefon',
  orType: 'eller skriv koden på',
  noAccount: 'Du behöver inget konto och ingen app. Vill du hellre säga det? Bordsvärden kan skriva åt dig.',
  tableQr: 'QR-kod till mötet, bord {n}: {address}',

  hostTitle: 'Bordsvärd vid bord {n}',
  host1: 'Du sitter kvar när de andra byter bord.',
  host2: 'Hälsa välkommen. Låt alla säga sitt förnamn.',
  host3: 'Berätta på en minut vad förra gruppen pratade om. Kort, inte allt.',
  host4: 'Läs frågan högt. Fråga: Vem vill börja?',
  host5: 'Hjälp alla att få något nedskrivet. Du får gärna skriva åt andra.',
  host6: 'Du leder ingen debatt och behöver inte försvara något.',
  host7: 'När två minuter är kvar: Fråga vad som är viktigast att ta med vidare.',
  host8: 'Tryck på ”Hjälp” om bordet behöver processledaren.',
  mannersTitle: 'Så pratar vi',
  manner1: 'Prata om det som är viktigt för dig.',
  manner2: 'Bidra med det du vet och tänker.',
  manner3: 'Lyssna för att förstå. Det är okej att tycka olika.',
  manner4: 'Bygg vidare på varandras idéer.',
  manner5: 'Skriv, rita, sätt upp. En tanke per lapp.',
  manner6: 'Ge plats så att alla kommer till tals.',
  manner7: 'Leta tillsammans efter mönster och nya frågor.',

  routeTitle: 'Här ska du sitta',
  card: 'Kort {n}',
  backHome: 'tillbaka till ditt första bord',
  hostStays: 'du är bordsvärd och sitter kvar',
  stays: 'du sitter kvar',
  routeHelp: 'Kortet fungerar utan telefon. Vill du skriva från telefonen? Skanna. Ditt namn behövs inte.',
  joinQr: 'QR-kod till mötet: {address}',

  plan: 'Plan över salen',
  planStage: 'Scen',
  planDoor: 'Ingång',
  planCoffee: 'Kaffe',
  planWindow: 'Fönster',

  oneThought: 'En tanke per lapp.',
  sheetHelp:
    'Skriv tydligt och skriv inte om andras privatliv. Ge lappen till bordsvärden eller en medhjälpare – de skriver in den på tavlan ord för ord.',
  noteMark: 'Bord {table} · {phase} · {n}',
  spareMark: 'Bord ____ · {phase} · {n}',
  spareTable: 'Skriv bordets nummer i cirkeln.',
} as const satisfies Catalogue
