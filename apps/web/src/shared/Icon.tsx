/** One line icon of the look package. Always beside a word or on a button with a label, so it is hidden from readers. */
import { icons, isIconName, type IconName } from '@bordet/look'

export function Icon({ name, className }: { name: IconName; className?: string }) {
  return (
    <svg
      className={className ? `i ${className}` : 'i'}
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
      // The markup is a constant of ours, never anybody's words.
      dangerouslySetInnerHTML={{ __html: icons[name] }}
    />
  )
}

/** A zone names its icon in data; an unknown one becomes a plain note. */
export function ZoneIcon({ name }: { name: string }) {
  return <Icon name={isIconName(name) ? name : 'note'} />
}
