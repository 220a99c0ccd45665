/** A picture from the table's tablet: camera or file, as a note of its own. */
import { useRef, type ChangeEvent } from 'react'
import type { Say } from '@bordet/text'
import type svWords from '@bordet/text/board/sv'
import { Icon } from '../shared/Icon.tsx'

interface Props {
  disabled: boolean
  say: Say<typeof svWords>
  onPhotos(files: readonly File[]): void
}

export function PhotoTool({ disabled, say, onPhotos }: Props) {
  const input = useRef<HTMLInputElement>(null)
  const take = (event: ChangeEvent<HTMLInputElement>) => {
    onPhotos([...(event.target.files ?? [])])
    // The same file may be chosen again.
    event.target.value = ''
  }
  return (
    <>
      <button type="button" disabled={disabled} onClick={() => input.current?.click()}>
        <Icon name="camera" />
        {say('toolPhoto')}
      </button>
      <input
        ref={input}
        type="file"
        accept="image/*"
        multiple
        hidden
        aria-label={say('toolPhoto')}
        onChange={take}
      />
    </>
  )
}
