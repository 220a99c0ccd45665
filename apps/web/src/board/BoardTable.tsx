/** The page round one open board: bar, tools, canvas, outline. The canvas is loaded after the rest is on screen. */
import { newOpId, type Credentials, type ServerClock } from '@bordet/client'
import type { Language, Say } from '@bordet/text'
import type svWords from '@bordet/text/board/sv'
import type { View } from '@bordet/workshop'
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { BoardBanner } from './BoardBanner.tsx'
import { BoardBroadcast } from './BoardBroadcast.tsx'
import { BoardContext } from './boardContext.ts'
import type { CanvasHandle, Tool } from './canvasHandle.ts'
import { GatherBanner } from './GatherBanner.tsx'
import { GatherButton } from './GatherButton.tsx'
import { JoinCard } from './JoinCard.tsx'
import { whyReadOnly } from './mayWriteBoard.ts'
import { noteMarks } from './noteMarks.ts'
import { Outline } from './Outline.tsx'
import { ToolRail } from './ToolRail.tsx'
import { TopBar } from './TopBar.tsx'
import type { ConnectedBoard } from './useBoardConnection.ts'
import { usePaste } from './usePaste.ts'
import { useIsNarrow } from './useIsNarrow.ts'
import { useLicenseKey } from './useLicenseKey.ts'
import { useUndoKeys } from './useUndoKeys.ts'
import { ZoomBar } from './ZoomBar.tsx'

const reconnectMs = 1_000
const Canvas = lazy(() => import('./canvas/Canvas.tsx'))

interface Props {
  who: Credentials
  /** Null: the hall's. */
  table: number | null
  /** Which note the link is about. */
  noteId: string | null
  view: View
  isLive: boolean
  clock: ServerClock
  connected: ConnectedBoard
  say: Say<typeof svWords>
  language: Language
}

export function BoardTable({ who, table, noteId, view, isLive, clock, connected, say, language }: Props) {
  const { board, refused, connection } = connected
  const reason = whyReadOnly(view, table)
  const mayWrite = board !== null && reason === null && refused === null
  const isNarrow = useIsNarrow()
  const boardId =
    (table === null
      ? view.boards?.hall
      : view.boards?.tables.find(({ number }) => number === table)?.boardId) ?? null
  const [hasOutline, setOutline] = useState(isNarrow)
  const [tool, setTool] = useState<Tool>('select')
  const [handle, setHandle] = useState<CanvasHandle | null>(null)
  const licenseKey = useLicenseKey()
  const outlineButton = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (refused === null || reason !== null) return
    // What was refused may be open again: the next phase, or the lock is off. If not, the view tells soon.
    const timer = setTimeout(() => connection?.reconnect(), reconnectMs)
    return () => clearTimeout(timer)
  }, [refused, reason, connection])
  useUndoKeys(board, mayWrite, handle)

  const isOpen = board !== null
  useEffect(() => {
    if (noteId === null || !isOpen) return
    handle?.showNote(noteId)
    const inList = document.getElementById(`note-${noteId}`)
    inList?.scrollIntoView({ block: 'center' })
    inList?.focus({ preventScroll: true })
  }, [noteId, isOpen, handle])
  const isNoteGone = noteId !== null && isOpen && !board.watch.content.notes.has(noteId)

  const { role } = view.me
  const phaseId = view.phase.id
  const newNote = useCallback(
    () => ({ id: newOpId(), phase: phaseId, by: role, at: Math.round(clock.now()) }),
    [phaseId, role, clock],
  )
  const mayHide = role === 'facilitator' || role === 'organiser'
  const zoneIds = useMemo(() => view.phase.zones.map(({ id }) => id), [view.phase.zones])
  const [said, setSaid] = useState('')
  const onPasted = useCallback(
    (what: number | 'photoFailed') =>
      setSaid(what === 'photoFailed' ? say('photoFailed') : say('announceAdded', { n: what })),
    [say],
  )
  const putPhotos = usePaste({ who, board, mayWrite, handle, zoneIds, newNote, onPasted })
  const { vote, notes, reactions } = view
  const marks = useMemo(() => noteMarks({ vote, notes, reactions }), [vote, notes, reactions])
  const around = useMemo(
    () => (board ? { who, board, say, language, view, mayWrite, mayHide, marks, newNote } : null),
    [who, board, say, language, view, mayWrite, mayHide, marks, newNote],
  )
  const showsCanvas = !isNarrow || !hasOutline
  const closeOutline = () => {
    setOutline(false)
    outlineButton.current?.focus()
  }
  const outline = <Outline isNarrow={isNarrow} onClose={closeOutline} />
  return (
    <div className={`bt${hasOutline ? ' has-outline' : ''}${isNarrow ? ' is-narrow' : ''}`}>
      <TopBar
        table={table}
        view={view}
        clock={clock}
        // Who only reads is told of nothing that was saved: with the board here and nothing written, all is.
        saved={board !== null && connected.saved === 'opening' ? 'saved' : connected.saved}
        say={say}
        hasOutline={hasOutline}
        outlineButton={outlineButton}
        onOutline={() => (hasOutline ? closeOutline() : setOutline(true))}
      />
      <div className="bt-says">
        <p className={said === say('photoFailed') ? 'bt-said' : 'vh'} role="status">
          {said}
        </p>
        {isNoteGone && <p className="bt-said">{say('noteGone')}</p>}
        <BoardBroadcast view={view} clock={clock} />
        {boardId !== null && (
          <GatherBanner boardId={boardId} view={view} handle={handle} clock={clock} say={say} />
        )}
        <BoardBanner connected={connected} reason={reason} isLive={isLive} say={say} />
      </div>
      {showsCanvas && (
        <ToolRail
          who={who}
          table={table}
          view={view}
          board={board}
          mayWrite={mayWrite}
          tool={tool}
          handle={handle}
          onPhotos={putPhotos}
          say={say}
        />
      )}
      {showsCanvas && (
        <main className="bt-canvas" aria-label={say('board')}>
          <p className="vh">{say('boardHint')}</p>
          {around && licenseKey !== undefined ? (
            <BoardContext value={around}>
              <Suspense
                fallback={
                  <>
                    <p className="bt-wait" role="status">
                      {say('loading')}
                    </p>
                    {/* On a slow network one reads and writes before the canvas has come. */}
                    {!hasOutline && (
                      <div className="bt-meanwhile">
                        <Outline isNarrow />
                      </div>
                    )}
                  </>
                }
              >
                <Canvas licenseKey={licenseKey} onReady={setHandle} onTool={setTool} />
              </Suspense>
            </BoardContext>
          ) : (
            <p className="bt-wait" role="status">
              {say('loading')}
            </p>
          )}
          <ZoomBar handle={handle} view={view} board={board} say={say}>
            {boardId !== null && (
              <GatherButton who={who} boardId={boardId} view={view} handle={handle} say={say} />
            )}
          </ZoomBar>
          <JoinCard view={view} say={say} table={table} isCrowded={hasOutline} />
        </main>
      )}
      {hasOutline && around && (
        <BoardContext value={around}>
          {showsCanvas ? outline : <main className="bt-list">{outline}</main>}
        </BoardContext>
      )}
    </div>
  )
}
