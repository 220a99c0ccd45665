/** Whether what was written here is safe, in words, a shape and a colour; said aloud when it is not. */
import type { Say } from '@bordet/text'
import type svWords from '@bordet/text/board/sv'
import { Icon } from '../shared/Icon.tsx'
import type { ShownSaved } from './tellCalmly.ts'

const looks = {
  opening: { words: 'opening', style: 'st-sending' },
  saved: { words: 'saved', style: 'st-saved' },
  saving: { words: 'saving', style: 'st-sending' },
  late: { words: 'notYetSaved', style: 'st-kept' },
  offline: { words: 'offline', style: 'st-kept' },
  unsaved: { words: 'notSaved', style: 'st-kept' },
} as const

export function SavedMark({ saved, say }: { saved: ShownSaved; say: Say<typeof svWords> }) {
  const { words, style } = looks[saved]
  return (
    <>
      <span className={`st ${style}`}>
        {style === 'st-sending' && <span className="spin" aria-hidden="true" />}
        {style === 'st-saved' && <Icon name="check" />}
        {style === 'st-kept' && <Icon name="cloudoff" />}
        {say(words)}
      </span>
      <span className="vh" role="status">
        {style === 'st-kept' ? say(words) : ''}
      </span>
    </>
  )
}
