/** Where people meet: the hall's floor plan, or a meeting link for each table. Both may be left alone. */
import { ApiError, fetchView, sendCommand, type Credentials } from '@bordet/client'
import type { Ask, View } from '@bordet/workshop'
import { useState } from 'react'
import { FloorPlanEditor } from '../floor/FloorPlanEditor.tsx'
import { MeetingLinksForm } from '../floor/MeetingLinksForm.tsx'
import { floorWords } from '../floor/words.ts'
import { Dialog } from '../shared/Dialog.tsx'
import { Icon } from '../shared/Icon.tsx'
import { useWords } from '../shared/useWords.ts'
import { useDesk } from './organiseContext.ts'

type Opened = { what: 'plan' | 'links'; view: View }

export function Hall({ workshopId }: { workshopId: string }) {
  const { key, say, refusal, language } = useDesk()
  const who: Credentials = { workshopId, key }
  const words = useWords(floorWords, language)
  const [opened, setOpened] = useState<Opened | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  if (!words) return null
  const open = async (what: Opened['what']) => {
    setFailure(null)
    try {
      setOpened({ what, view: await fetchView(who) })
    } catch {
      setFailure(say('failed'))
    }
  }
  const send = async (ask: Ask): Promise<boolean> => {
    setFailure(null)
    try {
      await sendCommand(who, ask)
      return true
    } catch (error) {
      setFailure(error instanceof ApiError ? refusal(error.code) : say('failed'))
      return false
    }
  }
  const close = () => setOpened(null)
  const frame = { closeLabel: words('close'), onClose: close, wide: true }
  const tables = opened?.view.tables.map(({ number }) => number) ?? []
  const shared = { tables, say: words, failure, onDone: close }
  return (
    <>
      <section className="card papers" aria-labelledby="w-hall">
        <h2 id="w-hall">{words('hallTitle')}</h2>
        <p className="muted">{words('hallText')}</p>
        <ul>
          <li>
            <button className="btn" type="button" onClick={() => void open('plan')}>
              <Icon name="table" />
              {words('planButton')}
            </button>
            <span className="muted">{words('planText')}</span>
          </li>
          <li>
            <button className="btn" type="button" onClick={() => void open('links')}>
              <Icon name="link" />
              {words('meetButton')}
            </button>
            <span className="muted">{words('meetText')}</span>
          </li>
        </ul>
        {!opened && failure && <p role="alert">{failure}</p>}
      </section>
      {opened?.what === 'plan' && (
        <Dialog title={words('planTitle')} {...frame}>
          <FloorPlanEditor
            {...shared}
            plan={opened.view.floorPlan}
            save={(plan) => send({ type: 'setFloorPlan', plan })}
          />
        </Dialog>
      )}
      {opened?.what === 'links' && (
        <Dialog title={words('meetTitle')} {...frame}>
          <MeetingLinksForm
            {...shared}
            links={opened.view.meetingLinks}
            save={(links) => send({ type: 'setMeetingLinks', links })}
          />
        </Dialog>
      )}
    </>
  )
}
