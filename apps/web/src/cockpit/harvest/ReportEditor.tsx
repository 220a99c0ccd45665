/** The report while it is written: its sections with how far they are, one of them at a time, and the page it becomes. */
import type { DraftPart, ReportDraft } from '@bordet/client'
import { useEffect, useRef, useState } from 'react'
import { Icon } from '../../shared/Icon.tsx'
import { useCockpit } from '../cockpitContext.ts'
import { Claims } from './Claims.tsx'
import type { SayDesk } from './deskWords.ts'
import { MemoFile } from './MemoFile.tsx'
import { NoteFacts, OnlyRow } from './NoteFacts.tsx'
import { PartText } from './PartText.tsx'
import { Preview } from './Preview.tsx'
import type { AnswerCell } from './reportField.ts'
import { ReportTable, RowCells } from './ReportTable.tsx'
import { sectionState } from './sectionState.ts'
import { SharedText } from './SharedText.tsx'
import { ThemeTexts } from './ThemeTexts.tsx'
import { Versions } from './Versions.tsx'

/** Room for the list, a text and the page beside each other. */
const wide = '(min-width: 1360px)'
/** As in desk.css: the list, or one section. */
const narrow = '(max-width: 800px)'

interface Props {
  say: SayDesk
  /** Null until it has come. */
  draft: ReportDraft | null
  hasFailed: boolean
  /** The section that is open; null when none was chosen. */
  part: string | null
  open(part: string | null): void
}

export function ReportEditor({ say, draft, hasFailed, part, open }: Props) {
  const [isShown, setShown] = useState(() => matchMedia(wide).matches)
  const heading = useRef<HTMLHeadingElement>(null)
  const list = useRef<HTMLElement>(null)
  const isMoved = useRef(false)
  const cameFrom = useRef(0)
  const chosen = draft?.sections.find((section) => section.part === part)
  const section = chosen ?? draft?.sections[0]
  useEffect(() => {
    if (!isMoved.current) return
    isMoved.current = false
    const at =
      part === null
        ? list.current?.querySelectorAll<HTMLElement>('.report-link')[cameFrom.current]
        : heading.current
    at?.focus({ preventScroll: true })
    if (part !== null || matchMedia(narrow).matches) scrollTo({ top: 0 })
  }, [part])
  if (!draft || !section) return <p role="status">{say(hasFailed ? 'loadFailed' : 'loading')}</p>
  const at = draft.sections.indexOf(section)
  const go = (to: string | null) => {
    isMoved.current = true
    cameFrom.current = at
    open(to)
  }
  const [before, after] = [draft.sections[at - 1], draft.sections[at + 1]]
  return (
    <div className={`report${chosen ? ' report-chosen' : ''}${isShown ? ' report-shown' : ''}`}>
      <nav ref={list} className="report-list" aria-label={say('sections')}>
        <ul>
          {draft.sections.map((one) => (
            <li key={one.part}>
              <button
                className="report-link"
                type="button"
                {...(one === section ? { 'aria-current': 'true' as const } : {})}
                onClick={() => go(one.part)}
              >
                <span className="report-link-name">{one.title}</span>{' '}
                <State say={say} section={one} draft={draft} />
              </button>
            </li>
          ))}
        </ul>
        <button
          className="btn btn-small"
          type="button"
          aria-expanded={isShown}
          onClick={() => setShown(!isShown)}
        >
          <Icon name="eye" />
          {say(isShown ? 'hideReport' : 'showReport')}
        </button>
        <p className="muted report-intro">{say('reportIntro')}</p>
      </nav>
      <div className="report-one">
        <button className="btn btn-small report-back" type="button" onClick={() => go(null)}>
          <Icon name="left" />
          {say('allSections')}
        </button>
        <section key={section.part} className="card report-part" aria-labelledby={`part-${section.part}`}>
          <h2 id={`part-${section.part}`} ref={heading} tabIndex={-1}>
            {section.title}
          </h2>
          {section.isShared && <p className="muted">{say('sharedText')}</p>}
          <Part say={say} part={section} draft={draft} />
          {section.subs.map((sub) => (
            <section key={sub.part} className="report-sub" aria-labelledby={`part-${sub.part}`}>
              <h3 id={`part-${sub.part}`}>{sub.title}</h3>
              <Part say={say} part={sub} draft={draft} />
            </section>
          ))}
        </section>
        <div className="report-steps">
          {before && (
            <button className="btn" type="button" onClick={() => go(before.part)}>
              <Icon name="left" />
              {before.title}
            </button>
          )}
          <span className="sp" />
          {after && (
            <button className="btn" type="button" onClick={() => go(after.part)}>
              {after.title}
              <Icon name="right" />
            </button>
          )}
        </div>
      </div>
      {isShown && <Preview say={say} title={section.title} />}
    </div>
  )
}

function State({ say, section, draft }: { say: SayDesk; section: Section; draft: ReportDraft }) {
  const state = sectionState(section, draft)
  switch (state.kind) {
    case 'unanswered':
      return <span className="part-state part-todo num">{say('partUnanswered', { n: state.n })}</span>
    case 'written':
      return (
        <span className="part-state part-written">
          <Icon name="check" />
          {say('partWritten')}
        </span>
      )
    case 'empty':
      return <span className="part-state">{say('partEmpty')}</span>
    default:
      return state satisfies never
  }
}

type Section = ReportDraft['sections'][number]

/** A heading's own text, and what the room said under it as far as organisers say more about it. */
function Part({ say, part, draft }: { say: SayDesk; part: DraftPart; draft: ReportDraft }) {
  return (
    <>
      <PartText
        say={say}
        label={part.title}
        part={part.part}
        text={draft.report.texts[part.part] ?? ''}
        rows={part.shows.length > 0 ? 3 : 6}
      />
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
      return <ThemeTexts say={say} draft={draft} />
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
    const field = (cell: AnswerCell) => ({ kind: 'answer', noteId, cell }) as const
    return (
      <div key={noteId} className="report-theme">
        <p className={`note n-${color} asked-note`} dir="auto">
          {asked}
        </p>
        <SharedText say={say} rows={2} label={labels.text} value={answer.text} field={field('text')} />
        <div className="cells">
          {(['responsible', 'due'] as const).map((cell) => (
            <SharedText
              key={cell}
              say={say}
              rows={1}
              max={1_000}
              label={labels[cell]}
              value={answer[cell]}
              field={field(cell)}
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
