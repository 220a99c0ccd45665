/** The whole page: its language, and whether one stands at the door or has a seat. */
import type { Credentials } from '@bordet/client'
import { useEffect, useState } from 'preact/hooks'
import { seatAddress, type Address } from './address.ts'
import { JoinPages } from './join/JoinPages.tsx'
import { SeatPage } from './seat/SeatPage.tsx'
import { keepLanguage, loadWords, WordsContext, type Language, type Words } from './words.ts'

type Loaded = Omit<Words, 'choose'>

export function App(props: { address: Address; words: Loaded }) {
  const [address, setAddress] = useState(props.address)
  const [isNew, setNew] = useState(false)
  const [loaded, setLoaded] = useState(props.words)

  // Without a network the words cannot be fetched; the page goes on in the language it has.
  const speak = (language: Language) => void loadWords(language).then(setLoaded, () => {})
  const choose = (language: Language) => {
    keepLanguage(language)
    speak(language)
  }
  useEffect(() => {
    document.documentElement.lang = loaded.language
  }, [loaded.language])

  const sitDown = (who: Credentials, isNewHere: boolean) => {
    // The address alone brings one back to this seat, and the browser's "back" not to a form that was answered.
    history.replaceState(null, '', seatAddress(who))
    setNew(isNewHere)
    setAddress({ at: 'seat', who })
  }
  return (
    <WordsContext.Provider value={{ ...loaded, choose }}>
      {address.at === 'door' ? (
        <JoinPages code={address.code} table={address.table} onSeat={sitDown} />
      ) : (
        <SeatPage key={address.who.key} who={address.who} isNew={isNew} onLanguage={speak} />
      )}
    </WordsContext.Provider>
  )
}
