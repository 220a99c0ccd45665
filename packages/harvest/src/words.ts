/** The words and ways of writing that every writer shares: phrases, dates, and the label that says where a note was written. */
import { clockTime, dateLong, speak, type Language, type Say } from '@bordet/text'
import type sv from '@bordet/text/harvest/sv'
import type { DocumentImage } from './document.ts'
import type { HarvestImages } from './images.ts'
import type { Report, ReportNote, ReportQuestion, ReportZone } from './model.ts'

export type SayHarvest = Say<typeof sv>

const catalogues = {
  sv: () => import('@bordet/text/harvest/sv'),
  da: () => import('@bordet/text/harvest/da'),
  nb: () => import('@bordet/text/harvest/nb'),
  en: () => import('@bordet/text/harvest/en'),
}

/** BCP 47 tags as Office writes them. */
export const officeLanguages = {
  sv: 'sv-SE',
  da: 'da-DK',
  nb: 'nb-NO',
  en: 'en-GB',
} as const satisfies Record<Language, string>

export async function loadWords(language: Language): Promise<SayHarvest> {
  const catalogue = await catalogues[language]()
  return speak<typeof sv>(catalogue.default, language)
}

/** The facts of the front page, label and value, without those that are empty. */
export function reportFacts(report: Report, language: Language, say: SayHarvest): [string, string][] {
  const count = (n: number) => new Intl.NumberFormat(language).format(n)
  const facts: [string, string][] = [
    [say('place'), report.place],
    [say('date'), dateLong(language, report.heldAt, report.timeZone)],
    [say('owner'), report.owner],
    [say('participants'), count(report.participants)],
    [say('tables'), count(report.tables)],
    [say('rounds'), count(report.rounds)],
    [say('notes'), count(report.notes)],
  ]
  return facts.filter(([, value]) => value.trim() !== '')
}

/** What a reader must know of the file: boards that are missing from it, and that it is a draft before the end. */
export function notices(report: Report, language: Language, say: SayHarvest): string[] {
  const boards = report.unreadable.map((table) => tableName(table, say))
  const missing = boards.length > 0 ? [say('unreadable', { boards: boards.join(', ') })] : []
  if (report.status === 'closed') return missing
  const draft = say('draft', {
    date: dateLong(language, report.writtenAt, report.timeZone),
    time: clockTime(language, report.writtenAt, report.timeZone),
  })
  return [...missing, draft]
}

/** `Bord 4 · Omgång 1 · från papper` */
export function noteOrigin(note: ReportNote, say: SayHarvest): string {
  const round = note.round === null ? [] : [say('round', { n: note.round })]
  const paper = note.via === 'paper' ? [say('fromPaper')] : []
  const part = note.part === '' ? [] : [note.part]
  return [...part, tableName(note.table, say), ...round, ...paper].join(' · ')
}

export function noteText(note: ReportNote, say: SayHarvest): string {
  return note.text === '' ? say('photo') : note.text
}

/** A note's photo, with the note's words for whoever does not see it. */
export function notePhoto(
  note: ReportNote,
  { photos }: HarvestImages,
  say: SayHarvest,
): { photo?: DocumentImage } {
  const photo = photos.get(note.id)
  if (!photo) return {}
  const words = note.text.trim()
  return { photo: { ...photo, alt: words === '' ? say('photo') : say('photoWith', { words }) } }
}

/** `Nål 3 · Bord 4` */
export function withPin(origin: string, pin: number | undefined, say: SayHarvest): string {
  return pin === undefined ? origin : `${say('pinNumber', { n: pin })} · ${origin}`
}

export function tableName(table: number, say: SayHarvest): string {
  return table === 0 ? say('hall') : say('table', { n: table })
}

export function questionName(question: ReportQuestion, say: SayHarvest): string {
  return question.phaseId === null ? say('otherNotes') : question.name
}

export function zoneTitle(zone: ReportZone, say: SayHarvest): string {
  return zone.zoneId === null ? say('outsideZones') : zone.title
}

/** Who voted and how much, and where the notes with the dots stand; null without a vote. */
export function voteSummary(question: ReportQuestion, language: Language, say: SayHarvest): string | null {
  if (!question.vote) return null
  const { voters, dots, notesUnder } = question.vote
  const turnout = say('votes', { n: voters, dots: say('inTotal', { dots: say('dotCount', { n: dots }) }) })
  if (notesUnder.length === 0) return turnout
  const names = new Intl.ListFormat(language).format(notesUnder.map((name) => say('named', { name })))
  return `${turnout} ${say('votesUnder', { names })}`
}

/** What was chosen under a question, a line each; empty where nothing was, or not yet to be told. */
export function choiceLines(question: ReportQuestion, language: Language, say: SayHarvest): string[] {
  const mean = new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
  const numberOr = (its: number | null | undefined) => (its == null ? '–' : mean.format(its))
  const names = new Intl.ListFormat(language)
  const { vote, ranking, scoring, consent, groups } = question
  return [
    ...(vote && vote.paper > 0 ? [say('dotsFromPaper', { dots: say('dotCount', { n: vote.paper }) })] : []),
    ...(vote?.themes ?? []).map(({ name, dots }) => `${name}: ${say('dotCount', { n: dots })}`),
    ...(consent ? [say('consentCount', consent)] : []),
    ...(ranking ? [say('ordered', { n: ranking.people })] : []),
    ...(ranking?.items ?? []).map(
      ({ text, place, mean: its, first }) =>
        `${place}. ${firstLine(text)} · ${say('meanPlace', { mean: mean.format(its) })} · ${say('firstFor', { n: first })}`,
    ),
    ...(scoring ? [say('scoredBy', { n: scoring.people })] : []),
    ...(scoring?.items ?? []).map(({ text, mean: its, means }) => {
      const each = scoring?.criteria.map((name, at) => `${name} ${numberOr(means[at])}`) ?? []
      return `${firstLine(text)} · ${say('scoreMean', { mean: numberOr(its) })} · ${each.join(', ')}`
    }),
    ...groups.map((group) => {
      const members = `${group.name}: ${say('groupMembers', { n: group.members })}`
      return group.names.length === 0
        ? members
        : `${members} ${say('mayContact', { names: names.format(group.names) })}`
    }),
  ]
}

/** Writes moments as `2025-02-18 18:57` in the time zone, and unknown ones as nothing. */
export function momentWriter(timeZone: string): (at: number) => string {
  const format = new Intl.DateTimeFormat('sv', { dateStyle: 'short', timeStyle: 'short', timeZone })
  return (at) => (at > 0 ? format.format(at) : '')
}

/** A card is known by its first line. */
function firstLine(text: string): string {
  return text.split('\n')[0] ?? ''
}
