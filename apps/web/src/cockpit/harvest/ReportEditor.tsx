/** The report while it is written: section by section as it will stand in the files. */
import {
  fetchReportDraft,
  fetchReportVersions,
  type DraftPart,
  type ReportDraft,
  type ReportVersion,
} from '@bordet/client'
import { clockTime, dateLong } from '@bordet/text'
import { useState } from 'react'
import { Icon } from '../../shared/Icon.tsx'
import { useCockpit } from '../cockpitContext.ts'
import { Claims } from './Claims.tsx'
import type { SayDesk } from './deskWords.ts'
import { MemoFile } from './MemoFile.tsx'
import { Approval, Meeting, NoteFacts } from './NoteFacts.tsx'
import { Preview } from './Preview.tsx'
import { ReportTable } from './ReportTable.tsx'
import { SharedText } from './SharedText.tsx'
import { useFetched } from './useFetched.ts'

export function ReportEditor({ say }: { say: SayDesk }) {
  const { who, view } = useCockpit()
  const { value: draft, hasFailed } = useFetched(fetchReportDraft, who, view.version)
  const [isShown, setShown] = useState(false)
  if (!draft) return <p role="status">{say(hasFailed ? 'loadFailed' : 'loading')}</p>
  return (
    <div className="report">
      <div className="report-bar">
        <p className="muted">{say('reportIntro')}</p>
        <button className="btn" type="button" aria-expanded={isShown} onClick={() => setShown(!isShown)}>
          <Icon name="eye" />
          {say(isShown ? 'hideReport' : 'showReport')}
        </button>
      </div>
      {isShown && <Preview say={say} />}
      {draft.sections.map((section) => (
        <section key={section.part} className="card report-part" aria-labelledby={`part-${section.part}`}>
          <h2 id={`part-${section.part}`}>{section.title}</h2>
          {section.isShared && <p className="muted">{say('sharedText')}</p>}
          <Part say={say} part={section} draft={draft} />
          {section.subs.map((sub) => (
            <section key={sub.part} className="report-sub" aria-labelledby={`part-${sub.part}`}>
              <h3 id={`part-${sub.part}`}>{sub.title}</h3>
              <Part say={say} part={sub} draft={draft} />
            </section>
          ))}
        </section>
      ))}
    </div>
  )
}

function Part({ say, part, draft }: { say: SayDesk; part: DraftPart; draft: ReportDraft }) {
  return (
    <>
      <PartText say={say} label={part.title} part={part.part} text={draft.report.texts[part.part] ?? ''} />
      {part.shows.map(({ show, zones }) => (
        <Shown key={`${show} ${zones.join()}`} say={say} show={show} zones={zones} draft={draft} />
      ))}
    </>
  )
}

interface ShownProps {
  say: SayDesk
  show: string
  zones: readonly string[]
  draft: ReportDraft
}

function Shown({ say, show, zones, draft }: ShownProps) {
  switch (show) {
    case 'tried':
      return <NoteFacts say={say} draft={draft} zones={zones} cells={['lesson']} />
    case 'initiatives':
      return <NoteFacts say={say} draft={draft} zones={zones.slice(0, 1)} cells={['when', 'cost']} />
    case 'proposals':
      return <NoteFacts say={say} draft={draft} zones={zones} cells={['chosen', 'why']} />
    case 'asks':
      return (
        <>
          <ReportTable say={say} list="asks" rows={draft.report.rows.asks} />
          <NoteFacts say={say} draft={draft} zones={zones} cells={['why']} />
          <MemoFile say={say} />
        </>
      )
    case 'plan': {
      const cards = new Set(draft.notes.filter(({ zone }) => zones.includes(zone)).map(({ id }) => id))
      const added = draft.report.rows.plan.filter(({ id }) => !cards.has(id))
      return (
        <>
          <NoteFacts say={say} draft={draft} zones={zones} cells="plan" list="plan" />
          <ReportTable say={say} list="plan" rows={added} />
        </>
      )
    }
    case 'claims':
      return <Claims say={say} draft={draft} zones={zones} />
    case 'heard':
      return (
        <>
          <p className="muted">{say('heardHelp')}</p>
          <ReportTable say={say} list="heard" rows={draft.report.rows.heard} />
        </>
      )
    case 'approval':
      return <Approval say={say} draft={draft} />
    case 'meeting':
      return <Meeting say={say} draft={draft} />
    case 'themes':
    case 'points':
      return draft.themes.map(({ themeId, name, notes }) => (
        <div key={themeId} className="report-theme">
          <h3>
            {name} <span className="num muted">{say('noteCount', { n: notes })}</span>
          </h3>
          <PartText
            say={say}
            label={`${say('themeText')}: ${name}`}
            part={`theme:${themeId}`}
            text={draft.report.texts[`theme:${themeId}`] ?? ''}
          />
        </div>
      ))
    case 'answers':
      return <Answers say={say} draft={draft} />
    case 'actions':
    case 'promises':
      return <ReportTable say={say} list={show} rows={draft.report.rows[show]} />
    case 'groups':
      return draft.groups.map(({ groupId, name, members }) => (
        <div key={groupId} className="report-theme">
          <h3>
            {name} <span className="num muted">{members}</span>
          </h3>
          <div className="cells">
            {(['contact', 'meeting'] as const).map((cell) => (
              <SharedText
                key={cell}
                say={say}
                rows={1}
                max={1_000}
                label={say(cell)}
                value={draft.report.rows.groups.find(({ id }) => id === groupId)?.cells[cell] ?? ''}
                toAsk={(text) => ({
                  type: 'setReportRow',
                  list: 'groups',
                  rowId: groupId,
                  cells: { [cell]: text },
                })}
              />
            ))}
          </div>
        </div>
      ))
    default:
      return null
  }
}

function Answers({ say, draft }: { say: SayDesk; draft: ReportDraft }) {
  if (draft.questions.length === 0) return <p className="muted">{say('noQuestions')}</p>
  return draft.questions.map((note) => {
    const answer = draft.report.answers[note.id]
    return (
      <div key={note.id} className="report-theme">
        <p className={`note n-${note.color} asked-note`} dir="auto">
          {note.text}
        </p>
        <SharedText
          say={say}
          rows={2}
          label={say('answer')}
          value={answer?.text ?? ''}
          toAsk={(text) => ({ type: 'answerQuestion', noteId: note.id, text })}
        />
        <div className="cells">
          {(['responsible', 'due'] as const).map((cell) => (
            <SharedText
              key={cell}
              say={say}
              rows={1}
              max={1_000}
              label={say(cell)}
              value={answer?.[cell] ?? ''}
              toAsk={(text) => ({ type: 'answerQuestion', noteId: note.id, [cell]: text })}
            />
          ))}
        </div>
      </div>
    )
  })
}

function PartText({ say, label, part, text }: { say: SayDesk; label: string; part: string; text: string }) {
  return (
    <>
      <SharedText
        say={say}
        label={label}
        hidesLabel
        value={text}
        toAsk={(words, base) => ({ type: 'editReport', part, text: words, base })}
      />
      <Versions say={say} part={part} now={text} />
    </>
  )
}

function Versions({ say, part, now }: { say: SayDesk; part: string; now: string }) {
  const { who, language, commands } = useCockpit()
  const [versions, setVersions] = useState<ReportVersion[] | null>(null)
  return (
    <details
      className="versions"
      onToggle={(event) => {
        if (!event.currentTarget.open) return
        fetchReportVersions(who, `texts/${encodeURIComponent(part)}`).then(setVersions, () => setVersions([]))
      }}
    >
      <summary>{say('earlier')}</summary>
      {versions === null && <p role="status">{say('loading')}</p>}
      {versions?.length === 0 && <p className="muted">{say('noEarlier')}</p>}
      <ul>
        {versions
          ?.map(({ at, name, cells }) => ({ at, name, text: cells?.['text'] ?? '' }))
          .map(({ at, name, text }) => (
            <li key={at}>
              <p className="meta num">
                {dateLong(language, at)} {clockTime(language, at)}
                {name === '' ? '' : ` · ${name}`}
              </p>
              <p className="version-text">{text === '' ? say('emptyText') : text}</p>
              {text !== now && (
                <button
                  className="btn btn-small"
                  type="button"
                  onClick={() => void commands.send({ type: 'editReport', part, text })}
                >
                  <Icon name="undo" />
                  {say('useAgain')}
                </button>
              )}
            </li>
          ))}
      </ul>
    </details>
  )
}
