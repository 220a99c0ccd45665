/**
 * Notes and zones as plain SVG, for pictures that stand alone: the words as text, in a typeface that lies in the file, and
 * photos inside it. In the light colours of tokens.css always: a picture is read on paper and in a report.
 */
import { groupFrames, hasManyWords, partFrames, photoHeight, type NoteColor } from '@bordet/board'
import { icons, isIconName, type IconName } from '@bordet/look'
import { DefaultFontFaces, Rectangle2d, ShapeUtil, T, type TLAnyShapeUtilConstructor } from 'tldraw'
import type { NoteShape } from '../canvas/NoteShape.tsx'
import { noteIdOf, noteType, zoneType } from '../canvas/records.ts'
import type { ZoneShape } from '../canvas/ZoneShape.tsx'
import { breakLines, isRightToLeft } from './breakLines.ts'
import type { DrawnBoard } from './drawnBoard.ts'
import { embedPhoto } from './embedPhoto.ts'

export const typeface = 'tldraw_sans'
export const faces = [
  DefaultFontFaces.tldraw_sans.normal.normal,
  DefaultFontFaces.tldraw_sans.normal.bold,
] as const

const ink = '#14211f'
const quietInk = '#45524e'
const frame = '#6b7a74'
const paper: Readonly<Record<NoteColor, string>> = {
  sun: '#ffdf6e',
  sky: '#bfe0fa',
  rose: '#f7bfd4',
  leaf: '#9fd0b4',
  clay: '#f0b38f',
  lilac: '#c5b8ec',
  paper: '#ffffff',
}
const usual = { size: 17.5, line: 22 }
const small = { size: 14, line: 18 }

/** The kinds that are drawn our way, around this board's content. */
export function pictureShapes(board: DrawnBoard): readonly TLAnyShapeUtilConstructor[] {
  const notes = new Map(board.notes.map((note) => [note.id, note]))

  class NotePicture extends ShapeUtil<NoteShape> {
    static override type = noteType
    static override props = {
      w: T.nonZeroNumber,
      h: T.nonZeroNumber,
      color: T.string,
      isFromPhone: T.boolean,
      isHidden: T.boolean,
    }
    getDefaultProps(): NoteShape['props'] {
      return { w: 1, h: 1, color: 'paper', isFromPhone: false, isHidden: false }
    }
    getGeometry(shape: NoteShape) {
      return new Rectangle2d({ width: shape.props.w, height: shape.props.h, isFilled: true })
    }
    override getFontFaces() {
      return [...faces]
    }
    component() {
      return null
    }
    indicator() {
      return null
    }
    override async toSvg({ id, props: { w, h, color, isFromPhone } }: NoteShape) {
      const { text = '', photoId } = notes.get(noteIdOf(id)) ?? {}
      const top = photoId === undefined ? 0 : photoHeight
      const photo = photoId === undefined ? null : await embedPhoto(photoId, w, photoHeight)
      const { size, line } = hasManyWords(text) ? small : usual
      const lines = breakLines(text, w - 24, (words) => widthOf(words, `${size}px ${typeface}`))
      const isRtl = isRightToLeft(text)
      return (
        <g>
          <rect x={1} y={3} width={w - 2} height={h} rx={3} fill={ink} opacity={0.16} />
          <rect width={w} height={h} rx={3} fill={paper[color]} />
          {color === 'paper' && <rect width={w} height={h} rx={3} fill="none" stroke="#cbd3ce" />}
          {photo && <image href={photo} width={w} height={photoHeight} />}
          <text
            fontFamily={typeface}
            fontSize={size}
            fill={ink}
            direction={isRtl ? 'rtl' : 'ltr'}
            style={{ whiteSpace: 'pre' }}
          >
            {lines.map((words, index) => (
              <tspan key={index} x={isRtl ? w - 12 : 12} y={top + 10 + line * index + line * 0.76}>
                {words}
              </tspan>
            ))}
          </text>
          {isFromPhone && <Mark name="phone" x={w - 25} y={h - 24} size={17} opacity={0.75} />}
        </g>
      )
    }
  }

  class ZonePicture extends ShapeUtil<ZoneShape> {
    static override type = zoneType
    static override props = { w: T.nonZeroNumber, h: T.nonZeroNumber, zoneId: T.string }
    getDefaultProps(): ZoneShape['props'] {
      return { w: 1, h: 1, zoneId: '' }
    }
    getGeometry(shape: ZoneShape) {
      return new Rectangle2d({ width: shape.props.w, height: shape.props.h, isFilled: false })
    }
    override getFontFaces() {
      return [...faces]
    }
    component() {
      return null
    }
    indicator() {
      return null
    }
    override toSvg({ props: { w, h, zoneId } }: ZoneShape) {
      const zone = board.zones.find(({ id }) => id === zoneId)
      if (!zone) return null
      const its = board.notes.filter((note) => note.zone === zoneId)
      const count = String(its.length)
      const bold = `bold 23px ${typeface}`
      const title = fitting(zone.title, w - 110, bold)
      const countX = 48 + widthOf(title, bold)
      const countWidth = widthOf(count, `23px ${typeface}`)
      const head = countX + countWidth + 26
      return (
        <g fontFamily={typeface} fill={ink}>
          <rect width={w} height={h} rx={16} fill="#ffffff" stroke={frame} strokeWidth={2.5} />
          <path
            d={`M0 16A16 16 0 0 1 16 0H${head}V30A16 16 0 0 1 ${head - 16} 46H0Z`}
            fill={paper[zone.color]}
            stroke={frame}
            strokeWidth={1}
          />
          <Mark name={isIconName(zone.icon) ? zone.icon : 'note'} x={13} y={10} size={26} />
          <text x={46} y={31} fontSize={23} fontWeight="bold">
            {title}
          </text>
          <text x={countX + 8} y={31} fontSize={23}>
            {count}
          </text>
          {partFrames({ ...zone, x: 0, y: 0, w, h }).map((part) => (
            <text
              key={part.title}
              x={part.x + 20}
              y={part.y + 26}
              fontSize={18}
              fontWeight="bold"
              fill={quietInk}
            >
              {fitting(part.title, part.w - 40, `bold 18px ${typeface}`)}
            </text>
          ))}
          {groupFrames(its.map((note) => ({ ...note, by: '' }))).map((group) => (
            <g
              key={`${group.part} ${group.title}`}
              transform={`translate(${group.x - zone.x} ${group.y - zone.y})`}
            >
              <rect
                width={group.w}
                height={group.h}
                rx={12}
                fill="none"
                stroke={frame}
                strokeWidth={2}
                strokeDasharray="6 6"
              />
              <GroupName title={group.title} width={group.w} />
            </g>
          ))}
        </g>
      )
    }
  }

  return [NotePicture, ZonePicture]
}

/** Stands in the upper edge of its frame. */
function GroupName({ title, width }: { title: string; width: number }) {
  const font = `bold 17px ${typeface}`
  const shown = fitting(title, width - 56, font)
  return (
    <g transform="translate(14 -16)">
      <rect
        width={widthOf(shown, font) + 28}
        height={32}
        rx={16}
        fill="#ffffff"
        stroke={ink}
        strokeWidth={2}
      />
      <text x={14} y={22} fontSize={17} fontWeight="bold" fill={ink}>
        {shown}
      </text>
    </g>
  )
}

function Mark({
  name,
  x,
  y,
  size,
  opacity = 1,
}: {
  name: IconName
  x: number
  y: number
  size: number
  opacity?: number
}) {
  return (
    <g
      transform={`translate(${x} ${y}) scale(${size / 24})`}
      fill="none"
      stroke={ink}
      strokeWidth={2}
      opacity={opacity}
      // The icons use it for their solid parts.
      color={ink}
      // The markup is a constant of ours, never anybody's words.
      dangerouslySetInnerHTML={{ __html: icons[name] }}
    />
  )
}

function fitting(words: string, width: number, font: string): string {
  if (widthOf(words, font) <= width) return words
  const letters = [...words]
  while (letters.length > 1 && widthOf(`${letters.join('').trimEnd()}…`, font) > width) letters.pop()
  return `${letters.join('').trimEnd()}…`
}

/** The typeface must have been loaded. */
function widthOf(words: string, font: string): number {
  const pen = new OffscreenCanvas(1, 1).getContext('2d')
  if (!pen) return 0
  pen.font = font
  return pen.measureText(words).width
}
