/** A board as it stood when each part of the meeting ended, in its frames, and its notes coming one by one under a slider. */
import {
  fetchMoments,
  fetchWholeBoardThen,
  type Credentials,
  type WholeBoardThen,
  type ZoneThen,
} from '@bordet/client'
import { noteHeight, noteWidth, partFrames, photoHeight } from '@bordet/board/placement'
import { clockTime } from '@bordet/text'
import { useCallback, useEffect, useId, useMemo, useState } from 'react'
import { Icon, ZoneIcon } from '../../shared/Icon.tsx'
import { useCockpit } from '../cockpitContext.ts'
import { BoardPicture } from './BoardPicture.tsx'
import type { SayDesk } from './deskWords.ts'
import { useFetched } from './useFetched.ts'

/** Of the board's own size: still to be read, and two frames beside each other. */
const scale = 0.9
const playMs = 350

type Note = WholeBoardThen['notes'][number]

export function History({ say }: { say: SayDesk }) {
  const { view } = useCockpit()
  const id = useId()
  const boards = [
    ...view.tables.map(({ number }) => ({
      name: say('table', { n: number }),
      boardId: view.boards?.tables.find((table) => table.number === number)?.boardId,
    })),
    { name: say('hall'), boardId: view.boards?.hall },
  ].flatMap(({ name, boardId }) => (boardId === undefined ? [] : [{ name, boardId }]))
  const [chosen, choose] = useState(boards[0]?.boardId ?? '')
  return (
    <div className="history">
      <p className="muted">{say('historyIntro')}</p>
      <div className="history-bar">
        <label htmlFor={`${id}b`}>{say('whichBoard')}</label>
        <select className="in" id={`${id}b`} value={chosen} onChange={(event) => choose(event.target.value)}>
          {boards.map(({ name, boardId }) => (
            <option key={boardId} value={boardId}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <Moments key={chosen} say={say} boardId={chosen} />
    </div>
  )
}

function Moments({ say, boardId }: { say: SayDesk; boardId: string }) {
  const { who, view, language } = useCockpit()
  const id = useId()
  const fetchThem = useCallback((asker: Credentials) => fetchMoments(asker, boardId), [boardId])
  const { value: moments, hasFailed } = useFetched(fetchThem, who, view.version)
  const [chosen, choose] = useState<number | null>(null)
  if (!moments) return <p role="status">{say(hasFailed ? 'historyFailed' : 'loading')}</p>
  const at = chosen ?? moments.at(-1)?.at
  if (at === undefined) return <p role="status">{say('noMoments')}</p>
  const phaseName = (phaseId: string) => view.agenda.find((row) => row.id === phaseId)?.name ?? ''
  return (
    <>
      <div className="history-bar">
        <label htmlFor={`${id}m`}>{say('whichMoment')}</label>
        <select
          className="in"
          id={`${id}m`}
          value={at}
          onChange={(event) => choose(Number(event.target.value))}
        >
          {moments.map((moment) => (
            <option key={moment.at} value={moment.at}>
              {say('momentAt', {
                phase: phaseName(moment.phaseId),
                time: clockTime(language, moment.at),
              })}
            </option>
          ))}
        </select>
      </div>
      <BoardPicture say={say} boardId={boardId} at={at} />
      <BoardThen key={at} say={say} boardId={boardId} at={at} />
    </>
  )
}

function BoardThen({ say, boardId, at }: { say: SayDesk; boardId: string; at: number }) {
  const { who, language } = useCockpit()
  const id = useId()
  const fetchIt = useCallback(
    (asker: Credentials) => fetchWholeBoardThen(asker, { boardId, at }),
    [boardId, at],
  )
  const { value: board, hasFailed } = useFetched(fetchIt, who, at)
  const notes = useMemo(
    () =>
      (board?.notes ?? [])
        .filter(({ deleted, hidden }) => !deleted && !hidden)
        .toSorted((one, other) => one.at - other.at),
    [board],
  )
  const [shown, setShown] = useState(Number.POSITIVE_INFINITY)
  const [isPlaying, setPlaying] = useState(false)
  const count = notes.length
  const now = Math.min(shown, count)
  useEffect(() => {
    if (!isPlaying) return
    const timer = setTimeout(() => {
      setShown(now + 1)
      if (now + 1 >= count) setPlaying(false)
    }, playMs)
    return () => clearTimeout(timer)
  }, [isPlaying, now, count])
  if (!board) return <p role="status">{say(hasFailed ? 'historyFailed' : 'loading')}</p>
  const visible = notes.slice(0, now)
  const zones = zonesShown(board, notes)
  const box = boxOf(zones, notes)
  const known = new Set(zones.map((zone) => zone.id))
  const loose = visible.filter(({ zone }) => !known.has(zone))
  return (
    <>
      <div className="history-bar">
        <button
          className="btn"
          type="button"
          disabled={count === 0}
          onClick={() => {
            if (!isPlaying && now >= count) setShown(0)
            setPlaying(!isPlaying)
          }}
        >
          <Icon name={isPlaying ? 'pause' : 'right'} />
          {say(isPlaying ? 'stop' : 'play')}
        </button>
        <label className="vh" htmlFor={`${id}s`}>
          {say('slider')}
        </label>
        <input
          id={`${id}s`}
          className="slider"
          type="range"
          min={0}
          max={count}
          value={now}
          onChange={(event) => {
            setPlaying(false)
            setShown(Number(event.target.value))
          }}
        />
        <span className="num">
          {say('notesThen', {
            n: now,
            of: count,
            time: clockTime(language, visible.at(-1)?.at ?? at),
          })}
        </span>
      </div>
      <div className="board-then" role="region" tabIndex={0} aria-label={say('boardThen')}>
        <div className="board-paper" style={{ width: box.width * scale, height: box.height * scale }}>
          {zones.map((zone) => (
            <ZoneThenView
              key={zone.id}
              say={say}
              zone={zone}
              box={box}
              notes={visible.filter((note) => note.zone === zone.id)}
            />
          ))}
          {loose.length > 0 && <Notes say={say} notes={loose} box={box} label={say('boardThen')} />}
        </div>
      </div>
    </>
  )
}

interface Box {
  x: number
  y: number
  width: number
  height: number
}

function ZoneThenView({
  say,
  zone,
  box,
  notes,
}: {
  say: SayDesk
  zone: ZoneThen
  box: Box
  notes: readonly Note[]
}) {
  const id = useId()
  return (
    <section className="zone-then" aria-labelledby={id}>
      <div className={`zone-frame n-${zone.color}`} style={placeOf(zone, box)} />
      <h2
        id={id}
        className="zone-title"
        style={{ left: (zone.x - box.x) * scale, top: (zone.y - box.y) * scale, width: zone.w * scale }}
      >
        <ZoneIcon name={zone.icon} />
        {zone.title}
      </h2>
      {partFrames(zone).map((part) => (
        <p
          key={`${part.x} ${part.y}`}
          className="zone-part"
          style={{ left: (part.x - box.x) * scale, top: (part.y - box.y) * scale, width: part.w * scale }}
        >
          {part.title}
        </p>
      ))}
      {notes.length > 0 && <Notes say={say} notes={notes} box={box} label={zone.title} />}
    </section>
  )
}

function Notes({
  say,
  notes,
  box,
  label,
}: {
  say: SayDesk
  notes: readonly Note[]
  box: Box
  label: string
}) {
  return (
    <ul aria-label={label}>
      {notes.map((note) => (
        <li
          key={note.id}
          className={`note n-${note.color}`}
          style={placeOf({ x: note.pos[0], y: note.pos[1], w: noteWidth, h: noteHeight(note) }, box)}
          dir="auto"
        >
          {note.photoId !== undefined && (
            <img
              src={`/photos/${note.photoId}`}
              alt={say('photo')}
              style={{ height: photoHeight * scale }}
              loading="lazy"
            />
          )}
          {note.text}
        </li>
      ))}
    </ul>
  )
}

function placeOf({ x, y, w, h }: Pick<ZoneThen, 'x' | 'y' | 'w' | 'h'>, box: Box) {
  return {
    left: (x - box.x) * scale,
    top: (y - box.y) * scale,
    width: w * scale,
    height: h * scale,
  }
}

/** As on the board's picture: frames with something in them, and those that were open; all of them when there are none. */
function zonesShown({ zones, openZones }: WholeBoardThen, notes: readonly Note[]): readonly ZoneThen[] {
  const filled = new Set(notes.map(({ zone }) => zone))
  const some = zones.filter(({ id }) => filled.has(id) || openZones.includes(id))
  return some.length > 0 ? some : zones
}

/** Around all frames and notes, so that nothing jumps while they come. */
function boxOf(zones: readonly ZoneThen[], notes: readonly Note[]): Box {
  const all = [
    ...zones,
    ...notes.map((note) => ({ x: note.pos[0], y: note.pos[1], w: noteWidth, h: noteHeight(note) })),
  ]
  if (all.length === 0) return { x: 0, y: 0, width: 0, height: 0 }
  const x = Math.min(...all.map((one) => one.x))
  const y = Math.min(...all.map((one) => one.y))
  return {
    x,
    y,
    width: Math.max(...all.map((one) => one.x + one.w)) - x,
    height: Math.max(...all.map((one) => one.y + one.h)) - y,
  }
}
