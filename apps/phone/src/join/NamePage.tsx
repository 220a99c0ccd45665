import type { Door } from '@bordet/client'
import { Icon } from '../parts/Icon.tsx'
import { useWords } from '../words.ts'
import { TroubleLine, type Trouble } from './TroubleLine.tsx'

/** What people should know before they write, and the name they may give. `door` is null when the server tells nothing yet. */
export function NamePage(props: {
  door: Door | null
  name: string
  trouble: Trouble | null
  isBusy: boolean
  onName(name: string): void
  onSubmit(): void
}) {
  const { say } = useWords()
  const { door, trouble, isBusy } = props
  const submit = (event: Event) => {
    event.preventDefault()
    if (!isBusy) props.onSubmit()
  }
  return (
    <main class="name">
      {door && (
        <p class="phase" lang={door.language}>
          {door.title}
        </p>
      )}
      <h1 tabIndex={-1}>{say('welcome')}</h1>
      <form onSubmit={submit}>
        <div>
          <label class="lab" for="name">
            {say('name')}
          </label>
          <input
            class="in"
            id="name"
            autoComplete="nickname"
            maxLength={40}
            value={props.name}
            onInput={(event) => props.onName(event.currentTarget.value)}
          />
        </div>
        <section class="privacy" aria-labelledby="privacy">
          <h2 id="privacy">
            <Icon name="lock" />
            {say('privacyTitle')}
          </h2>
          <p>{say('privacy')}</p>
          <p class="muted">
            {door?.owner.trim() ? `${say('owner', { owner: door.owner })} ` : ''}
            {say('publicRecord')}
          </p>
        </section>
        <div role="alert">{trouble && <TroubleLine trouble={trouble} />}</div>
        <button class="btn btn-main" type="submit" aria-disabled={isBusy}>
          {isBusy ? say('wait') : say('showTable')}
        </button>
      </form>
    </main>
  )
}
