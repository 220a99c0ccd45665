/** Turns the camera to the zones of the phase when it starts; afterwards people look where they like. */
import { useEffect, useRef } from 'react'
import { react, type Editor } from 'tldraw'
import type { BoardWatch } from '../watchBoard.ts'
import { lookAtRound } from './camera.ts'
import { zonesOfRound } from './steerEditor.ts'

/** `openZones`: ids, joined by spaces, so that the same zones are the same value. */
export function useLookAtRound(editor: Editor | null, openZones: string, watch: BoardWatch): void {
  const isFirst = useRef(true)
  useEffect(() => {
    if (!editor) return
    let hasLooked = false
    // Somebody in the middle of a sentence is not carried away from it, but afterwards.
    return react('look at the round', () => {
      if (hasLooked || editor.getEditingShapeId() !== null) return
      hasLooked = true
      const isAnimated = !isFirst.current
      isFirst.current = false
      editor.timers.requestAnimationFrame(() => {
        lookAtRound(editor, zonesOfRound(watch.content.zones, openZones.split(' ')), isAnimated)
      })
    })
  }, [editor, openZones, watch])
}
