/** One stage at a time, with what may lie over it: a message to everybody, and the small signs for whoever runs it. */
import { useCallback, useMemo, useState } from 'react'
import { useDocument } from '../shared/useDocument.ts'
import { CheckStage } from './CheckStage.tsx'
import { chooseStage, type Stage } from './chooseStage.ts'
import { Controls } from './Controls.tsx'
import { ConsentStage } from './ConsentStage.tsx'
import { GroupsStage } from './GroupsStage.tsx'
import { JoinStage } from './JoinStage.tsx'
import { MessageBand } from './MessageBand.tsx'
import { MoveStage } from './MoveStage.tsx'
import { QuestionStage } from './QuestionStage.tsx'
import { RestStage } from './RestStage.tsx'
import { OperatingContext, useShown, type Operating } from './screenContext.ts'
import { ThanksStage } from './ThanksStage.tsx'
import { useFullScreen } from './useFullScreen.ts'
import { useStarted } from './useStarted.ts'
import { useTones } from './useTones.ts'
import { useWakeLock } from './useWakeLock.ts'
import { VoteStage } from './VoteStage.tsx'
import { WallStage } from './WallStage.tsx'

const stages: Readonly<Record<Stage, () => React.ReactNode>> = {
  check: CheckStage,
  join: JoinStage,
  question: QuestionStage,
  plain: QuestionStage,
  move: MoveStage,
  rest: RestStage,
  vote: VoteStage,
  groups: GroupsStage,
  consent: ConsentStage,
  wall: WallStage,
  thanks: ThanksStage,
}

export function BigScreen({ offline }: { offline: boolean }) {
  const { view, clock, say, language } = useShown()
  const toggleFull = useFullScreen()
  const tones = useTones(view, clock)
  const awake = useWakeLock()
  const { hasStarted, setStarted } = useStarted()
  useDocument(`${view.title} – ${say('title')} – Bordet`, language)
  const { wake } = tones
  const start = useCallback(() => {
    wake()
    setStarted()
    if (!document.fullscreenElement) toggleFull()
  }, [wake, setStarted, toggleFull])
  const operating = useMemo<Operating>(
    () => ({ start, toggleFull, tones, awake }),
    [start, toggleFull, tones, awake],
  )
  const stage = chooseStage(view, hasStarted)
  const Stage = stages[stage]
  // A click anywhere is the shortcut for the button that the keyboard finds. On the card to try things by it is not:
  // there people press other buttons first.
  const clicked = () => {
    wake()
    if (stage !== 'check') toggleFull()
  }
  return (
    <OperatingContext value={operating}>
      <div className={`screen screen-${stage}`} onClick={clicked}>
        <Stage key={`${stage} ${view.phase.id}`} />
        <MessageBand />
        <Controls offline={offline} turn={useTurn()} />
      </div>
    </OperatingContext>
  )
}

/** From light to dark and back; before anybody asks, the computer's own setting counts. */
function useTurn(): () => void {
  const [dark, setDark] = useState<boolean | null>(null)
  return useCallback(() => {
    const next = !(dark ?? matchMedia('(prefers-color-scheme: dark)').matches)
    document.documentElement.dataset['theme'] = next ? 'dark' : 'light'
    setDark(next)
  }, [dark])
}
