/** What is needed once an evening: locks, the number of tables, a new seating, the end. */
import { useState } from 'react'
import { Icon } from '../shared/Icon.tsx'
import { usePrinting } from '../shared/usePrinting.ts'
import type { OpenDialog } from './CockpitDialog.tsx'
import { useCockpit } from './cockpitContext.ts'

export function MoreDialog({ open }: { open: OpenDialog }) {
  const { view, who, say, may, commands, isLead } = useCockpit()
  const locked = view.boardsLocked
  const { promptsOff } = view
  return (
    <div className="more">
      <div>
        <h3>{say('lockTitle')}</h3>
        <p className="muted">{say(locked ? 'lockedText' : 'unlockedText')}</p>
        <button
          className="btn"
          type="button"
          disabled={!may('lockBoards')}
          onClick={() => void commands.send({ type: 'lockBoards', locked: !locked })}
        >
          <Icon name="lock" />
          {say(locked ? 'unlock' : 'lock')}
        </button>
      </div>
      <TableCount />
      {may('planSeats') && (
        <div>
          <h3>{say('planTitle')}</h3>
          <p className="muted">{say('planText')}</p>
          <button className="btn" type="button" onClick={() => open('balance')}>
            <Icon name="people" />
            {say('planButton')}
          </button>
        </div>
      )}
      <Papers />
      {may('setFloorPlan') && (
        <div>
          <h3>{say('floorTitle')}</h3>
          <p className="muted">{say('floorText')}</p>
          <button className="btn" type="button" onClick={() => open('plan')}>
            <Icon name="table" />
            {say('floorButton')}
          </button>
        </div>
      )}
      {view.boards && (
        <div>
          <h3>{say('hallTitle')}</h3>
          <p className="muted">{say('hallText')}</p>
          <a
            className="btn"
            href={`/hall/${encodeURIComponent(who.workshopId)}#${who.key}`}
            target="_blank"
            rel="noreferrer"
          >
            <Icon name="note" />
            {say('hallButton')}
            <span className="vh"> {say('newWindow')}</span>
          </a>
        </div>
      )}
      {isLead && (
        <div>
          <h3>{say('themesTitle')}</h3>
          <p className="muted">{say('themesText')}</p>
          <a className="btn" href={`/harvest/${encodeURIComponent(who.workshopId)}#${who.key}`}>
            <Icon name="list" />
            {say('themesButton')}
          </a>
        </div>
      )}
      <div>
        <h3>{say('flaggedTitle')}</h3>
        <p className="muted">{say('flaggedText')}</p>
        <button className="btn" type="button" onClick={() => open('flagged')}>
          <Icon name="flag" />
          {say('flaggedTitle')}
        </button>
      </div>
      <div>
        <h3>{say('logTitle')}</h3>
        <p className="muted">{say('logText')}</p>
        <button className="btn" type="button" onClick={() => open('log')}>
          <Icon name="list" />
          {say('logButton')}
        </button>
      </div>
      {may('setPrompts') && (
        <div>
          <h3>{say('promptsTitle')}</h3>
          <p className="muted">{say(promptsOff ? 'promptsOffText' : 'promptsOnText')}</p>
          <button
            className="btn"
            type="button"
            onClick={() => void commands.send({ type: 'setPrompts', on: promptsOff })}
          >
            <Icon name="clock" />
            {say(promptsOff ? 'promptsStart' : 'promptsStop')}
          </button>
        </div>
      )}
      <div>
        <h3>{say('endTitle')}</h3>
        <p className="muted">{say(view.status === 'closed' ? 'closedText' : 'endText')}</p>
        {view.status === 'closed' ? (
          <button
            className="btn"
            type="button"
            disabled={!may('reopen')}
            onClick={() => void commands.send({ type: 'reopen' })}
          >
            <Icon name="undo" />
            {say('reopen')}
          </button>
        ) : (
          <button
            className="btn btn-alarm"
            type="button"
            disabled={!may('close')}
            onClick={() => open('close')}
          >
            {say('goClose')}
          </button>
        )}
      </div>
    </div>
  )
}

function Papers() {
  const { who, say } = useCockpit()
  const { printing, print } = usePrinting(who)
  return (
    <div>
      <h3>{say('printTitle')}</h3>
      <p className="muted">{say('printText')}</p>
      <button
        className="btn"
        type="button"
        disabled={printing.kind === 'busy'}
        onClick={() => void print('all', say('printTitle'))}
      >
        <Icon name="print" />
        {say('printButton')}
      </button>
      <p role="status">
        {printing.kind === 'busy' && say('fileBusy', { name: printing.name })}
        {printing.kind === 'done' && say('fileDone', { name: printing.name })}
        {printing.kind === 'failed' && say('fileFailed')}
      </p>
    </div>
  )
}

function TableCount() {
  const { view, say, may, commands } = useCockpit()
  const [count, setCount] = useState(view.tables.length)
  const step = (by: number) => setCount((now) => Math.min(100, Math.max(1, now + by)))
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void commands.send({ type: 'setTables', count })
      }}
    >
      <h3>
        <label htmlFor="tableCount">{say('tableCount')}</label>
      </h3>
      <div className="stp">
        <button className="btn" type="button" aria-label={say('tableLess')} onClick={() => step(-1)}>
          <Icon name="minus" />
        </button>
        <input
          className="in num"
          id="tableCount"
          inputMode="numeric"
          value={count}
          onChange={(event) => setCount(Math.min(100, Math.max(1, Number(event.target.value) || 1)))}
        />
        <button className="btn" type="button" aria-label={say('tableMore')} onClick={() => step(1)}>
          <Icon name="plus" />
        </button>
        <button className="btn" type="submit" disabled={!may('setTables') || count === view.tables.length}>
          {say('save')}
        </button>
      </div>
    </form>
  )
}
