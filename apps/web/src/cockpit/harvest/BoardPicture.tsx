/** The chosen board as a picture to take home, and the button that takes those that are missing. */
import { fetchPictures } from '@bordet/client'
import { useState } from 'react'
import { Icon } from '../../shared/Icon.tsx'
import { fetchServerFile, saveFile } from '../../shared/serverFile.ts'
import { useCockpit } from '../cockpitContext.ts'
import type { SayDesk } from './deskWords.ts'
import { useFetched } from './useFetched.ts'

export function BoardPicture({ say, boardId, at }: { say: SayDesk; boardId: string; at: number }) {
  const { who, pictures, view } = useCockpit()
  const [trouble, setTrouble] = useState<'picturesFailed' | 'fetchFailed' | null>(null)
  const { taken, progress } = pictures
  // Both only grow: asked again after each picture, and when a note was hidden.
  const { value: all } = useFetched(fetchPictures, who, view.version + taken)
  if (!all) return null
  const mine = all.find((place) => place.boardId === boardId && place.at === at)
  const there = all.filter(({ isThere }) => isThere).length
  const take = async () => {
    setTrouble(null)
    if ((await pictures.takeNow()) > 0) setTrouble('picturesFailed')
  }
  const get = async (type: 'png' | 'svg') => {
    setTrouble(null)
    try {
      const path = `history/${encodeURIComponent(boardId)}/${at}/picture?type=${type}`
      saveFile(await fetchServerFile(who, path, `board.${type}`))
    } catch {
      setTrouble('fetchFailed')
    }
  }
  return (
    <section className="history-picture" aria-label={say('pictureOf')}>
      <div className="history-bar">
        {mine?.isThere === true &&
          (['png', 'svg'] as const).map((type) => (
            <button key={type} className="btn" type="button" onClick={() => void get(type)}>
              <Icon name="download" />
              {say(type === 'png' ? 'picturePng' : 'pictureSvg')}
            </button>
          ))}
        {mine?.isThere === false && <span className="muted">{say('pictureWaits')}</span>}
        {mine === undefined && <span className="muted">{say('pictureNone')}</span>}
        {there < all.length && (
          <button className="btn" type="button" disabled={progress !== null} onClick={() => void take()}>
            <Icon name="camera" />
            {say('takePictures')}
          </button>
        )}
        <span className="num muted" role="status">
          {progress
            ? say('takingPictures', progress)
            : all.length > 0 && say('picturesCounted', { done: there, all: all.length })}
        </span>
      </div>
      {trouble && (
        <p role="alert" className="st st-kept">
          <Icon name="warn" />
          {say(trouble)}
        </p>
      )}
    </section>
  )
}
