import { shrinkPhoto } from '@bordet/client/photos'
import { useRef, useState } from 'preact/hooks'
import { Icon } from '../parts/Icon.tsx'
import { useWords } from '../words.ts'

/** A picture for the note, from the camera or from the phone. */
export function PhotoField({
  photo,
  onPhoto,
}: {
  photo: string | null
  onPhoto(photo: string | null): void
}) {
  const { say } = useWords()
  const [state, setState] = useState<'idle' | 'busy' | 'bad'>('idle')
  const input = useRef<HTMLInputElement>(null)
  const take = async (event: { currentTarget: HTMLInputElement }) => {
    const [file] = event.currentTarget.files ?? []
    if (!file) return
    setState('busy')
    try {
      onPhoto(await shrinkPhoto(file))
      setState('idle')
    } catch {
      setState('bad')
    }
    // The same file may be chosen again.
    if (input.current) input.current.value = ''
  }
  return (
    <div class="photo-field">
      {photo !== null && <img class="photo" src={photo} alt={say('photoAlt')} />}
      <label class="btn" hidden={photo !== null}>
        <Icon name="camera" />
        {say('photoAdd')}
        <input ref={input} class="vh" type="file" accept="image/*" onChange={take} />
      </label>
      {photo !== null && (
        <button
          class="btn"
          type="button"
          onClick={() => {
            onPhoto(null)
            requestAnimationFrame(() => input.current?.focus())
          }}
        >
          <Icon name="trash" />
          {say('photoRemove')}
        </button>
      )}
      <p class="hint" role="status">
        {state === 'idle' ? '' : say(state === 'busy' ? 'wait' : 'photoBad')}
      </p>
    </div>
  )
}
