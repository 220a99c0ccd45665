/** One workshop's links: who gets which, to open, copy or scan. */
import { clockTime, dateLong } from '@bordet/text'
import { useCallback, useState, type ReactNode } from 'react'
import { copyText } from '../shared/copyText.ts'
import { Icon } from '../shared/Icon.tsx'
import { shortAddress, spacedCode } from '../shared/pageAddress.ts'
import { QrCode } from '../shared/QrCode.tsx'
import { useDocument } from '../shared/useDocument.ts'
import { pageHref, useDesk } from './organiseContext.ts'
import { deskLink, fetchWorkshops, type Listed } from './organiserApi.ts'
import { Backup } from './Backup.tsx'
import { BeforeSending, useBeforeSending } from './BeforeSending.tsx'
import { Contacts } from './Contacts.tsx'
import { Hall } from './Hall.tsx'
import { LinkedWorkshops } from './LinkedWorkshops.tsx'
import { Imports } from './Imports.tsx'
import { Maps } from './Maps.tsx'
import { PrintPack } from './PrintPack.tsx'
import { useAsked } from './useAsked.ts'
import { Waiting } from './Waiting.tsx'
import { Status } from './WorkshopList.tsx'

export function WorkshopLinks({ id, fresh }: { id: string; fresh: boolean }) {
  const { key, say, language } = useDesk()
  const find = useCallback(
    async (orgKey: string) => (await fetchWorkshops(orgKey)).workshops.find((one) => one.id === id) ?? null,
    [id],
  )
  const asked = useAsked(find)
  const workshop = asked.state === 'here' ? asked.value : null
  useDocument(`${workshop?.title ?? say('workshops')} – Bordet`, language)
  return (
    <>
      <p className="crumb">
        <a href={pageHref(key)}>{say('workshops')}</a>
      </p>
      {asked.state !== 'here' ? (
        <Waiting failed={asked.state === 'failed'} />
      ) : workshop ? (
        <Links workshop={workshop} fresh={fresh} />
      ) : (
        <h1>{say('workshopGone')}</h1>
      )}
    </>
  )
}

function Links({ workshop, fresh }: { workshop: Listed; fresh: boolean }) {
  const { say, language } = useDesk()
  const { title, place, startsAt, tables, status } = workshop
  return (
    <>
      <div className="head">
        <div>
          <h1>{fresh ? say('createdTitle', { title }) : title}</h1>
          <p>
            {place} · {dateLong(language, startsAt)} {clockTime(language, startsAt)} ·{' '}
            {say('tablesCount', { n: tables })}
          </p>
        </div>
        <Status status={status} />
      </div>
      {status === 'closed' ? (
        <>
          <Harvest workshop={workshop} />
          <details className="after">
            <summary>{say('afterTitle')}</summary>
            <Meeting workshop={workshop} />
          </details>
        </>
      ) : (
        <>
          <Meeting workshop={workshop} />
          <Harvest workshop={workshop} />
        </>
      )}
    </>
  )
}

/** What the evening became: themes, report and files, a last look, sending, keeping. */
function Harvest({ workshop }: { workshop: Listed }) {
  const { say } = useDesk()
  const { before, look } = useBeforeSending(workshop.id)
  const link = deskLink(workshop.links)
  return (
    <>
      <section className="card papers" aria-labelledby="w-harvest">
        <h2 id="w-harvest">{say('harvestLink')}</h2>
        <p className="muted">{say('harvestText')}</p>
        <Doors link={link} name={say('harvestLink')} open={say('harvestOpen')} main>
          {before && (
            <a className="btn" href={before.readUrl} target="_blank" rel="noreferrer">
              <Icon name="eye" />
              {say('harvestRead')}
              <span className="vh"> {say('newWindow')}</span>
            </a>
          )}
        </Doors>
      </section>
      {before && workshop.status !== 'planned' && (
        <BeforeSending workshopId={workshop.id} deskLink={link} before={before} look={look} />
      )}
      <Contacts workshopId={workshop.id} languages={before?.languages ?? [workshop.language]} />
      <LinkedWorkshops workshopId={workshop.id} />
      <Backup workshopId={workshop.id} />
    </>
  )
}

/** Links, paper, plan and material: for before the meeting and while it goes on. */
function Meeting({ workshop }: { workshop: Listed }) {
  const { key, say, plan } = useDesk()
  const { links, joinCode } = workshop
  return (
    <>
      <p className="wn">
        <Icon name="lock" />
        {say('linksAreKeys')}
      </p>
      <div className="ways">
        <section className="card way way-main" aria-labelledby="w-lead">
          <h2 id="w-lead">{say('wayLead')}</h2>
          <p>{say('wayLeadText')}</p>
          <Doors link={links.facilitator} name={say('wayLead')} main />
        </section>
        <section className="card way" aria-labelledby="w-screen">
          <h2 id="w-screen">{say('wayScreen')}</h2>
          <p>{say('wayScreenText')}</p>
          <Doors link={links.screen} name={say('wayScreen')} />
        </section>
        <section className="card way" aria-labelledby="w-help">
          <h2 id="w-help">{say('wayHelper')}</h2>
          <p>{say('wayHelperText')}</p>
          <Doors link={links.helper} name={say('wayHelper')} />
        </section>
      </div>
      <section className="card join" aria-labelledby="w-join">
        <QrCode text={links.join} label={say('joinQr')} />
        <div>
          <h2 id="w-join">{say('wayJoin')}</h2>
          <p className="code num">{spacedCode(joinCode)}</p>
          <p className="url">{shortAddress(links.join)}</p>
          <p className="muted">{say('wayJoinText')}</p>
          <Doors link={links.join} name={say('wayJoin')} />
        </div>
      </section>
      <section className="card papers" aria-labelledby="w-programme">
        <h2 id="w-programme">{plan('changeProgramme')}</h2>
        <p className="muted">{plan('changeProgrammeText')}</p>
        <p className="doors">
          <a className="btn" href={pageHref(key, { workshop: workshop.id, page: 'programme' })}>
            <Icon name="pen" />
            {plan('changeProgramme')}
          </a>
        </p>
      </section>
      <PrintPack workshopId={workshop.id} />
      <Hall workshopId={workshop.id} />
      <Maps workshopId={workshop.id} />
      <Imports workshopId={workshop.id} />
      <section aria-labelledby="w-tables" className="st2">
        <h2 id="w-tables">{say('wayTables')}</h2>
        <p className="muted">{say('wayTablesText')}</p>
        <ul className="tables">
          {links.tables.map(({ number, link }) => (
            <li key={number} className="card">
              <h3>{say('tableTitle', { table: number })}</h3>
              <QrCode text={`${links.join}?table=${number}`} label={say('tableQr', { table: number })} />
              <p className="hint">{say('tableQrHint', { table: number })}</p>
              <p className="hint">{say('tableBoardHint')}</p>
              <Doors link={link} name={say('tableBoard', { table: number })} />
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}

/** Open the link, or copy it for somebody else. `name` tells the equal buttons apart for the ear. */
function Doors({
  link,
  name,
  open,
  main = false,
  children,
}: {
  link: string
  name: string
  /** In place of "Open". */
  open?: string
  main?: boolean
  children?: ReactNode
}) {
  const { say } = useDesk()
  const [copied, setCopied] = useState<boolean | null>(null)
  const copy = async (near: HTMLElement) => setCopied(await copyText(link, near))
  return (
    <div className="doors">
      <a className={main ? 'btn btn-main' : 'btn'} href={link} target="_blank" rel="noreferrer">
        {open ?? say('openLink')}
        <span className="vh">
          {' '}
          – {name} {say('newWindow')}
        </span>
      </a>
      <button className="btn" type="button" onClick={(event) => void copy(event.currentTarget)}>
        <Icon name={copied ? 'check' : 'link'} />
        {say(copied ? 'copied' : 'copyLink')}
        <span className="vh"> – {name}</span>
      </button>
      {children}
      <div role="status" className={copied === false ? 'copy-failed' : 'vh'}>
        {copied && say('copied')}
        {copied === false && (
          <>
            <p className="hint">{say('copyFailed')}</p>
            <input
              className="in"
              readOnly
              value={link}
              aria-label={say('copyFailed')}
              onFocus={(event) => event.currentTarget.select()}
            />
          </>
        )}
      </div>
    </div>
  )
}
