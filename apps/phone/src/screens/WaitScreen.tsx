import { clockTime } from '@bordet/text'
import type { View } from '@bordet/workshop'
import { LaterContactForm, LaterPrepared, LaterLeftoverDrafts, LaterFormSteps } from '../laterParts.tsx'
import { Icon } from '../parts/Icon.tsx'
import { Footer } from '../seat/Footer.tsx'
import { Header } from '../seat/Header.tsx'
import { useView } from '../seat/seatContext.ts'
import { useWords, type Words } from '../words.ts'
import { OwnNotes } from '../writing/OwnNotes.tsx'
import { Question } from './RoundScreen.tsx'

/** Nothing to do on the phone now: what is going on, where I sit, what comes next. */
export function WaitScreen() {
  const words = useWords()
  const view = useView()
  const next = view.agenda.find((row) => row.state === 'next')
  return (
    <div class="ph">
      <Header />
      <main>
        <Question />
        <LaterPrepared />
        <p class="now-card">
          <Icon name={iconFor(view)} />
          <span>{sentenceFor(words, view)}</span>
        </p>
        {next && (
          <p class="next">
            <span class="muted">{words.say('next')}</span>
            <span lang={view.language}>{next.name}</span>
            <span class="num">{clockTime(words.language, next.at)}</span>
          </p>
        )}
        <LaterFormSteps />
        <LaterContactForm />
        <LaterLeftoverDrafts />
        <OwnNotes />
      </main>
      <Footer />
    </div>
  )
}

function iconFor({ phase }: View) {
  return phase.kind === 'break' ? 'coffee' : phase.kind === 'move' ? 'people' : 'horn'
}

/** Phases of these kinds ask nothing of a phone. */
const kindsToWatch = ['arrival', 'plenary', 'move', 'break', 'signup']

function sentenceFor({ say }: Words, { phase, me, agenda }: View): string {
  const n = me.table ?? ''
  if (phase.kind === 'break') return say('isBreak')
  if (phase.kind === 'move') {
    if (me.isHost) return say('hostStays')
    return me.stays ? say('youStay', { n }) : say('youArrived', { n })
  }
  const hasTurn = agenda.some(
    ({ state, kind }) => (state === 'next' || state === 'later') && !kindsToWatch.includes(kind),
  )
  return say(hasTurn ? 'lookUp' : 'lookUpOnly')
}
