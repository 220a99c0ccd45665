/** Words that stand in notes about anything, in Swedish, Danish, Norwegian and English: they say nothing about a theme. */
const emptyWords = new Set(
  [
    'jag mig min mitt mina dig din ditt dina vet tror tycker samma tack håller och att det den som för med har var kan ska vill inte bara från till vid när där här hur vad man mer mest fler flera många mycket något någon några alla allt finns borde behöver skulle måste kunna också eller men utan sin sitt sina vår vårt våra oss dem dom han hon era det så detta denna dessa blir bli varit hade gör göra får går bra bättre',
    'jeg mig min mit mine dig din dit dine ved tror synes samme tak holder ikke for fra til ved når hvor hvad hvem man mere mest flere mange meget noget nogen nogle alle alt findes burde behøver skal skulle må måtte kunne også eller men uden sin sit sine vores vore os dem han hun der her det dette denne disse bliver blev blive været havde gør gøre får går har vil ville kan god godt gode bedre være være',
    'meg deg hva mye takk mener noe noen finnes burde trenger måtte uten vår vårt våre oss blir ble bli vært hadde gjør gjøre bedre bra flere ikkje være når hvorfor fordi',
    'same think know thanks thank agree the and for with that this these those have has had was were are is not but from they them their there here our you your what when where how who all any some more most many much very can could should would will need needs want wants get gets got just also only too been being does did about into than then its good better',
  ].flatMap((words) => words.split(' ')),
)

export function isEmptyWord(word: string): boolean {
  return emptyWords.has(word)
}
