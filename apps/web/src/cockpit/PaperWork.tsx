/** What comes in on paper: dots while there is a vote, and notes. */
import type { View } from '@bordet/workshop'
import { useCockpit } from './cockpitContext.ts'
import { PaperDots } from './PaperDots.tsx'
import { PaperNotes } from './PaperNotes.tsx'
import { PaperSlips } from './PaperSlips.tsx'

export function isVoteOnPaper({ vote, status }: Pick<View, 'vote' | 'status'>): boolean {
  return vote !== null && !vote.revealed && status === 'open'
}

export function PaperWork({ headingId }: { headingId?: string }) {
  const { view, say } = useCockpit()
  const heading = headingId === undefined ? {} : { headingId }
  if (!view.vote || !isVoteOnPaper(view))
    return (
      <>
        <PaperNotes {...heading} />
        <PaperSlips />
      </>
    )
  return (
    <>
      <PaperDots vote={view.vote} {...heading} />
      <details className="paper-also">
        <summary>{say('paperTitle')}</summary>
        <PaperNotes />
      </details>
      <PaperSlips />
    </>
  )
}
