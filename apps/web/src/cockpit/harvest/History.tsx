/** A board as it stood when each part of the meeting ended, and its notes coming one by one under a slider. */
import { fetchBoardThen, fetchMoments, type Moment, type NoteThen } from '@bordet/client'
import { noteHeight, noteWidth, photoHeight } from '@bordet/board/placement'
import { clockTime } from '@bordet/text'
import { useEffect, useId, useState } from 'react'
import { Icon } from '../../shared/Icon.tsx'
import { useCockpit } from '../cockpitContext.ts'
import { BoardPicture } from './BoardPicture.tsx'
import type { SayDesk } from './deskWords.ts'

/** Of the board's own size: still to be read, and a zone's notes beside each other. */
const scale = 0.8
const playMs = 350

export function History({ say }: { say: SayDesk }) {
  const { who, view, language } = useCockpit()
  const id = useId()
  const boards = [
    ...view.tables.map(({ number }) => ({
      name: say('table', { n: number }),
      boardId: view.boards?.tables.find((table) => table.number === number)?.boardId,
    })),
    { name: say('hall'), boardId: view.boards?.hall },
  ].flatMap(({ name, boardId }) => (boardId === undefined ? [] : [{ name, boardId }]))
  const [chosen, choose] = useState(boards[0]?.boardId ?? '')
  const [moments, setMoments] = useState<Moment[] | null>(null)
  const [at, setAt] = useState<number | null>(null)
  useEffect(() => {
    let current = true
    fetchMoments(who, chosen).then(
      (found) => {
        if (!current) return
        setMoments(found)
        setAt(found.at(-1)?.at ?? null)
      },
      () => current && setMoments([]),
    )
    return () => {
      current = false
    }
  }, [who, chosen])
  const phaseName = (phaseId: string) => view.agenda.find((row) => row.id === phaseId)?.name ?? ''
  return (
    <div className="history">
      <p className="muted">{say('historyIntro')}</p>
      <div className="history-bar">
        <label htmlFor={`${id}b`}>{say('whichBoard')}</label>
        <select
          className="in"
          id={`${id}b`}
          value={chosen}
          onChange={(event) => {
            setMoments(null)
            choose(event.target.value)
          }}
        >
          {boards.map(({ name, boardId }) => (
            <option key={boardId} value={boardId}>
              {name}
            </option>
          ))}
        </select>
        {moments !== null && moments.length > 0 && (
          <>
            <label htmlFor={`${id}m`}>{say('whichMoment')}</label>
            <select
              className="in"
              id={`${id}m`}
              value={at ?? ''}
              onChange={(event) => setAt(Number(event.target.value))}
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
          </>
        )}
      </div>
      {moments === null && <p role="status">{say('loading')}</p>}
      {moments?.length === 0 && <p role="status">{say('noMoments')}</p>}
      {at !== null && moments !== null && (
        <>
          <BoardPicture say={say} boardId={chosen} at={at} />
          <BoardThen key={`${chosen} ${at}`} say={say} boardId={chosen} at={at} />
        </>
      )}
    </div>
  )
}

function BoardThen({ say, boardId, at }: { say: SayDesk; boardId: string; at: number }) {
  const { who, language } = useCockpit()
  const id = useId()
  const [notes, setNotes] = useState<NoteThen[] | null>(null)
  const [shown, setShown] = useState(Number.POSITIVE_INFINITY)
  const [isPlaying, setPlaying] = useState(false)
  useEffect(() => {
    let current = true
    fetchBoardThen(who, boardId, at).then(
      (found) => current && setNotes(found.toSorted((a, b) => a.at - b.at)),
      () => current && setNotes([]),
    )
    return () => {
      current = false
    }
  }, [who, boardId, at])
  const count = notes?.length ?? 0
  const now = Math.min(shown, count)
  useEffect(() => {
    if (!isPlaying) return
    const timer = setTimeout(() => {
      setShown(now + 1)
      if (now + 1 >= count) setPlaying(false)
    }, playMs)
    return () => clearTimeout(timer)
  }, [isPlaying, now, count])
  if (!notes) return <p role="status">{say('loading')}</p>
  const visible = notes.slice(0, now)
  const box = boxOf(notes)
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
      <div className="board-then" role="region" tabIndex={0} aria-label={say('tabHistory')}>
        <ul aria-label={say('boardThen')} style={{ width: box.width * scale, height: box.height * scale }}>
          {visible.map((note) => (
            <li
              key={note.id}
              className={`note n-${note.color}`}
              style={{
                left: (note.pos[0] - box.x) * scale,
                top: (note.pos[1] - box.y) * scale,
                width: noteWidth * scale,
                height: noteHeight(note) * scale,
              }}
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
      </div>
    </>
  )
}

/** Around all notes, so that nothing jumps while they come. */
function boxOf(notes: readonly NoteThen[]) {
  if (notes.length === 0) return { x: 0, y: 0, width: 0, height: 0 }
  const x = Math.min(...notes.map(({ pos }) => pos[0]))
  const y = Math.min(...notes.map(({ pos }) => pos[1]))
  return {
    x,
    y,
    width: Math.max(...notes.map(({ pos }) => pos[0])) - x + noteWidth,
    height: Math.max(...notes.map((note) => note.pos[1] + noteHeight(note))) - y,
  }
}
