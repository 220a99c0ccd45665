import { useView } from '../seat/seatContext.ts'
import { useWords } from '../words.ts'

/** In an online meeting: the way to where one's table talks, or where it leads next. */
export function MeetingLink() {
  const { say } = useWords()
  const { meetingLinks, me } = useView()
  const n = me.nextTable ?? me.table
  const link = meetingLinks.find(({ table }) => table === n)
  if (!link) return null
  return (
    <a class="btn meet" href={link.url} target="_blank" rel="noreferrer">
      {say('openMeeting', { n: link.table })}
    </a>
  )
}
