import { useSeat, useView } from '../seat/seatContext.ts'
import { useWords } from '../words.ts'

/** In an online meeting: the ways to where one's table talks and draws, or to the table where a move leads. */
export function MeetingLink() {
  const { say } = useWords()
  const { seat } = useSeat()
  const { meetingLinks, me, boards } = useView()
  const n = me.nextTable ?? me.table
  const link = meetingLinks.find(({ table }) => table === n)
  const hasBoard = boards?.tables.some(({ number }) => number === n)
  return (
    <>
      {link && (
        <a class="btn meet" href={link.url} target="_blank" rel="noreferrer">
          {say('openMeeting', { n: link.table })}
        </a>
      )}
      {hasBoard && n !== null && (
        <a class="btn meet" href={seat.boardLink(n)} target="_blank" rel="noreferrer">
          {say('openBoard', { n })}
        </a>
      )}
    </>
  )
}
