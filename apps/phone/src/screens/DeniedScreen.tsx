import { Frame } from '../parts/Frame.tsx'
import { useSeat } from '../seat/seatContext.ts'
import { useWords } from '../words.ts'
import { UnsentWords } from './UnsentWords.tsx'

/** The key opens nothing (any more). Words that were not sent stay here to be copied. */
export function DeniedScreen() {
  const { say } = useWords()
  const { notes } = useSeat()
  return (
    <Frame>
      <h1 tabIndex={-1}>{say('deniedTitle')}</h1>
      <p class="also">{say('denied')}</p>
      <p>
        <a class="btn btn-main" href="/">
          {say('join')}
        </a>
      </p>
      <UnsentWords notes={notes} />
    </Frame>
  )
}
