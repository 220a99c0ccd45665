/** Where one looks on the board: at the zones of this round, or at everything; never lost in emptiness. */
import type { BoardZone } from '@bordet/board'
import { Box, type Editor, type TLCameraOptions } from 'tldraw'

export const zoomSteps = [0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 1, 1.25, 1.6, 2, 3]
const marginPx = 16
const mostZoom = 1.15
const leastReadable = 0.4
/** How far beyond the zones one may wander, in board units. */
const outskirts = 400

export function cameraOptions(zones: readonly BoardZone[]): Partial<TLCameraOptions> {
  const all = boundsOf(zones).expandBy(outskirts)
  return {
    zoomSteps,
    wheelBehavior: 'pan',
    constraints: {
      bounds: all.toJson(),
      padding: { x: 160, y: 160 },
      origin: { x: 0.5, y: 0 },
      initialZoom: 'default',
      baseZoom: 'default',
      behavior: 'outside',
    },
  }
}

export function lookAt(editor: Editor, zones: readonly BoardZone[], isAnimated: boolean): void {
  look(editor, boundsOf(zones), isAnimated)
}

/** The same, but on a small screen the first zone alone, so that its words can be read. */
export function lookAtRound(editor: Editor, zones: readonly BoardZone[], isAnimated: boolean): void {
  const all = boundsOf(zones)
  const isTiny = editor.getViewportScreenBounds().w / all.w < leastReadable
  look(editor, isTiny ? boundsOf(zones.slice(0, 1)) : all, isAnimated)
}

/** Fills the width, or the height of the frames as they begin: what grew beyond the screen is below, as on paper. */
function look(editor: Editor, bounds: Box, isAnimated: boolean): void {
  const screen = editor.getViewportScreenBounds()
  const fitX = (screen.w - 2 * marginPx) / bounds.w
  const fitY = (screen.h - 2 * marginPx) / bounds.h
  const zoom = Math.max(zoomSteps[0] ?? 0.1, Math.min(fitX, Math.max(fitY, 0.5), mostZoom))
  const slack = screen.w / zoom - bounds.w
  const x = -bounds.x + Math.min(marginPx / zoom, slack / 2)
  editor.setCamera(
    { x: Math.max(x, -bounds.x + slack / 2), y: -bounds.y + marginPx / zoom, z: zoom },
    isAnimated ? { animation: { duration: 360 } } : { immediate: true },
  )
}

export function boundsOf(zones: readonly BoardZone[]): Box {
  if (zones.length === 0) return new Box(0, 0, 1200, 800)
  return Box.Common(zones.map((zone) => new Box(zone.x, zone.y, zone.w, zone.h)))
}
