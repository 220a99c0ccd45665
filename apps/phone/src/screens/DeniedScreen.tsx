import { LanguageChoice } from '../parts/LanguageChoice.tsx'
import { Logo } from '../parts/Logo.tsx'
import { useSeat } from '../seat/seatContext.ts'
import { useWords } from '../words.ts'
import { UnsentWords } from './UnsentWords.tsx'

/** The key opens nothing (any more). Words that were not sent stay here to be copied. */
export function DeniedScreen() {
  const { say } = useWords()
  const { notes } = useSeat()
  return (
    <div class="ph">
      <header class="bar">
        <Logo />
      </header>
      <main class="name">
        <h1 tabIndex={-1}>{say('deniedTitle')}</h1>
        <p class="also">{say('denied')}</p>
        <p>
          <a class="btn btn-main" href="/">
            {say('joinAgain')}
          </a>
        </p>
        <UnsentWords notes={notes} />
      </main>
      <footer class="foot">
        <LanguageChoice />
      </footer>
    </div>
  )
}
