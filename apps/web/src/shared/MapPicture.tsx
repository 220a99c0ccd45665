/** A map's picture with its pins, numbered as the list beside it is. */
import type { Zone } from '@bordet/workshop'
import './mapPicture.css'

interface Props {
  image: NonNullable<Zone['image']>
  /** In the order of their numbers: from the left and from the top, in percent. */
  pins: readonly { id: string; pin: readonly [number, number] }[]
  className?: string
}

export function MapPicture({ image, pins, className = '' }: Props) {
  return (
    <figure className={`mapp ${className}`}>
      <img src={image.url} alt={image.alt ?? ''} width={image.width} height={image.height} />
      {pins.map(({ id, pin: [x, y] }, index) => (
        <span key={id} className="mapp-pin num" style={{ left: `${x}%`, top: `${y}%` }} aria-hidden="true">
          {index + 1}
        </span>
      ))}
    </figure>
  )
}
