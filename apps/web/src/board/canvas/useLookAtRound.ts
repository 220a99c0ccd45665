/** Turns the camera to the zones of the phase when it starts; afterwards people look where they like. */
import { useEffect, useRef } from 'react'
import type { Editor } from 'tldraw'
import type { BoardWatch } from '../watchBoard.ts'
import { lookAtRound } from './camera.ts'
import { zonesOfRound } from './steerEditor.ts'

/** `openZones`: ids, joined by spaces, so that the same zones are the same value. */
export function useLookAtRound(editor: Editor | null, openZones: string, watch: BoardWatch): void {
  const isFirst = useRef(true)
  useEffect(() => {
    if (!editor) return
    const zones = zonesOfRound(watch.content.zones, openZones.split(' '))
    // Somebody in the middle of a sentence is not carried away from it.
    if (isFirst.current || !editor.getEditingShapeId()) lookAtRound(editor, zones, !isFirst.current)
    isFirst.current = false
  }, [editor, openZones, watch])
}
