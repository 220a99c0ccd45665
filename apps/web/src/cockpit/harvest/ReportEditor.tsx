/** The report while it is written: section by section as it will stand in the files. */
import { fetchReportDraft, type DraftPart, type ReportDraft } from '@bordet/client'
import { useState } from 'react'
import { Icon } from '../../shared/Icon.tsx'
import { useCockpit } from '../cockpitContext.ts'
import { Claims } from './Claims.tsx'
import type { SayDesk } from './deskWords.ts'
import { MemoFile } from './MemoFile.tsx'
import { NoteFacts, OnlyRow } from './NoteFacts.tsx'
import { Preview } from './Preview.tsx'
import { ReportTable, RowCells } from './ReportTable.tsx'
import { SharedText } from './SharedText.tsx'
import { useFetched } from './useFetched.ts'
import { Versions } from './Versions.tsx'

export function ReportEditor({ say }: { say: SayDesk }) {
  const { who, view } = useCockpit()
  const { value: draft, hasFailed } = useFetched(fetchReportDraft, who, view.version)
  const [isShown, setShown] = useState(false)
  if (!draft) return <p role="status">{say(hasFailed ? 'loadFailed' : 'loading')}</p>
  return (
    <>
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
    </>
  )
}

/** A heading's own text, and what the room said under it as far as organisers say more about it. */
function Part({ say, part, draft }: { say: SayDesk; part: DraftPart; draft: ReportDraft }) {
  return (
    <>
      <PartText say={say} label={part.title} part={part.part} text={draft.report.texts[part.part] ?? ''} />
      {part.shows.map(({ show, zones }) => (
        <Shown
          key={`${show} ${zones.join()}`}
          say={say}
          title={part.title}
          show={show}
          zones={zones}
          draft={draft}
        />
      ))}
    </>
  )
}

interface ShownProps {
  say: SayDesk
  /** Of the heading that it stands under. */
  title: string
  show: string
  zones: readonly string[]
  draft: ReportDraft
}

function Shown({ say, title, show, zones, draft }: ShownProps) {
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
          <NoteFacts say={say} draft={draft} zones={zones} cells="plan" />
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
      return <OnlyRow say={say} draft={draft} list="approval" label={title} />
    case 'meeting':
      return <OnlyRow say={say} draft={draft} list="meeting" label={title} />
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
          <RowCells
            say={say}
            list="groups"
            row={draft.report.rows.groups.find(({ id }) => id === groupId) ?? { id: groupId, cells: {} }}
            label={name}
          />
        </div>
      ))
    default:
      return null
  }
}

const answerCells = ['text', 'responsible', 'due'] as const
const noAnswer = { text: '', responsible: '', due: '' }

function Answers({ say, draft }: { say: SayDesk; draft: ReportDraft }) {
  const { may, commands } = useCockpit()
  if (draft.questions.length === 0) return <p className="muted">{say('noQuestions')}</p>
  const labels = { text: say('answer'), responsible: say('responsible'), due: say('due') }
  return draft.questions.map(({ id: noteId, color, text: asked }) => {
    const answer = draft.report.answers[noteId] ?? noAnswer
    return (
      <div key={noteId} className="report-theme">
        <p className={`note n-${color} asked-note`} dir="auto">
          {asked}
        </p>
        <SharedText
          say={say}
          rows={2}
          label={labels.text}
          value={answer.text}
          toAsk={(text, base) => ({ type: 'answerQuestion', noteId, text, base: { text: base } })}
        />
        <div className="cells">
          {(['responsible', 'due'] as const).map((cell) => (
            <SharedText
              key={cell}
              say={say}
              rows={1}
              max={1_000}
              label={labels[cell]}
              value={answer[cell]}
              toAsk={(text, base) => ({
                type: 'answerQuestion',
                noteId,
                [cell]: text,
                base: { [cell]: base },
              })}
            />
          ))}
        </div>
        <Versions
          say={say}
          of={asked}
          what={`answers/${encodeURIComponent(noteId)}`}
          now={answer}
          cellNames={answerCells.map((cell) => ({ cell, label: labels[cell], show: (value) => value }))}
          mayRestore={may('answerQuestion')}
          restore={(then) =>
            commands.send({ type: 'answerQuestion', noteId, ...noAnswer, ...then, base: answer })
          }
        />
      </div>
    )
  })
}

function PartText({ say, label, part, text }: { say: SayDesk; label: string; part: string; text: string }) {
  const { may, commands } = useCockpit()
  return (
    <>
      <SharedText
        say={say}
        label={label}
        hidesLabel
        value={text}
        toAsk={(words, base) => ({ type: 'editReport', part, text: words, base })}
      />
      <Versions
        say={say}
        of={label}
        what={`texts/${encodeURIComponent(part)}`}
        now={{ text }}
        cellNames={null}
        mayRestore={may('editReport')}
        restore={(then) => commands.send({ type: 'editReport', part, text: then['text'] ?? '', base: text })}
      />
    </>
  )
}
