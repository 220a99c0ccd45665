/** The whole page: its language, and whether one stands at the door or has a seat. */
import type { Credentials } from '@bordet/client'
import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { seatAddress, type Address } from './address.ts'
import { JoinPages } from './join/JoinPages.tsx'
import { SeatPage } from './seat/SeatPage.tsx'
import { keepLanguage, loadRefusals, loadWords, WordsContext, type Language, type Words } from './words.ts'

type Loaded = Pick<Words, 'language' | 'say'>

export function App(props: { address: Address; words: Loaded }) {
  const [address, setAddress] = useState(props.address)
  const [isNew, setNew] = useState(false)
  const [loaded, setLoaded] = useState(props.words)

  const speak = useCallback((language: Language) => {
    // Without a network the words cannot be fetched; the page goes on in the language it has.
    loadWords(language).then(setLoaded, () => {})
  }, [])
  const choose = (language: Language) => {
    keepLanguage(language)
    speak(language)
  }
  const sayRefusal = useRefusals(loaded)
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
    <WordsContext.Provider value={{ ...loaded, sayRefusal, choose }}>
      {address.at === 'door' ? (
        <JoinPages code={address.code} table={address.table} onSeat={sitDown} />
      ) : (
        <SeatPage key={address.who.key} who={address.who} isNew={isNew} onLanguage={speak} />
      )}
    </WordsContext.Provider>
  )
}

/** Fetches the sentences when the first refusal is to be said: most people never meet one. */
function useRefusals({ language, say }: Loaded): (code: string) => string {
  const [known, setKnown] = useState<{
    language: Language
    sentences: Readonly<Record<string, unknown>>
  } | null>(null)
  const isFetching = useRef(false)
  const fetchSentences = async () => {
    isFetching.current = true
    const sentences = await loadRefusals(language).catch(() => null)
    isFetching.current = false
    if (sentences) setKnown({ language, sentences })
  }
  return (code) => {
    if (known?.language !== language && !isFetching.current) void fetchSentences()
    const sentence = known?.language === language ? known.sentences[code] : undefined
    return typeof sentence === 'string' ? sentence : say('refusedOther')
  }
}
