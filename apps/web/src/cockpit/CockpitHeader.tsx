/** The bar on top: what meeting this is, whether everything is saved, and the ways out of the page. */
import { fetchScreenLink } from '@bordet/client'
import { useEffect, useState } from 'react'
import { Icon } from '../shared/Icon.tsx'
import { JumpLink, jumpTo } from '../shared/JumpLink.tsx'
import { Logo } from '../shared/Logo.tsx'
import type { OpenDialog } from './CockpitDialog.tsx'
import { useCockpit } from './cockpitContext.ts'
import { CrewPresence } from './CrewPresence.tsx'

export function CockpitHeader({ open }: { open: OpenDialog }) {
  const { view, say, isLead } = useCockpit()
  // The files are already on the page then.
  const closed = view.status === 'closed'
  const screen = useScreenLink(isLead)
  return (
    <header className="top">
      <Logo />
      <span className="ws">{view.title}</span>
      <span className="sp" />
      <CrewPresence open={open} />
      <SavedState />
      <div className="acts">
        {isLead && !closed && (
          <JumpLink className="btn btn-small jump" to="say">
            <Icon name="horn" />
            {say('sayTitle')}
          </JumpLink>
        )}
        <button className="btn btn-small" type="button" onClick={() => open('join')}>
          {say('joinButton')}
        </button>
        {isLead && (
          <>
            {screen !== null && (
              <a className="btn btn-small" href={screen} target="_blank" rel="noreferrer">
                {say('screenButton')}
                <span className="vh"> {say('newWindow')}</span>
              </a>
            )}
            <button
              className="btn btn-small"
              type="button"
              onClick={() => (closed ? jumpTo('harvest') : open('harvest'))}
            >
              {say('harvestButton')}
            </button>
            <PauseButton />
            <button className="btn btn-small" type="button" onClick={() => open('more')}>
              {say('moreButton')}
            </button>
          </>
        )}
      </div>
    </header>
  )
}

/** With the screen's own key, on this page's address. Null until it is known. */
function useScreenLink(isLead: boolean): string | null {
  const { who } = useCockpit()
  const [link, setLink] = useState<string | null>(null)
  useEffect(() => {
    if (!isLead) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const ask = () =>
      fetchScreenLink(who).then(
        (whole) => {
          const { pathname, hash } = new URL(whole)
          setLink(`${pathname}${hash}`)
        },
        () => void (timer = setTimeout(ask, 3_000)),
      )
    void ask()
    return () => clearTimeout(timer)
  }, [who, isLead])
  return link
}

function PauseButton() {
  const { view, say, may, commands } = useCockpit()
  const paused = view.phase.status === 'paused'
  const type = paused ? 'resume' : 'pause'
  const busy = commands.pending.some((ask) => ask.type === 'pause' || ask.type === 'resume')
  return (
    <button
      className={paused ? 'btn btn-small is-now' : 'btn btn-small'}
      type="button"
      disabled={!may(type) || busy}
      onClick={() => void commands.send({ type })}
    >
      <Icon name={paused ? 'right' : 'pause'} />
      {say(paused ? 'resume' : 'pauseAll')}
    </button>
  )
}

/** "Allt sparat" only when the server has answered everything and the line to it is alive. A refusal is an answer. */
function SavedState() {
  const { link, commands, say } = useCockpit()
  const unanswered = commands.failure?.code === 'offline'
  const state = commands.pending.length > 0 ? 'sending' : link !== 'live' || unanswered ? 'kept' : 'saved'
  return (
    <span className={`st st-${state}`} role="status">
      {state === 'sending' ? (
        <span className="spin" aria-hidden="true" />
      ) : (
        <Icon name={state === 'saved' ? 'check' : 'cloudoff'} />
      )}
      {say(
        state === 'sending'
          ? 'stSending'
          : state === 'saved'
            ? 'stSaved'
            : link === 'live'
              ? 'stNotSaved'
              : 'stOffline',
      )}
    </span>
  )
}
