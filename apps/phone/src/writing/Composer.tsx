import { composeFields, takeFieldsApart, type PhaseView, type Zone } from '@bordet/workshop'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { LaterFieldInputs, LaterPhotoField, LaterPinField } from '../laterParts.tsx'
import { Icon } from '../parts/Icon.tsx'
import { forget, keep, recall } from '../kept.ts'
import { draftOf, keepDraft } from '../seat/drafts.ts'
import { isHiddenAt } from '../seat/pickScreen.ts'
import { useSeat, useView } from '../seat/seatContext.ts'
import { useWords } from '../words.ts'
import type { Pin } from './PinField.tsx'
import { Tiles } from './Tiles.tsx'
import { lookOfZone, ZoneChoice } from './ZoneChoice.tsx'

const longest = 1_000

/** One thought at a time. Each keystroke is kept; the field empties only when the note lies in the outbox. */
export function Composer(props: {
  phase: PhaseView
  zones: readonly Zone[]
  /** Time is out, and the person is finishing what was begun before. */
  isLate: boolean
  onSent(): void
}) {
  const { phase, zones, isLate } = props
  const { say } = useWords()
  const { seat } = useSeat()
  const { owner, clock } = seat
  const { language } = useView()
  const [draft] = useState(() => draftOf(owner, phase.id))
  const [text, setText] = useState(draft?.text ?? '')
  const [zoneId, setZoneId] = useState(draft?.zone.id ?? recall(`zone.${owner}`, ''))
  const [chosenPart, setPart] = useState(draft?.part)
  const [pin, setPin] = useState<Pin | null>(null)
  const [photo, setPhoto] = useState(() => photoOf(owner, phase.id))
  // What is typed into fields, spaces and all; the note's text is made of it.
  const [typed, setTyped] = useState<{ zoneId: string; values: string[] } | null>(null)
  const [isEmpty, setEmpty] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const form = useFocusOnLeaving()
  const zone = zones.find(({ id }) => id === zoneId) ?? zones[0]
  if (!zone) return null
  const parts = zone.parts ?? zone.layers ?? []
  const part = parts.find((each) => each === chosenPart) ?? phase.layer ?? parts[0]
  const values = typed?.zoneId === zone.id ? typed.values : takeFieldsApart(zone.fields ?? [], text)
  const isMap = zone.kind === 'map'

  // What is finished late was written in the round; only so does the server take it.
  const writtenAt = () => Math.min(clock.now(), phase.endsAt ?? Infinity)
  const keepWords = (words: string, inZone: Zone, inPart = part) => {
    setText(words)
    const { id: phaseId, name: phaseName } = phase
    keepDraft(owner, {
      phaseId,
      phaseName,
      zone: lookOfZone(inZone),
      text: words,
      part: inPart,
      at: writtenAt(),
    })
  }
  const choose = (chosen: Zone) => {
    setZoneId(chosen.id)
    keep(`zone.${owner}`, chosen.id)
    keepWords(text, chosen)
  }
  const keepPhoto = (next: string | null) => {
    setPhoto(next)
    if (next === null) forget(`photo.${owner}`)
    else keep(`photo.${owner}`, { phaseId: phase.id, photo: next })
  }
  const begin = (starter: string) => {
    const words = `${text}${text === '' || /\s$/.test(text) ? '' : ' '}${starter.replace(/\s*(…|\.\.\.)$/, '')} `
    keepWords(words, zone)
    setEmpty(false)
    requestAnimationFrame(() => {
      field.current?.focus()
      field.current?.setSelectionRange(words.length, words.length)
    })
  }
  const send = async (event: Event) => {
    event.preventDefault()
    const words = text.trim()
    if (isBusy) return
    if (words === '' || (isMap && !pin)) {
      setEmpty(true)
      document.getElementById(isMap && !pin ? 'map' : 'write')?.focus()
      return
    }
    setBusy(true)
    const { id: phaseId, name: phaseName } = phase
    await seat.addNote({
      zone: lookOfZone(zone),
      text: words,
      phaseId,
      phaseName,
      at: writtenAt(),
      part,
      pin: isMap && pin ? pin : undefined,
      photo: photo ?? undefined,
    })
    setBusy(false)
    setTyped(null)
    setPin(null)
    keepPhoto(null)
    keepWords('', zone)
    props.onSent()
  }

  return (
    <form ref={form} class="compose" aria-label={say('write')} onSubmit={send} noValidate>
      <ZoneChoice zones={zones} chosen={zone} onChoose={choose} />
      {phase.layer === undefined && parts.length > 1 && (
        <Tiles
          name="part"
          legend={say('whichPart')}
          tiles={parts.map((title) => ({ id: title, title, color: zone.color }))}
          chosen={part}
          onChoose={(next) => {
            setPart(next)
            keepWords(text, zone, next)
          }}
        />
      )}
      {isMap && <LaterPinField zone={zone} pin={pin} onPin={setPin} />}
      <div>
        {!zone.fields && (
          <label class="lab" for="write">
            {say('write')}
          </label>
        )}
        {!zone.fields && phase.starters.length > 0 && (
          <div class="starters" lang={language}>
            {phase.starters.map((starter) => (
              <button key={starter} class="btn" type="button" onClick={() => begin(starter)}>
                {starter}
              </button>
            ))}
          </div>
        )}
        {zone.fields ? (
          <LaterFieldInputs
            zone={zone}
            values={values}
            id="write"
            onChange={(next) => {
              setEmpty(false)
              setTyped({ zoneId: zone.id, values: next })
              keepWords(composeFields(zone.fields ?? [], next), zone)
            }}
          />
        ) : (
          <textarea
            ref={field}
            class="in"
            id="write"
            rows={3}
            maxLength={longest}
            autoCapitalize="sentences"
            value={text}
            aria-describedby={`${zones.length < 2 ? 'zone ' : ''}empty`}
            onInput={(event) => {
              setEmpty(false)
              keepWords(event.currentTarget.value, zone)
            }}
          />
        )}
        <p class="hint" role="status" id="empty">
          {isEmpty
            ? say(isMap && !pin ? 'pinFirst' : zone.fields ? 'fillOne' : 'writeFirst')
            : text.length > longest - 100
              ? say('lettersLeft', { n: longest - text.length })
              : ''}
        </p>
      </div>
      <LaterPhotoField photo={photo} onPhoto={keepPhoto} />
      {isLate && (
        <p class="notice">
          <Icon name="clock" />
          <span>
            <b>{say('timeOut')}.</b> {say('timeOutFinish')}
          </span>
        </p>
      )}
      <button class="btn btn-main" type="submit" aria-disabled={isBusy}>
        {say(isMap ? 'sendPin' : zone.scope === 'table' ? 'send' : 'sendHall')}
      </button>
      {isHiddenAt(phase, clock.now()) && (
        <p class="hint calm">
          <Icon name="eyeoff" />
          <span>{say('hidden')}</span>
        </p>
      )}
      <p class="hint">{say('helpWrite')}</p>
    </form>
  )
}

/** Like the words it waits for its own phase; one at a time, for it is large. */
function photoOf(owner: string, phaseId: string): string | null {
  const kept = recall<{ phaseId: string; photo: string } | null>(`photo.${owner}`, null)
  return kept?.phaseId === phaseId ? kept.photo : null
}

/** A form that closes under somebody's fingers hands the focus to the question, not to nowhere. */
function useFocusOnLeaving() {
  const form = useRef<HTMLFormElement>(null)
  useLayoutEffect(() => {
    const shown = form.current
    return () => {
      if (shown?.contains(document.activeElement))
        document.querySelector('h1')?.focus({ preventScroll: true })
    }
  }, [])
  return form
}
