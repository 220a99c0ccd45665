import { clockTime, dateLong } from '@bordet/text'
import { Icon } from '../parts/Icon.tsx'
import { useWords, type Language, type Words } from '../words.ts'
import type { JoinTrouble } from './join.ts'

export interface Trouble {
  trouble: JoinTrouble
  opensAt?: number
}

/** One sentence for what went wrong; red only when the person must do something about it. */
export function TroubleLine({ trouble, isShort = false }: { trouble: Trouble; isShort?: boolean }) {
  const words = useWords()
  const isCalm = trouble.trouble !== 'wrong'
  return (
    <p class={isCalm ? 'trouble' : 'trouble err'}>
      <Icon name={trouble.trouble === 'offline' ? 'cloudoff' : isCalm ? 'clock' : 'warn'} />
      <span>{isShort ? words.say('codeShort') : sentenceFor(words, trouble)}</span>
    </p>
  )
}

function sentenceFor({ say, language }: Words, { trouble, opensAt }: Trouble): string {
  switch (trouble) {
    case 'wrong':
      return say('codeWrong')
    case 'notOpen':
      return opensAt === undefined
        ? say('notOpenYet')
        : say('opensAt', { time: dayAndTime(language, opensAt) })
    case 'over':
      return say('isOver')
    case 'full':
      return say('isFull')
    case 'tooMany':
      return say('tooManyTries')
    case 'offline':
      return say('joinOffline')
    case 'other':
      return say('joinOther')
  }
}

/** 18.00, with the date when it is not today. */
function dayAndTime(language: Language, at: number): string {
  const day = dateLong(language, at)
  const time = clockTime(language, at)
  return day === dateLong(language, Date.now()) ? time : `${day} ${time}`
}
