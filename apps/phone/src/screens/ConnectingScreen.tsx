import { Frame } from '../parts/Frame.tsx'
import { useSeat } from '../seat/seatContext.ts'
import { useWords } from '../words.ts'
import { UnsentWords } from './UnsentWords.tsx'

/** Before anything has been heard. Its words appear after a moment, since most often that is all it takes. */
export function ConnectingScreen() {
  const { say } = useWords()
  const { notes, isOffline } = useSeat()
  return (
    <Frame>
      <h1 class="late" tabIndex={-1}>
        {say(isOffline ? 'connectingOffline' : 'connecting')}
      </h1>
      <UnsentWords notes={notes} />
    </Frame>
  )
}
