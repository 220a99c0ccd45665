/** All workshops: what is going on first, then what comes, then what is over. */
import { clockTime, dateLong } from '@bordet/text'
import { Icon } from '../shared/Icon.tsx'
import { useDocument } from '../shared/useDocument.ts'
import { RestoreBackup } from './Backup.tsx'
import { pageHref, useDesk } from './organiseContext.ts'
import { deskLink, fetchWorkshops, type Listed, type WorkshopsThere } from './organiserApi.ts'
import { inOrder } from './planTimes.ts'
import { useAsked } from './useAsked.ts'
import { Waiting } from './Waiting.tsx'

export function WorkshopList() {
  const { key, say, language } = useDesk()
  const asked = useAsked(fetchWorkshops)
  useDocument(`${say('workshops')} – Bordet`, language)
  return (
    <>
      <div className="head">
        <h1>{say('workshops')}</h1>
        {asked.state === 'here' && asked.value.workshops.length > 0 && (
          <a className="btn btn-main btn-big" href={pageHref(key, { page: 'new' })}>
            <Icon name="plus" />
            {say('newWorkshop')}
          </a>
        )}
      </div>
      {asked.state !== 'here' ? (
        <Waiting failed={asked.state === 'failed'} />
      ) : (
        <>
          {asked.value.workshops.length === 0 ? (
            <Empty />
          ) : (
            <Table workshops={inOrder(asked.value.workshops)} />
          )}
          <RestoreBackup />
          <Unavailable workshops={asked.value.unavailable} />
        </>
      )}
    </>
  )
}

function Empty() {
  const { key, say } = useDesk()
  return (
    <section className="card empty">
      <h2>{say('emptyTitle')}</h2>
      <p>{say('emptyText')}</p>
      <a className="btn btn-main btn-big" href={pageHref(key, { page: 'new' })}>
        <Icon name="plus" />
        {say('newWorkshop')}
      </a>
    </section>
  )
}

function Unavailable({ workshops }: { workshops: WorkshopsThere['unavailable'] }) {
  const { say } = useDesk()
  if (workshops.length === 0) return null
  return (
    <section className="card unavailable">
      <h2>{say('unavailableTitle')}</h2>
      <p>{say('unavailableText')}</p>
      <ul>
        {workshops.map(({ id, title, place }) => (
          <li key={id}>{place === '' ? title : `${place} – ${title}`}</li>
        ))}
      </ul>
    </section>
  )
}

function Table({ workshops }: { workshops: readonly Listed[] }) {
  const { say } = useDesk()
  return (
    <section className="card pg">
      <table>
        <caption className="vh">{say('workshops')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('place')}</th>
            <th scope="col">{say('day')}</th>
            <th scope="col">{say('state')}</th>
            <th scope="col" className="r">
              {say('people')}
            </th>
            <th scope="col" className="r">
              {say('notes')}
            </th>
            <td className="a" />
          </tr>
        </thead>
        <tbody>
          {workshops.map((workshop) => (
            <Row key={workshop.id} workshop={workshop} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Row({ workshop }: { workshop: Listed }) {
  const { key, say, language } = useDesk()
  const { id, title, place, status, startsAt, people, notes, links } = workshop
  return (
    <tr className={status === 'open' ? 'hot' : ''}>
      <th scope="row" className="town">
        {place}
        <small>{title}</small>
      </th>
      <td>
        {dateLong(language, startsAt)} <span className="muted num">{clockTime(language, startsAt)}</span>
      </td>
      <td>
        <Status status={status} />
      </td>
      <td className="r" data-l={say('people').toLocaleLowerCase()}>
        {status === 'planned' && people === 0 ? '' : people}
      </td>
      <td className="r" data-l={say('notes').toLocaleLowerCase()}>
        {status === 'planned' ? notes || '' : (notes ?? '–')}
      </td>
      <td className="r a">
        {status !== 'planned' && (
          <a
            className={`btn btn-small${status === 'open' ? ' btn-main' : ''}`}
            href={status === 'open' ? links.facilitator : deskLink(links)}
          >
            {say(status === 'open' ? 'lead' : 'toHarvest')}
            <span className="vh"> – {title}</span>
          </a>
        )}{' '}
        <a className="btn btn-small" href={pageHref(key, { workshop: id })}>
          {say('open')}
          <span className="vh"> – {title}</span>
        </a>
      </td>
    </tr>
  )
}

export function Status({ status }: { status: Listed['status'] }) {
  const { say } = useDesk()
  if (status === 'open') {
    return (
      <span className="tag tag-now">
        <Icon name="clock" />
        {say('stateOpen')}
      </span>
    )
  }
  return (
    <span className={status === 'planned' ? 'tag tag-ok' : 'tag'}>
      <Icon name={status === 'planned' ? 'check' : 'doc'} />
      {say(status === 'planned' ? 'statePlanned' : 'stateClosed')}
    </span>
  )
}
