/** The pictures that pins are put on: one for each map of the programme, brought, described, replaced, taken away. */
import { ApiError, sendCommand } from '@bordet/client'
import type { Session, Zone } from '@bordet/workshop'
import { useCallback, useEffect, useId, useState, type DragEvent } from 'react'
import { Icon } from '../shared/Icon.tsx'
import { useDesk } from './organiseContext.ts'
import { fetchProgramme, putMapImage } from './organiserApi.ts'

const types = ['image/png', 'image/jpeg', 'image/webp']
const mostBytes = 5 * 1024 * 1024

export function Maps({ workshopId }: { workshopId: string }) {
  const { key, say } = useDesk()
  const [session, setSession] = useState<Session | null>(null)
  const look = useCallback(
    () => fetchProgramme(key, workshopId).then((programme) => setSession(programme.session)),
    [key, workshopId],
  )
  useEffect(() => void look().catch(() => {}), [look])
  const maps = session?.zones.filter(({ kind }) => kind === 'map') ?? []
  if (maps.length === 0) return null
  return (
    <section className="card papers maps" aria-labelledby="w-maps">
      <h2 id="w-maps">{say('mapsTitle')}</h2>
      <p className="muted">{say('mapsText')}</p>
      {maps.map((zone) => (
        <MapPicture key={zone.id} workshopId={workshopId} zone={zone} onChange={look} />
      ))}
    </section>
  )
}

function MapPicture(props: { workshopId: string; zone: Zone; onChange(): Promise<void> }) {
  const { workshopId, zone, onChange } = props
  const { key, say, refusal } = useDesk()
  const [alt, setAlt] = useState(zone.image?.alt ?? '')
  const [busy, setBusy] = useState(false)
  const [isOver, setOver] = useState(false)
  const [said, setSaid] = useState('')
  const [failure, setFailure] = useState('')
  const name = useId()
  const act = async (run: () => Promise<unknown>, done: string) => {
    setBusy(true)
    setSaid('')
    setFailure('')
    try {
      await run()
      await onChange()
      setSaid(done)
    } catch (error) {
      const code = error instanceof ApiError ? error.code : 'offline'
      setFailure(
        code === 'unsupportedMediaType'
          ? say('mapWrongType')
          : code === 'bodyTooLarge'
            ? say('mapTooLarge')
            : code === 'offline'
              ? say('failed')
              : refusal(code),
      )
    } finally {
      setBusy(false)
    }
  }
  const bring = (file: File | undefined) => {
    if (!file || busy) return
    if (!types.includes(file.type)) return setFailure(say('mapWrongType'))
    if (file.size > mostBytes) return setFailure(say('mapTooLarge'))
    void act(() => putMapImage(key, workshopId, { zone: zone.id, file, alt }), say('mapThere'))
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    bring(event.dataTransfer.files[0])
  }
  const { image } = zone
  return (
    <div
      className={isOver ? 'mp is-over' : 'mp'}
      role="group"
      aria-label={zone.title}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <h3>{zone.title}</h3>
      {image ? (
        <img src={image.url} alt={image.alt ?? ''} width={image.width} height={image.height} />
      ) : (
        <p className="mp-none">{say('mapNone')}</p>
      )}
      <div className="mp-do">
        <label className="field">
          <span className="lab">{say('mapAlt')}</span>
          <input
            className="in"
            maxLength={300}
            value={alt}
            aria-describedby={`${name}-why`}
            onChange={({ target }) => setAlt(target.value)}
          />
        </label>
        <p className="hint" id={`${name}-why`}>
          {say('mapAltWhy')}
        </p>
        <p className="doors">
          <label className={image ? 'btn' : 'btn btn-main'}>
            <Icon name="plus" />
            {say(image ? 'mapReplace' : 'mapBring')}
            <input
              className="vh"
              type="file"
              accept={types.join()}
              disabled={busy}
              onChange={({ target }) => {
                bring(target.files?.[0])
                target.value = ''
              }}
            />
          </label>
          {image && alt !== (image.alt ?? '') && (
            <button
              className="btn"
              type="button"
              disabled={busy}
              onClick={() =>
                void act(
                  () =>
                    sendCommand(
                      { workshopId, key },
                      { type: 'setMapImage', zone: zone.id, image: { ...image, alt } },
                    ),
                  say('mapAltKept'),
                )
              }
            >
              {say('mapAltKeep')}
            </button>
          )}
          {image && (
            <button
              className="btn"
              type="button"
              disabled={busy}
              onClick={() =>
                void act(
                  () => sendCommand({ workshopId, key }, { type: 'setMapImage', zone: zone.id, image: null }),
                  say('mapGone'),
                )
              }
            >
              <Icon name="trash" />
              {say('mapRemove')}
            </button>
          )}
        </p>
        {busy && <progress aria-label={say('mapBusy')} />}
        <p role="status">{busy ? say('mapBusy') : said}</p>
        {failure && (
          <p className="err" role="alert">
            {failure}
          </p>
        )}
      </div>
    </div>
  )
}
