/** Words of four letters and more that say nothing about what a note is about, by language. */
import type { Language } from '@bordet/text'

export const commonWords: Readonly<Record<Language, ReadonlySet<string>>> = {
  sv: words(`
    alla allt andra andras annan annars annat bara behöva behöver behövs bland blev bliva blir borde bättre deras
    dessa detta denna efter eller fick finna finns fler flera fram från fungerar föra förra genom gick göra hade
    hela henne honom haft hans igen inga ingen inget innan inom inte jämt kvar kunde kunna lika måste många mellan mera mest
    mycket nere något några någon också olika oss över resten samma sedan skulle sina skall sådan sådana till under
    upp uppe utan vara varit varje vara varför vilka vilken vill vilja väldigt våra vårt även vore redan ännu idag sånt`),
  da: words(`
    alle andre anden andet bare blev blive bliver burde bedre deres disse dette denne efter eller fandt finde findes
    flere frem gennem gerne gøre hele hende haft hans have igen ikke ingen inden intet kunne lige meget mange mellem
    mere mest nede noget nogle nogen også over resten samme siden skal skulle sine sådan sådanne under uden vores være
    været hver hvert hvorfor hvilke hvilken ville vilje allerede endnu meget vores behov bør fungerer mangler måtte`),
  nb: words(`
    alle andre annen annet bare blitt ble bli blir burde bedre deres disse dette denne etter eller fant finne finnes
    flere fram frem gjennom gjerne gjøre hele henne hatt hans have igjen ikke ingen innen kunne like mye mange mellom
    mer mest nede noe noen også over resten samme siden skal skulle sine slik slike under uten våre være vært hver
    hvert hvorfor hvilke hvilken ville vilje allerede ennå trenger fungerer mangler måtte`),
  en: words(`
    about after again also always another because been before being better between both could does doing down each
    even ever every from have having here into just like made make many more most much must need needs never only
    other others over same should since some such than that their them then there these they this those through
    under until very want wants were what when where which while will with would your ours`),
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/))
}
