/** What is drawn round a selection. Drawings and texts get corners to pull; notes keep their size. */
import { useEditor, useSelectionEvents, useValue, type TLSelectionForegroundProps } from 'tldraw'

const corners = ['top_left', 'top_right', 'bottom_right', 'bottom_left'] as const

export function SelectionFrame({ bounds, rotation }: TLSelectionForegroundProps) {
  const editor = useEditor()
  const only = useValue('only selected', () => editor.getOnlySelectedShape(), [editor])
  const isIdle = useValue('is idle', () => editor.isIn('select.idle') && !editor.getIsReadonly(), [editor])
  const zoom = useValue('zoom', () => editor.getZoomLevel(), [editor])
  const util = only ? editor.getShapeUtil(only) : null
  if (only && util?.hideSelectionBoundsFg(only)) return null
  const hasCorners =
    isIdle && only !== null && util?.canResize(only) === true && !util.hideResizeHandles(only)
  return (
    <svg
      className="tl-overlays__item tl-selection__fg"
      aria-hidden="true"
      style={{ transform: `translate(${bounds.x}px, ${bounds.y}px) rotate(${rotation}rad)` }}
    >
      <rect className="tl-selection__fg__outline" width={bounds.width} height={bounds.height} />
      {hasCorners &&
        corners.map((corner) => (
          <Corner
            key={corner}
            corner={corner}
            x={corner.endsWith('left') ? 0 : bounds.width}
            y={corner.startsWith('top') ? 0 : bounds.height}
            size={14 / zoom}
          />
        ))}
    </svg>
  )
}

function Corner(props: { corner: (typeof corners)[number]; x: number; y: number; size: number }) {
  const events = useSelectionEvents(props.corner)
  const reach = props.size * 1.75
  return (
    <>
      <rect
        className="bc-corner"
        x={props.x - props.size / 2}
        y={props.y - props.size / 2}
        width={props.size}
        height={props.size}
        rx={props.size / 4}
      />
      <rect
        className="tl-transparent"
        x={props.x - reach / 2}
        y={props.y - reach / 2}
        width={reach}
        height={reach}
        style={{ pointerEvents: 'all' }}
        {...events}
      />
    </>
  )
}
