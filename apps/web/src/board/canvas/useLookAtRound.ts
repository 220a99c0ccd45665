/** Turns the camera to the zones of the phase when it starts, and again when the canvas gets another width. */
import { useEffect, useRef } from 'react'
import { react, type Editor } from 'tldraw'
import type { BoardWatch } from '../watchBoard.ts'
import { lookAtRound } from './camera.ts'
import { zonesOfRound } from './steerEditor.ts'

/** In between people look where they like. `openZones`: ids, joined by spaces, so that the same zones are the same value. */
export function useLookAtRound(editor: Editor | null, openZones: string, watch: BoardWatch): void {
  const isFirst = useRef(true)
  useEffect(() => {
    if (!editor) return
    let lookedWithWidth: number | null = null
    // Somebody in the middle of a sentence is not carried away from it, but afterwards.
    return react('look at the round', () => {
      const width = Math.round(editor.getViewportScreenBounds().w)
      if (lookedWithWidth === width || editor.getEditingShapeId() !== null) return
      const isAnimated = !isFirst.current && lookedWithWidth === null
      lookedWithWidth = width
      isFirst.current = false
      editor.timers.requestAnimationFrame(() => {
        lookAtRound(editor, zonesOfRound(watch.content.zones, openZones.split(' ')), isAnimated)
      })
    })
  }, [editor, openZones, watch])
}
