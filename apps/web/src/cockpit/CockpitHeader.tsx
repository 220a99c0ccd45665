/** The bar on top: what meeting this is, whether everything is saved, and the ways out of the page. */
import { Icon } from '../shared/Icon.tsx'
import { JumpLink, jumpTo } from '../shared/JumpLink.tsx'
import { Logo } from '../shared/Logo.tsx'
import type { OpenDialog } from './CockpitDialog.tsx'
import { useCockpit } from './cockpitContext.ts'
import { CrewPresence } from './CrewPresence.tsx'

export function CockpitHeader({ open }: { open: OpenDialog }) {
  const { view, who, say, isLead } = useCockpit()
  // The files are already on the page then.
  const closed = view.status === 'closed'
  const screen = `/screen/${encodeURIComponent(who.workshopId)}#${who.key}`
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
            <a className="btn btn-small" href={screen} target="_blank" rel="noreferrer">
              {say('screenButton')}
              <span className="vh"> {say('newWindow')}</span>
            </a>
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
