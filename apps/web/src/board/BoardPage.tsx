/** Follows the workshop, opens the board that the link names, and says so when either is not possible. */
import { pickLanguage } from '@bordet/text'
import { useState } from 'react'
import { useDocument } from '../shared/useDocument.ts'
import { useWords } from '../shared/useWords.ts'
import { useWorkshop } from '../shared/useWorkshop.ts'
import { boardWords } from './boardWords.ts'
import { BoardTable } from './BoardTable.tsx'
import type { BoardAddress } from './readBoardAddress.ts'
import { useBoardConnection } from './useBoardConnection.ts'

export function BoardPage({ address }: { address: BoardAddress | null }) {
  return address ? <FollowedBoard address={address} /> : <Stranded isDenied={false} />
}

function FollowedBoard({ address }: { address: BoardAddress }) {
  const { who, table, noteId } = address
  const { view, link, clock } = useWorkshop(who)
  const [browserLanguage] = useState(() => pickLanguage(navigator.languages))
  const language = view?.language ?? browserLanguage
  const say = useWords(boardWords, language)
  const boards = view?.boards ?? null
  const boardId =
    table === null ? boards?.hall : boards?.tables.find(({ number }) => number === table)?.boardId
  const connected = useBoardConnection(boardId ?? null, who.key)
  useDocument(
    say ? (table === null ? say('pageTitleHall') : say('pageTitle', { n: table })) : 'Bordet',
    language,
  )
  if (link === 'denied' || connected.refused === 'denied' || (view && !boardId)) return <Stranded isDenied />
  if (!say) return null
  if (!view) return <Waiting words={say('loading')} />
  return (
    <BoardTable
      who={who}
      table={table}
      noteId={noteId}
      view={view}
      isLive={link === 'live'}
      clock={clock}
      connected={connected}
      say={say}
      language={language}
    />
  )
}

function Waiting({ words }: { words: string }) {
  return (
    <main className="page-note" aria-busy="true">
      <p role="status">{words}</p>
    </main>
  )
}

/** Without a workshop nobody knows its language: the browser's. */
function Stranded({ isDenied }: { isDenied: boolean }) {
  const [language] = useState(() => pickLanguage(navigator.languages))
  const say = useWords(boardWords, language)
  useDocument('Bordet', language)
  if (!say) return null
  return (
    <main className="page-note">
      <h1>{say(isDenied ? 'denied' : 'badLink')}</h1>
      <p>{say('badLinkHelp')}</p>
    </main>
  )
}
