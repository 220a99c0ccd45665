/** How a zone is drawn: a frame behind the notes with its icon, its title and the number of its notes. */
import { HTMLContainer, Rectangle2d, ShapeUtil, T, type TLBaseShape } from 'tldraw'
import { ZoneIcon } from '../../shared/Icon.tsx'
import { useBoard, useBoardContent } from '../boardContext.ts'
import { countInZone } from '../watchBoard.ts'
import { zoneType } from './records.ts'

export type ZoneShape = TLBaseShape<typeof zoneType, { w: number; h: number; zoneId: string }>

export class ZoneShapeUtil extends ShapeUtil<ZoneShape> {
  static override type = zoneType
  static override props = { w: T.nonZeroNumber, h: T.nonZeroNumber, zoneId: T.string }
  getDefaultProps(): ZoneShape['props'] {
    return { w: 680, h: 560, zoneId: '' }
  }
  getGeometry(shape: ZoneShape) {
    return new Rectangle2d({ width: shape.props.w, height: shape.props.h, isFilled: false })
  }
  override canBind() {
    return false
  }
  override canSnap() {
    return false
  }
  override canResize() {
    return false
  }
  component(shape: ZoneShape) {
    return <ZoneFrame shape={shape} />
  }
  indicator() {
    return null
  }
}

function ZoneFrame({ shape }: { shape: ZoneShape }) {
  const { say, view } = useBoard()
  const content = useBoardContent()
  const zone = content.zones.find(({ id }) => id === shape.props.zoneId)
  if (!zone) return null
  const count = countInZone(content, zone.id)
  const isOpen = view.phase.zones.some(({ id }) => id === zone.id)
  const isHall = view.phase.zones.some(({ id, scope }) => id === zone.id && scope === 'hall')
  return (
    <HTMLContainer
      className={isOpen ? 'bz is-open' : 'bz'}
      style={{ width: shape.props.w, height: shape.props.h }}
    >
      <p className={`bz-title n-${zone.color}`}>
        <ZoneIcon name={zone.icon} />
        <span>{zone.title}</span>
        <span className="bz-count num">{count}</span>
      </p>
      {(isHall || zone.max !== undefined) && (
        <p className="bz-hint">{isHall ? say('listHall') : say('zoneFull', { n: zone.max ?? 0 })}</p>
      )}
    </HTMLContainer>
  )
}
