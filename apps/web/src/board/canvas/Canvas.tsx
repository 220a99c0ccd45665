/**
 * The board as a canvas. tldraw's editor without its user interface, on a store that only mirrors the document: no
 * page, camera or history of tldraw's is ever shared or kept.
 */
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import {
  ArrowShapeTool,
  atom,
  createTLStore,
  defaultAddFontsFromNode,
  DrawShapeTool,
  HandTool,
  registerDefaultSideEffects,
  SelectTool,
  TextShapeTool,
  tipTapDefaultExtensions,
  TldrawEditor,
  TldrawHandles,
  TldrawOverlays,
  TldrawScribble,
  TldrawShapeIndicators,
  type Editor,
  type TLEditorComponents,
  type TLShape,
} from 'tldraw'
import 'tldraw/tldraw.css'
import { useBoard, useBoardContent } from '../boardContext.ts'
import type { CanvasHandle, Tool } from '../canvasHandle.ts'
import { cameraOptions } from './camera.ts'
import './canvas.css'
import { fonts } from './fontAssets.ts'
import { NoteBar } from './NoteBar.tsx'
import { NoteTool } from './NoteTool.ts'
import { isZoneId, noteIdOf, noteType, zoneIdOf } from './records.ts'
import { SelectionFrame } from './SelectionFrame.tsx'
import { steerEditor } from './steerEditor.ts'
import { quietWatermark } from './quietWatermark.ts'
import { bindingUtils, shapeUtils } from './shapeUtils.ts'
import { sharePresence } from './sharePresence.ts'
import { useEditorUser } from './useEditorUser.ts'
import { useLookAtRound } from './useLookAtRound.ts'

const editorTools = [NoteTool, SelectTool, HandTool, DrawShapeTool, ArrowShapeTool, TextShapeTool]
const components: TLEditorComponents = {
  Background: null,
  CollaboratorHint: null,
  Grid: null,
  Handles: TldrawHandles,
  InFrontOfTheCanvas: NoteBar,
  Overlays: TldrawOverlays,
  Scribble: TldrawScribble,
  SelectionForeground: SelectionFrame,
  ShapeIndicators: TldrawShapeIndicators,
}
const textOptions = {
  addFontsFromNode: defaultAddFontsFromNode,
  tipTapConfig: { extensions: tipTapDefaultExtensions },
}
/** A double tap on nothing makes nothing, and the busiest board has room. */
const editorOptions = {
  maxPages: 1,
  createTextOnCanvasDoubleClick: false,
  maxShapesPerPage: 8_000,
  collaboratorInactiveTimeoutMs: 10_000,
}
const assetUrls = { fonts }

interface Props {
  /** Null: none, with the watermark. */
  licenseKey: string | null
  onReady(handle: CanvasHandle | null): void
  onTool(tool: Tool): void
}

export default function Canvas({ licenseKey, onReady, onTool }: Props) {
  const around = useBoard()
  const { board, mayWrite, mayHide, say, view } = around
  const { zones } = useBoardContent()
  const latest = useRef(around)
  useLayoutEffect(() => {
    latest.current = around
  })
  const [store] = useState(() => createTLStore({ shapeUtils, bindingUtils }))
  const [onlyZones] = useState(() => atom<ReadonlySet<string> | null>('zones that are shown', null))
  const [editor, setEditor] = useState<Editor | null>(null)
  const camera = useMemo(() => cameraOptions(zones), [zones])
  const user = useEditorUser()

  useLayoutEffect(quietWatermark, [])
  const onMount = useCallback(
    (mounted: Editor) => {
      const stopDefaults = registerDefaultSideEffects(mounted)
      setEditor(mounted)
      return () => {
        stopDefaults()
        setEditor(null)
      }
    },
    [setEditor],
  )
  const roundZones = view.phase.zones.map(({ id }) => id).join(' ')
  useEffect(() => {
    if (!editor) return
    const steered = steerEditor(editor, {
      board,
      showsHidden: mayHide,
      putNote: (pos) => board.edits.addNoteAt(latest.current.newNote(), pos),
      mayWrite: () => latest.current.mayWrite,
      roundZoneIds: () => latest.current.view.phase.zones.map(({ id }) => id),
      showOnlyRound(isOnly) {
        const ids = latest.current.view.phase.zones.map(({ id }) => id)
        onlyZones.set(isOnly ? new Set(ids) : null)
      },
      onTool,
    })
    onReady(steered.handle)
    return () => {
      onReady(null)
      steered.stop()
    }
  }, [editor, board, mayHide, onReady, onTool, onlyZones])
  // The next round is shown alone too.
  useEffect(() => {
    if (onlyZones.get()) onlyZones.set(new Set(roundZones.split(' ')))
  }, [onlyZones, roundZones])
  const { watch } = board
  const visibilityOf = useCallback(
    (shape: TLShape) => {
      const only = onlyZones.get()
      if (!only) return 'inherit'
      const zone = isZoneId(shape.id) ? zoneIdOf(shape.id) : watch.content.notes.get(noteIdOf(shape.id))?.zone
      return zone === undefined || only.has(zone) ? 'inherit' : 'hidden'
    },
    [onlyZones, watch],
  )
  useEffect(() => {
    if (!editor) return
    editor.updateInstanceState({ isReadonly: !mayWrite })
    if (mayWrite) editor.setCurrentTool(noteType)
    else editor.setEditingShape(null).setCurrentTool('select').selectNone()
  }, [editor, mayWrite])
  const seat = view.me.table ?? 0
  useEffect(() => {
    if (!editor) return
    const nameOf = (other: number) => (other === 0 ? say('presenceFacilitator') : say('table', { n: other }))
    return sharePresence(editor, board.connection.awareness, seat, nameOf)
  }, [editor, board, seat, say])
  useLookAtRound(editor, roundZones, board.watch)

  return (
    <TldrawEditor
      store={store}
      shapeUtils={shapeUtils}
      bindingUtils={bindingUtils}
      tools={editorTools}
      components={components}
      initialState="select"
      textOptions={textOptions}
      options={useMemo(() => ({ ...editorOptions, branding: say('board') }), [say])}
      assetUrls={assetUrls}
      getShapeVisibility={visibilityOf}
      cameraOptions={camera}
      user={user}
      onMount={onMount}
      {...(licenseKey === null ? {} : { licenseKey })}
    />
  )
}
