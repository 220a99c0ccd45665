/** The tools at the left hand: what one does on a board, undo of one's own, and the hand that calls for help. */
import type { Credentials } from '@bordet/client'
import type { Say } from '@bordet/text'
import type svWords from '@bordet/text/board/sv'
import type { IconName } from '@bordet/look'
import type { View } from '@bordet/workshop'
import { useSyncExternalStore } from 'react'
import { Icon } from '../shared/Icon.tsx'
import { tools, type CanvasHandle, type Tool } from './canvasHandle.ts'
import { HelpButton } from './HelpButton.tsx'
import type { OpenBoard } from './openBoard.ts'
import { PhotoTool } from './PhotoTool.tsx'

const looks: Readonly<Record<Tool, { icon: IconName; words: keyof typeof svWords }>> = {
  note: { icon: 'note', words: 'toolNote' },
  draw: { icon: 'draw', words: 'toolDraw' },
  arrow: { icon: 'arrow', words: 'toolArrow' },
  text: { icon: 'text', words: 'toolText' },
  select: { icon: 'pointer', words: 'toolSelect' },
}

interface Props {
  who: Credentials
  table: number | null
  view: View
  board: OpenBoard | null
  mayWrite: boolean
  tool: Tool
  handle: CanvasHandle | null
  onPhotos(files: readonly File[]): void
  say: Say<typeof svWords>
}

export function ToolRail({ who, table, view, board, mayWrite, tool, handle, onPhotos, say }: Props) {
  return (
    <nav className="bt-rail" aria-label={say('tools')}>
      {tools.map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={tool === one}
          disabled={!handle || (one !== 'select' && !mayWrite)}
          onClick={() => handle?.pick(one)}
        >
          <Icon name={looks[one].icon} />
          {say(looks[one].words)}
        </button>
      ))}
      <PhotoTool disabled={!board || !mayWrite} say={say} onPhotos={onPhotos} />
      <hr />
      {board && <UndoButtons board={board} mayWrite={mayWrite} handle={handle} say={say} />}
      {board && (
        <button type="button" disabled={!mayWrite} onClick={() => tidyRound(board, view, handle)}>
          <Icon name="table" />
          {say('tidy')}
        </button>
      )}
      {table !== null && view.me.role === 'table' && (
        <HelpButton who={who} table={table} view={view} say={say} />
      )}
    </nav>
  )
}

/** The zones of this round; all of them where none is open. */
function tidyRound(board: OpenBoard, view: View, handle: CanvasHandle | null): void {
  handle?.settle()
  const zones = board.watch.content.zones.map(({ id }) => id)
  const open = zones.filter((id) => view.phase.zones.some((zone) => zone.id === id))
  board.edits.tidy(open.length > 0 ? open : zones)
}

function UndoButtons({
  board,
  mayWrite,
  handle,
  say,
}: Pick<Props, 'mayWrite' | 'handle' | 'say'> & { board: OpenBoard }) {
  const { undo } = board
  const can = useSyncExternalStore(undo.onChange, () => undo.can)
  const apply = (step: 'undo' | 'redo') => {
    handle?.settle()
    undo[step]()
  }
  return (
    <>
      <button
        type="button"
        disabled={!can.undo || !mayWrite}
        title={say('undoMine')}
        onClick={() => apply('undo')}
      >
        <Icon name="undo" />
        {say('undo')}
      </button>
      <button type="button" disabled={!can.redo || !mayWrite} onClick={() => apply('redo')}>
        <Icon name="undo" className="is-mirrored" />
        {say('redo')}
      </button>
    </>
  )
}
