/**
 * The harvest as one reads it in a few minutes: what mails, letters and the read page carry. The organiser's summary, the
 * five biggest themes with a quote each, what got the dots, answers, promises, what happens next. Everything else is in
 * the report.
 */
import { dateLong, type Language } from '@bordet/text'
import { findNames, findRisks } from '@bordet/workshop'
import { everyNote, statusName } from './composeSections.ts'
import { isSub, sectionsOf } from './methods.ts'
import type { Report, ReportNote, ReportTheme } from './model.ts'
import { loadWords, noteOrigin, notices, noteText, type SayHarvest } from './words.ts'

export interface Digest {
  title: string
  /** Who invited; may be empty. */
  owner: string
  /** Of headings, labels and facts: the reader's. */
  language: Language
  /** Of everything that people wrote, the title too. */
  writtenIn: Language
  /** `19 november 2026 · Lindåsa · 33 deltagare · …` */
  facts: string
  /** What must not be missed: that it is a draft, that boards are missing. */
  notices: string[]
  blocks: DigestBlock[]
}

export type DigestBlock =
  | { kind: 'heading'; text: string }
  /** The organiser's own words. */
  | { kind: 'words'; text: string }
  /** What only helps reading, in the reader's language. */
  | { kind: 'quiet'; text: string }
  | { kind: 'entries'; isRanked: boolean; entries: DigestEntry[] }

export interface DigestEntry {
  /** As somebody wrote it. */
  title: string
  /** Beside it, in the reader's language; may be empty. */
  note: string
  lines: DigestLine[]
}

export interface DigestLine {
  /** Before the text, in the reader's language; may be empty. */
  label: string
  /** As somebody wrote it. */
  text: string
  look: 'plain' | 'quote' | 'quiet'
  /** Behind a quote, in the reader's language; else empty. */
  source: string
}

const most = { themes: 5, chosen: 5, answers: 8, promises: 8, actions: 8, groups: 8, quotes: 5 } as const
/** Longer ones are cut: all of it is in the report. */
const mostLetters = 320
/** Quotes nobody chose are rather neither a single word nor a page. */
const goodLength = { least: 25, most: 220 } as const

interface Digesting {
  report: Report
  language: Language
  say: SayHarvest
}

export async function digestOf(report: Report, language: Language): Promise<Digest> {
  const say = await loadWords(language)
  const digesting: Digesting = { report, language, say }
  const summary = paragraphs(report.texts['headInShort'] ?? '')
  return {
    title: report.title,
    owner: report.owner,
    language,
    writtenIn: report.language,
    facts: factsLine(digesting),
    notices: notices(report, language, say),
    blocks: [
      ...(summary.length > 0 ? [heading(say('headInShort')), ...summary] : []),
      ...themeBlocks(digesting),
      ...chosenBlocks(digesting),
      ...answerBlocks(digesting),
      ...promiseBlocks(digesting),
      ...nextBlocks(digesting),
    ],
  }
}

function factsLine({ report, language, say }: Digesting): string {
  const { place, heldAt, timeZone, participants, tables, rounds, notes } = report
  return [
    dateLong(language, heldAt, timeZone),
    place,
    ...(participants > 0 ? [say('participantCount', { n: participants })] : []),
    say('tableCount', { n: tables }),
    ...(rounds > 0 ? [say('roundCount', { n: rounds })] : []),
    say('noteCount', { n: notes }),
  ]
    .filter((part) => part !== '')
    .join(' · ')
}

function themeBlocks(digesting: Digesting): DigestBlock[] {
  const { report, say } = digesting
  const themes = report.themes.filter(({ notes, text }) => notes.length > 0 || text !== '')
  if (themes.length === 0) return quoteBlocks(digesting)
  const quoted = new Set<string>()
  const entries = themes.slice(0, most.themes).map((theme) => themeEntry(theme, digesting, quoted))
  const others = themes.length - entries.length
  return [
    heading(say('headThemes')),
    { kind: 'entries', isRanked: true, entries },
    ...(others > 0 ? [quiet(say('digestMoreThemes', { n: others }))] : []),
  ]
}

/** `quoted` are the notes that earlier themes quote: nobody reads the same words twice. */
function themeEntry(
  { name, text, notes: ids }: ReportTheme,
  digesting: Digesting,
  quoted: Set<string>,
): DigestEntry {
  const { report, say } = digesting
  const all = new Map(everyNote(report).map((note) => [note.id, note]))
  const notes = ids.flatMap((id) => all.get(id) ?? [])
  const tables = new Set(notes.map(({ table }) => table).filter((table) => table > 0)).size
  const size = say('noteCount', { n: notes.length })
  const quote = quoteOf(
    notes.filter(({ id }) => !quoted.has(id)),
    digesting,
  )
  if (quote) quoted.add(quote.id)
  const [first] = paragraphs(text)
  return {
    title: name,
    note: tables > 1 ? `${size} ${say('digestFromTables', { n: tables, of: report.tables })}` : size,
    lines: [...(first ? [line(cut(first.text))] : []), ...(quote ? [quoteLine(quote, say)] : [])],
  }
}

/**
 * The one that was chosen; else the one with most dots among those that name nobody, are neither a word nor a page, and do
 * not stand below for their dots anyway.
 */
function quoteOf(notes: readonly ReportNote[], { report }: Digesting): ReportNote | undefined {
  const marked = notes.find(({ quote }) => quote)
  if (marked) return marked
  const told = new Set(mostDots(report).map(({ text }) => text))
  const fits = ({ text }: ReportNote) =>
    text.length >= goodLength.least && text.length <= goodLength.most && !text.includes('\n')
  const mayBeShown = notes.filter(
    ({ text }) =>
      text !== '' && findRisks(text, report.language).length === 0 && findNames(text).length === 0,
  )
  return (
    mayBeShown.find((note) => fits(note) && !told.has(note.text)) ?? mayBeShown.find(fits) ?? mayBeShown[0]
  )
}

/** What was chosen to be quoted, where nothing was sorted into themes. */
function quoteBlocks({ report, say }: Digesting): DigestBlock[] {
  const entries = everyNote(report)
    .filter(({ quote, text }) => quote && text !== '')
    .slice(0, most.quotes)
    .map((note): DigestEntry => ({
      title: say('named', { name: cut(note.text) }),
      note: noteOrigin(note, say),
      lines: [],
    }))
  return entries.length === 0
    ? []
    : [heading(say('digestQuotes')), { kind: 'entries', isRanked: false, entries }]
}

/** Themes and notes, most dots first. */
function mostDots(report: Report): { text: string; dots: number }[] {
  const themes = report.questions.flatMap(({ vote }) =>
    (vote?.themes ?? []).map(({ name, dots }) => ({ text: name, dots })),
  )
  const notes = everyNote(report).map(({ text, dots }) => ({ text, dots: dots ?? 0 }))
  return [...themes, ...notes]
    .filter(({ text, dots }) => dots > 0 && text.trim() !== '')
    .sort((a, b) => b.dots - a.dots)
    .slice(0, most.chosen)
}

function chosenBlocks({ report, say }: Digesting): DigestBlock[] {
  const entries = mostDots(report).map(({ text, dots }): DigestEntry => ({
    title: cut(text),
    note: say('dotCount', { n: dots }),
    lines: [],
  }))
  return entries.length === 0
    ? []
    : [heading(say('digestChosen')), { kind: 'entries', isRanked: true, entries }]
}

function answerBlocks({ report, language, say }: Digesting): DigestBlock[] {
  const answered = everyNote(report).flatMap((note) => {
    const answer = report.answers[note.id]
    return answer && answer.text.trim() !== '' ? [{ note, ...answer }] : []
  })
  if (answered.length === 0) return []
  const entries = answered.slice(0, most.answers).map(({ note, text, responsible, due }): DigestEntry => ({
    title: cut(noteText(note, say)),
    note: '',
    lines: [line(text), ...byline([responsible, due], language)],
  }))
  const others = answered.length - entries.length
  return [
    heading(say('digestAnswers')),
    { kind: 'entries', isRanked: false, entries },
    ...(others > 0 ? [quiet(say('digestMoreAnswers', { n: others }))] : []),
  ]
}

function promiseBlocks({ report, say }: Digesting): DigestBlock[] {
  const entries = report.promises.slice(0, most.promises).flatMap((row): DigestEntry[] => {
    const said = row['said'] ?? ''
    const lines = [
      ...labelled(say('columnDoing'), row['doing']),
      ...labelled(say('columnNotDoing'), row['notDoing']),
      ...labelled(say('columnWhy'), row['why']),
    ]
    return said === '' && lines.length === 0 ? [] : [{ title: cut(said), note: '', lines }]
  })
  return entries.length === 0
    ? []
    : [heading(say('headPromises')), { kind: 'entries', isRanked: false, entries }]
}

function nextBlocks(digesting: Digesting): DigestBlock[] {
  const { report, language, say } = digesting
  const actions = report.actions
    .filter((row) => (row['what'] ?? '').trim() !== '' && row['status'] !== 'stopped')
    .slice(0, most.actions)
    .map((row): DigestEntry => ({
      title: cut(row['what'] ?? ''),
      note: statusName(row['status'] ?? '', say),
      lines: byline([row['who'], row['when']], language),
    }))
  const meetings = meetingEntries(digesting)
  const groups = report.questions
    .flatMap((question) => question.groups)
    .slice(0, most.groups)
    .map((group): DigestEntry => ({
      title: cut(group.name),
      note: say('digestGroup', { n: group.members }),
      lines: [
        ...labelled(say('columnMeeting'), writtenDate(group.meeting, language)),
        ...labelled(say('columnContact'), group.contact),
      ],
    }))
  const entries = [...meetings, ...actions, ...groups]
  return entries.length === 0
    ? []
    : [heading(say('digestNext')), { kind: 'entries', isRanked: false, entries }]
}

/** When and where one meets next, of methods whose report says it; the workshop's own before those of its parts. */
function meetingEntries({ report, language, say }: Digesting): DigestEntry[] {
  const all = [report, ...report.parts.toReversed()].flatMap(({ rows }) => rows.meeting)
  const { when = '', where = '', how = '' } = all[0]?.cells ?? {}
  const title = [writtenDate(when, language), where].filter((words) => words.trim() !== '').join(' · ')
  if (title === '' && how.trim() === '') return []
  const under = sectionsOf(report.templateId)
    .flatMap(({ shows }) => shows.filter(isSub))
    .find(({ shows }) => shows.some(({ show }) => show === 'meeting'))?.under
  return [
    {
      title: cut(title === '' ? how : title),
      note: say(under ?? 'subNextMeeting'),
      lines: title === '' || how.trim() === '' ? [] : [line(cut(how))],
    },
  ]
}

function heading(text: string): DigestBlock {
  return { kind: 'heading', text }
}

function quiet(text: string): DigestBlock {
  return { kind: 'quiet', text }
}

function line(text: string): DigestLine {
  return { label: '', text, look: 'plain', source: '' }
}

function quoteLine(note: ReportNote, say: SayHarvest): DigestLine {
  return {
    label: '',
    text: say('named', { name: cut(note.text) }),
    look: 'quote',
    source: noteOrigin(note, say),
  }
}

function labelled(label: string, text: string | undefined): DigestLine[] {
  return text === undefined || text.trim() === '' ? [] : [{ label, text, look: 'plain', source: '' }]
}

/** Who and when. */
function byline(parts: readonly (string | undefined)[], language: Language): DigestLine[] {
  const text = parts
    .flatMap((part) => (part === undefined || part.trim() === '' ? [] : writtenDate(part, language)))
    .join(' · ')
  return text === '' ? [] : [{ label: '', text, look: 'quiet', source: '' }]
}

/** `2026-05-01` as the reader's language writes it; other words as they are. */
function writtenDate(text: string, language: Language): string {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim())
  if (!found) return text
  const at = Date.UTC(Number(found[1]), Number(found[2]) - 1, Number(found[3]), 12)
  return dateLong(language, at, 'UTC')
}

function paragraphs(text: string): { kind: 'words'; text: string }[] {
  return text
    .split(/\n{2,}/)
    .map((words) => words.trim())
    .filter((words) => words !== '')
    .map((words) => ({ kind: 'words', text: words }))
}

/** In one line, and no longer than one reads. */
function cut(text: string): string {
  const letters = [...text.replace(/\s+/g, ' ').trim()]
  return letters.length <= mostLetters
    ? letters.join('')
    : `${letters.slice(0, mostLetters).join('').trimEnd()}…`
}
