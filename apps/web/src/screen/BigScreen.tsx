/** One stage at a time, with what may lie over it: a message to everybody, and the small sign that the line is down. */
import { useState } from 'react'
import { Icon } from '../shared/Icon.tsx'
import { useDocument } from '../shared/useDocument.ts'
import { useServerNow } from '../shared/useServerNow.ts'
import { shownBroadcast } from '../shared/shownBroadcast.ts'
import { chooseStage, type Stage } from './chooseStage.ts'
import { JoinStage } from './JoinStage.tsx'
import { MoveStage } from './MoveStage.tsx'
import { QuestionStage } from './QuestionStage.tsx'
import { RestStage } from './RestStage.tsx'
import { useShown } from './screenContext.ts'
import { ThanksStage } from './ThanksStage.tsx'
import { useFullScreen, useWakeLock } from './useFullScreen.ts'
import { VoteStage } from './VoteStage.tsx'

const stages: Readonly<Record<Stage, () => React.ReactNode>> = {
  join: JoinStage,
  question: QuestionStage,
  plain: QuestionStage,
  move: MoveStage,
  rest: RestStage,
  vote: VoteStage,
  thanks: ThanksStage,
}

export function BigScreen({ offline }: { offline: boolean }) {
  const { view, say, language } = useShown()
  const toggleFull = useFullScreen()
  const [dark, setDark] = useState<boolean | null>(null)
  useWakeLock()
  useDocument(`${view.title} – ${say('title')} – Bordet`, language)
  const stage = chooseStage(view)
  const Stage = stages[stage]
  const turn = () => {
    const next = !(dark ?? matchMedia('(prefers-color-scheme: dark)').matches)
    document.documentElement.dataset['theme'] = next ? 'dark' : 'light'
    setDark(next)
  }
  return (
    // A click anywhere is the shortcut for the button that the keyboard finds.
    <div className={`screen screen-${stage}`} onClick={toggleFull}>
      <Stage key={`${stage} ${view.phase.id}`} />
      <Message />
      {offline && (
        <div className="off" role="img" aria-label={say('offline')}>
          <Icon name="cloudoff" />
        </div>
      )}
      <div className="ctl" onClick={(event) => event.stopPropagation()}>
        <button type="button" className="btn btn-small" onClick={toggleFull}>
          {say('fullScreen')}
        </button>
        <button type="button" className="btn btn-small" onClick={turn}>
          {say('lightOrDark')}
        </button>
      </div>
    </div>
  )
}

function Message() {
  const { view, clock, say } = useShown()
  const now = useServerNow(clock)
  const text = shownBroadcast(view, now)
  return (
    <div role="status" className="over" data-shown={text !== null}>
      {text !== null && (
        <div className="over-in">
          <Icon name="horn" />
          <p>
            <span className="vh">{say('message')} </span>
            {text}
          </p>
        </div>
      )}
    </div>
  )
}
