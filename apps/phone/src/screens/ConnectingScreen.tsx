import { useEffect, useState } from 'preact/hooks'
import { Frame } from '../parts/Frame.tsx'
import { useSeat } from '../seat/seatContext.ts'
import { useWords } from '../words.ts'
import { UnsentWords } from './UnsentWords.tsx'

const patienceMs = 700

/** Before anything has been heard. Says nothing for a moment, since most often that is all it takes. */
export function ConnectingScreen() {
  const { say } = useWords()
  const { notes, isOffline } = useSeat()
  const [isSlow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), patienceMs)
    return () => clearTimeout(timer)
  }, [])
  return (
    <Frame>
      <h1 tabIndex={-1}>{isSlow ? say(isOffline ? 'connectingOffline' : 'connecting') : ''}</h1>
      <UnsentWords notes={notes} />
    </Frame>
  )
}
