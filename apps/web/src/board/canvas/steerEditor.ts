/** Ties a mounted editor to the page: document, tools, keys, undo steps, who else is here. */
import {
  DefaultDashStyle,
  DefaultFontStyle,
  DefaultSizeStyle,
  react,
  type Editor,
  type TLEventInfo,
} from 'tldraw'
import { tools, type CanvasHandle, type Tool } from '../canvasHandle.ts'
import type { OpenBoard } from '../openBoard.ts'
import { lookAt } from './camera.ts'
import { followDocument } from './followDocument.ts'
import { noteType } from './records.ts'

interface Steering {
  board: OpenBoard
  showsHidden: boolean
  mayWrite(): boolean
  roundZoneIds(): string[]
  onTool(tool: Tool): void
}

const stateOfTool: Readonly<Record<Tool, string>> = {
  note: noteType,
  draw: 'draw',
  arrow: 'arrow',
  text: 'text',
  select: 'select',
}

export function steerEditor(editor: Editor, steering: Steering): { handle: CanvasHandle; stop(): void } {
  const { board } = steering
  const { undo, edits, watch } = board
  const following = followDocument({
    doc: board.connection.doc,
    store: editor.store,
    origin: undo.origin,
    showsHidden: steering.showsHidden,
    isBusy: () => editor.inputs.isPointing || editor.isInAny('select.translating', 'select.dragging_handle'),
    mayWrite: steering.mayWrite,
    dropNote: edits.dropNote,
  })
  editor.clearHistory()
  editor.setStyleForNextShapes(DefaultFontStyle, 'sans')
  editor.setStyleForNextShapes(DefaultDashStyle, 'solid')
  editor.setStyleForNextShapes(DefaultSizeStyle, 'm')

  const beforeEvent = (info: TLEventInfo) => {
    if (info.type !== 'pointer' || info.name !== 'pointer_down') return
    following.flush()
    undo.beginStep('gesture')
  }
  const afterEvent = (info: TLEventInfo) => {
    if (info.type === 'pointer' && info.name === 'pointer_up') following.flush()
  }
  const onKey = (event: KeyboardEvent) => {
    const isField = event.target instanceof HTMLElement && event.target.matches('input, textarea, select, button')
    if (isField || editor.getEditingShapeId() || !steering.mayWrite()) return
    if (event.key !== 'Delete' && event.key !== 'Backspace') return
    event.preventDefault()
    undo.beginStep('gesture')
    editor.deleteShapes(editor.getSelectedShapeIds())
    following.flush()
  }
  const container = editor.getContainer()
  editor.on('before-event', beforeEvent)
  editor.on('event', afterEvent)
  container.addEventListener('keydown', onKey)
  const stopTools = react('which tool', () => {
    const id = editor.getCurrentToolId()
    steering.onTool(tools.find((tool) => stateOfTool[tool] === id) ?? 'select')
  })
  if (steering.mayWrite()) editor.setCurrentTool(noteType)

  return {
    handle: {
      pick(tool) {
        editor.complete()
        editor.setCurrentTool(stateOfTool[tool])
        if (tool !== 'select') editor.selectNone()
      },
      zoom(direction) {
        const animation = { animation: { duration: 120 } }
        if (direction === 'in') editor.zoomIn(undefined, animation)
        else editor.zoomOut(undefined, animation)
      },
      look(at) {
        const { zones } = watch.content
        const ids = steering.roundZoneIds()
        lookAt(editor, at === 'all' ? zones : zonesOfRound(zones, ids), true)
      },
      settle: following.flush,
    },
    stop() {
      stopTools()
      container.removeEventListener('keydown', onKey)
      editor.off('before-event', beforeEvent)
      editor.off('event', afterEvent)
      following.stop()
    },
  }
}

/** Of the zones on this board those that are open in this phase; all when none is. */
export function zonesOfRound<Zone extends { id: string }>(zones: readonly Zone[], open: readonly string[]): readonly Zone[] {
  const now = zones.filter(({ id }) => open.includes(id))
  return now.length > 0 ? now : zones
}
