/** How a zone is drawn: a frame behind the notes with its icon, its title and the number of its notes. */
import { HTMLContainer, Rectangle2d, ShapeUtil, T, type TLBaseShape } from 'tldraw'
import { ZoneIcon } from '../../shared/Icon.tsx'
import { groupFrames, partFrames } from '@bordet/board'
import { useState } from 'react'
import { Dialog } from '../../shared/Dialog.tsx'
import { MapPicture } from '../../shared/MapPicture.tsx'
import { useBoard, useBoardContent } from '../boardContext.ts'
import { GroupTitle } from '../GroupTitle.tsx'
import { countInZone, outlineOf } from '../watchBoard.ts'
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
  const { say, view, mayHide } = useBoard()
  const content = useBoardContent()
  const zone = content.zones.find(({ id }) => id === shape.props.zoneId)
  if (!zone) return null
  const count = countInZone(content, zone.id)
  const shown = [...content.notes.values()].filter(
    (note) => note.zone === zone.id && (!note.hidden || mayHide),
  )
  const isOpen = view.phase.zones.some(({ id }) => id === zone.id)
  const image = view.phase.zones.find(({ id }) => id === zone.id)?.image
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
      {partFrames({ ...zone, x: 0, y: 0, w: shape.props.w, h: shape.props.h }).map((part) => (
        <p key={part.title} className="bz-part" style={{ left: part.x, top: part.y, width: part.w }}>
          {part.title}
        </p>
      ))}
      {groupFrames(shown).map((group) => (
        <div
          key={`${group.part} ${group.title}`}
          className="bz-group"
          style={{ left: group.x - zone.x, top: group.y - zone.y, width: group.w, height: group.h }}
        >
          <GroupTitle className="bz-group-title" title={group.title} noteIds={group.noteIds} />
        </div>
      ))}
      {image && <MapButton image={image} zoneId={zone.id} />}
      {(isHall || zone.max !== undefined) && (
        <p className="bz-hint">{isHall ? say('listHall') : say('zoneFull', { n: zone.max ?? 0 })}</p>
      )}
    </HTMLContainer>
  )
}

/** The canvas has the notes; the picture with all pins opens above it. */
function MapButton({ image, zoneId }: { image: Parameters<typeof MapPicture>[0]['image']; zoneId: string }) {
  const { say, mayHide } = useBoard()
  const content = useBoardContent()
  const [isOpen, setOpen] = useState(false)
  const mine = outlineOf(content, mayHide).find(({ zone }) => zone?.id === zoneId)
  const pinned = mine?.notes.flatMap(({ id, pin, text }) => (pin ? [{ id, pin, text }] : [])) ?? []
  return (
    <>
      <button
        className="btn bz-map"
        type="button"
        onPointerDown={(event) => event.stopPropagation()}
        onClick={() => setOpen(true)}
      >
        {say('mapShow', { n: pinned.length })}
      </button>
      {isOpen && (
        <Dialog
          title={mine?.zone?.title ?? ''}
          closeLabel={say('listClose')}
          onClose={() => setOpen(false)}
          wide
        >
          <MapPicture image={image} pins={pinned} />
          <ol className="bz-pins">
            {pinned.map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ol>
        </Dialog>
      )}
    </>
  )
}
