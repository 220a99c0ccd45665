/** Which other workshops the report draws on: earlier ones of the same work as parts, other places to stand beside. */
import { ApiError, fetchReportDraft, sendCommand, type Credentials } from '@bordet/client'
import type { WrittenReport } from '@bordet/workshop'
import { useCallback, useId, useState } from 'react'
import { Icon } from '../shared/Icon.tsx'
import { useDesk } from './organiseContext.ts'
import { fetchWorkshops, type Listed } from './organiserApi.ts'
import { useAsked } from './useAsked.ts'
import { Waiting } from './Waiting.tsx'

type Links = WrittenReport['linked']

export function LinkedWorkshops({ workshopId }: { workshopId: string }) {
  const { say } = useDesk()
  const find = useCallback(
    async (key: string) => {
      const [{ workshops }, { report }] = await Promise.all([
        fetchWorkshops(key),
        fetchReportDraft({ workshopId, key }),
      ])
      return { others: workshops.filter(({ id }) => id !== workshopId), linked: report.linked }
    },
    [workshopId],
  )
  const asked = useAsked(find)
  return (
    <section className="card papers" aria-labelledby="w-linked">
      <h2 id="w-linked">{say('linkedTitle')}</h2>
      <p className="muted">{say('linkedText')}</p>
      {asked.state === 'here' ? (
        <Chosen workshopId={workshopId} others={asked.value.others} first={asked.value.linked} />
      ) : (
        <Waiting failed={asked.state === 'failed'} />
      )}
    </section>
  )
}

function Chosen({
  workshopId,
  others,
  first,
}: {
  workshopId: string
  others: readonly Listed[]
  first: Links
}) {
  const { key, say, refusal } = useDesk()
  const [linked, setLinked] = useState(first)
  const [told, setTold] = useState('')
  const id = useId()
  const who: Credentials = { workshopId, key }
  const put = async (workshops: Links, done: string) => {
    try {
      await sendCommand(who, { type: 'linkWorkshops', workshops })
      setLinked(workshops)
      setTold(done)
    } catch (error) {
      setTold(error instanceof ApiError ? refusal(error.code) : say('failed'))
    }
  }
  const nameOf = (one: string) => {
    const found = others.find((other) => other.id === one)
    return found
      ? [found.title, found.place].filter((words) => words !== '').join(' · ')
      : say('workshopGone')
  }
  const free = others.filter((other) => !linked.some(({ workshopId: taken }) => taken === other.id))
  return (
    <>
      {linked.length === 0 && <p>{say('linkedNone')}</p>}
      <ul className="linked">
        {linked.map(({ workshopId: one, as }) => (
          <li key={one}>
            <span>{nameOf(one)}</span>
            <select
              className="in"
              aria-label={say('linkedAs', { name: nameOf(one) })}
              value={as}
              onChange={(event) => {
                const kind = event.target.value === 'place' ? 'place' : 'part'
                const next = linked.map((link) =>
                  link.workshopId === one ? ({ ...link, as: kind } as const) : link,
                )
                void put(next, say('linkedSaved'))
              }}
            >
              <option value="part">{say('linkedPart')}</option>
              <option value="place">{say('linkedPlace')}</option>
            </select>
            <button
              className="btn btn-quiet btn-small"
              type="button"
              aria-label={`${say('linkedRemove')}: ${nameOf(one)}`}
              onClick={() =>
                void put(
                  linked.filter((link) => link.workshopId !== one),
                  say('linkedSaved'),
                )
              }
            >
              <Icon name="trash" />
              {say('linkedRemove')}
            </button>
          </li>
        ))}
      </ul>
      <p className="linked">
        <label htmlFor={id}>{say('linkedAdd')}</label>
        <select
          id={id}
          className="in"
          value=""
          disabled={free.length === 0}
          onChange={(event) =>
            void put([...linked, { workshopId: event.target.value, as: 'part' }], say('linkedSaved'))
          }
        >
          <option value="">{say('linkedChoose')}</option>
          {free.map((other) => (
            <option key={other.id} value={other.id}>
              {nameOf(other.id)}
            </option>
          ))}
        </select>
      </p>
      <p role="status">{told}</p>
    </>
  )
}
