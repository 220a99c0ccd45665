/** Ties a mounted editor to the page: document, tools, keys, undo steps, who else is here. */
import {
  createShapeId,
  DefaultDashStyle,
  DefaultFontFaces,
  DefaultFontStyle,
  DefaultSizeStyle,
  react,
  type Editor,
  type TLEventInfo,
} from 'tldraw'
import { tools, type CanvasHandle, type Tool } from '../canvasHandle.ts'
import type { OpenBoard } from '../openBoard.ts'
import { lookAt, lookAtRound } from './camera.ts'
import { followDocument } from './followDocument.ts'
import { NoteTool } from './NoteTool.ts'
import { noteType } from './records.ts'

interface Steering {
  board: OpenBoard
  showsHidden: boolean
  mayWrite(): boolean
  putNote(pos: readonly [number, number]): string | null
  roundZoneIds(): string[]
  /** Whether what is not of this round is hidden. */
  showOnlyRound(isOnly: boolean): void
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
  const noteTool = editor.getStateDescendant(noteType)
  if (noteTool instanceof NoteTool) noteTool.put = steering.putNote
  editor.clearHistory()
  // Else the first text is laid out twice, once without its typeface.
  editor.fonts.requestFonts([DefaultFontFaces.tldraw_sans.normal.normal])
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
    const isField =
      event.target instanceof HTMLElement && event.target.matches('input, textarea, select, button')
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
  /** While a new note is written the note tool is only the mask of the select tool; then it comes back. */
  let isPuttingUpNotes = false
  const stopTools = react('which tool', () => {
    const id = editor.getCurrentToolId()
    if (id === noteType) isPuttingUpNotes = true
    else if (!editor.isIn('select')) isPuttingUpNotes = false
    steering.onTool(tools.find((tool) => stateOfTool[tool] === id) ?? 'select')
  })
  const stopReturning = editor.sideEffects.registerAfterChangeHandler(
    'instance_page_state',
    (before, after) => {
      if (!isPuttingUpNotes || before.editingShapeId === null || after.editingShapeId !== null) return
      editor.timers.requestAnimationFrame(() => {
        if (isPuttingUpNotes && steering.mayWrite() && editor.isIn('select.idle'))
          editor.setCurrentTool(noteType)
      })
    },
  )

  return {
    handle: {
      pick(tool) {
        isPuttingUpNotes = tool === 'note'
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
        steering.showOnlyRound(at === 'round')
        const { zones } = watch.content
        if (at === 'all') lookAt(editor, zones, true)
        else lookAtRound(editor, zonesOfRound(zones, steering.roundZoneIds()), true)
      },
      area: () => editor.getViewportPageBounds().toJson(),
      show(area) {
        editor.zoomToBounds(area, { inset: 0, animation: { duration: 360 } })
      },
      showNote(noteId) {
        // After the first look at the round, which waits for a frame too.
        editor.timers.requestAnimationFrame(() =>
          editor.timers.requestAnimationFrame(() => {
            const shape = createShapeId(noteId)
            const bounds = editor.getShapePageBounds(shape)
            if (!bounds) return
            editor.setCurrentTool('select').select(shape)
            const { w, h } = editor.getViewportScreenBounds()
            const { x, y } = bounds.center
            editor.setCamera({ x: w / 2 - x, y: h / 2 - y, z: 1 }, { immediate: true })
          }),
        )
      },
      settle: following.flush,
    },
    stop() {
      stopTools()
      stopReturning()
      container.removeEventListener('keydown', onKey)
      editor.off('before-event', beforeEvent)
      editor.off('event', afterEvent)
      following.stop()
    },
  }
}

/** Of the zones on this board those that are open in this phase; all when none is. */
export function zonesOfRound<Zone extends { id: string }>(
  zones: readonly Zone[],
  open: readonly string[],
): readonly Zone[] {
  const now = zones.filter(({ id }) => open.includes(id))
  return now.length > 0 ? now : zones
}
