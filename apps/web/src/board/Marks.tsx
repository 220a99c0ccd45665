/** Dots and reactions on a note, small, with the words for the ear. */
import type { IconName } from '@bordet/look'
import type { Reaction } from '@bordet/workshop'
import { Icon } from '../shared/Icon.tsx'
import { useBoard } from './boardContext.ts'

const icons: Readonly<Record<Reaction, IconName>> = { agree: 'hand', important: 'star', more: 'ask' }
const words = { agree: 'markAgree', important: 'markImportant', more: 'markMore' } as const

export function Marks({ id, className }: { id: string; className: string }) {
  const { marks, say } = useBoard()
  const its = marks.get(id)
  if (!its) return null
  return (
    <span className={`${className} num`}>
      {its.dots !== null && (
        <span className="mark mark-dots">
          <span aria-hidden="true">● {its.dots}</span>
          <span className="vh">{say('markDots', { n: its.dots })}</span>
        </span>
      )}
      {its.reactions.map(({ reaction, count }) => (
        <span key={reaction} className="mark">
          <Icon name={icons[reaction]} />
          <span aria-hidden="true">{count}</span>
          <span className="vh">{say(words[reaction], { n: count })}</span>
        </span>
      ))}
    </span>
  )
}
