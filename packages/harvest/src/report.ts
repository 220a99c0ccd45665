/**
 * Gathers the state and the notes of all boards into one report: every standing note exactly once, under the question
 * and the zone it answers. Who wrote what is not looked at.
 */
import type { BoardNote } from '@bordet/board'
import type { Phase, WorkshopState } from '@bordet/workshop'
import { withChoices } from './choices.ts'
import { cleanText } from './cleanText.ts'
import type {
  HarvestInput,
  LinkedInput,
  Report,
  ReportNote,
  ReportPeople,
  ReportQuestion,
  ReportRow,
  ReportTheme,
  ReportZone,
} from './model.ts'
import { countPeople, withoutPerson } from './people.ts'
import { questionOf, roundNumbers } from './questionOf.ts'
import { shownDots, shownVotes } from './shownDots.ts'
import { tellGroups } from './smallGroups.ts'

/** A note on its way into the report: what is known of it before it has its place and number. */
interface Gathered {
  note: BoardNote
  table: number
}

/** Boards may come in any order; the same board must not come twice. */
export function buildReport(input: HarvestInput): Report {
  const { state, boards, now, timeZone, linked = [] } = input
  const zone = timeZone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone
  const standing = [...boards]
    .sort((a, b) => a.table - b.table)
    .flatMap(({ table, notes }) => (notes ?? []).filter(isReported).map((note) => ({ note, table })))
  const gathered = standing
    .map(({ note, table }) => ({ note: withoutPerson(state, note), table }))
    .filter(({ note }) => isReported(note))
  const people = countPeople(
    state,
    standing.map(({ note }) => note),
  )
  const linkedAs = (kind: LinkedInput['as']) =>
    linked
      .filter((one) => one.as === kind)
      .map((one) => buildReport({ state: one.state, boards: one.boards, now, timeZone: zone }))
      .toSorted((a, b) => a.heldAt - b.heldAt)
  const questions = arrange(state, gathered)
  const heldAt = state.runs[0]?.startedAt ?? state.startsAt
  const parts = linkedAs('part')
  return {
    templateId: state.templateId,
    sessionId: state.sessionId,
    title: cleanText(state.title),
    place: cleanText(state.place),
    owner: cleanText(state.owner),
    language: state.language,
    timeZone: zone,
    status: state.status,
    heldAt,
    heldOn: isoDate(heldAt, zone),
    writtenAt: now,
    participants: countParticipants(state),
    tables: state.tables.length,
    rounds: countRounds(state),
    unreadable: boards.flatMap(({ table, notes }) => (notes ? [] : [table])).sort((a, b) => a - b),
    notes: gathered.length,
    questions,
    themes: reportThemes(state, questions),
    texts: cleanAll(state.report.texts),
    answers: Object.fromEntries(
      Object.entries(state.report.answers).map(([id, answer]) => [
        id,
        {
          text: cleanText(answer.text),
          responsible: cleanText(answer.responsible),
          due: cleanText(answer.due),
        },
      ]),
    ),
    actions: state.report.rows.actions.map(({ cells }) => cleanAll(cells)),
    promises: state.report.rows.promises.map(({ cells }) => cleanAll(cells)),
    rows: reportRows(state),
    claimQuotes: state.report.claimQuotes,
    people: tellPeople(people, state.report.rows.heard),
    towns: Object.fromEntries(
      state.tables.flatMap(({ number, town }) => (town === '' ? [] : [[number, cleanText(town)]])),
    ),
    parts,
    places: linkedAs('place'),
    ...withImages(reportImages(state, gathered), parts),
  }
}

function reportRows({ report: { rows } }: WorkshopState): Report['rows'] {
  const clean = (its: readonly ReportRow[]) => its.map(({ id, cells }) => ({ id, cells: cleanAll(cells) }))
  return {
    plan: clean(rows.plan),
    noteFacts: clean(rows.noteFacts),
    claims: clean(rows.claims),
    // What organisers counted themselves is told in `people`: by itself it would show small groups.
    heard: clean(rows.heard).map(({ id, cells: { about = '', group = '', known = '' } }) => ({
      id,
      cells: { about, group, known },
    })),
    asks: clean(rows.asks),
    approval: clean(rows.approval),
    meeting: clean(rows.meeting),
  }
}

/** What was asked in the workshop, then what organisers counted, at a market for example: under the same name together. */
function tellPeople(asked: readonly ReportPeople[], counted: readonly ReportRow[]): Report['people'] {
  const all = new Map<string, Map<string, number>>()
  const count = (about: string, name: string, number: number) => {
    const key = [...all.keys()].find((one) => sameWords(one, about)) ?? about
    const groups = all.get(key) ?? new Map<string, number>()
    const group = [...groups.keys()].find((one) => sameWords(one, name)) ?? name
    all.set(key, groups.set(group, (groups.get(group) ?? 0) + number))
  }
  for (const { about, groups } of asked) for (const one of groups) count(about, one.name, one.count)
  for (const { cells } of counted) {
    const [about, group] = [cleanText(cells['about'] ?? ''), cleanText(cells['group'] ?? '')]
    const number = Number.parseInt(cells['heard'] ?? '', 10)
    if (about !== '' && group !== '') count(about, group, Number.isFinite(number) ? Math.max(0, number) : 0)
  }
  return [...all].map(([about, groups]) => ({
    about,
    groups: tellGroups([...groups].map(([name, number]) => ({ name, count: number }))),
    missing: [...groups].flatMap(([name, number]) => (number === 0 ? [name] : [])),
  }))
}

function sameWords(a: string, b: string): boolean {
  return a.trim().toLocaleLowerCase() === b.trim().toLocaleLowerCase()
}

/** With what its parts have: of maps under the same zone its own, else the newest part's. */
function withImages(own: Pick<Report, 'images'>, parts: readonly Report[]): Pick<Report, 'images'> {
  const all = [...parts.map(({ images }) => images), own.images].filter((images) => images !== undefined)
  if (all.length === 0) return {}
  return {
    images: {
      photos: Object.assign({}, ...all.map(({ photos }) => photos)),
      maps: Object.assign({}, ...all.map(({ maps }) => maps)),
    },
  }
}

function reportImages(state: WorkshopState, gathered: readonly Gathered[]): Pick<Report, 'images'> {
  const photos = gathered.flatMap(({ note }) => (note.photoId ? [[note.id, note.photoId] as const] : []))
  const pinned = new Set(gathered.flatMap(({ note }) => (note.pin ? [note.zone] : [])))
  const maps = state.session.zones.flatMap(({ id, image }) =>
    image && pinned.has(id)
      ? [
          [
            id,
            { name: image.url.slice(image.url.lastIndexOf('/') + 1), alt: cleanText(image.alt ?? '') },
          ] as const,
        ]
      : [],
  )
  if (photos.length + maps.length === 0) return {}
  return { images: { photos: Object.fromEntries(photos), maps: Object.fromEntries(maps) } }
}

function cleanAll(texts: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, cleanText(text)]))
}

/** Of what stands in one line: the head of a column. */
function cleanLine(text: string): string {
  return cleanText(text).replaceAll('\n', ' ')
}

function reportThemes(state: WorkshopState, questions: readonly ReportQuestion[]): ReportTheme[] {
  const notes = questions
    .flatMap(({ zones }) => zones.flatMap((zone) => zone.notes))
    .sort((a, b) => (b.dots ?? 0) - (a.dots ?? 0))
  return state.themes
    .map(({ id, name }) => ({
      id,
      name: cleanText(name),
      text: cleanText(state.report.texts[`theme:${id}`] ?? ''),
      notes: notes.filter((note) => state.noteThemes[note.id]?.includes(id)).map((note) => note.id),
    }))
    .filter(({ text, notes: its }) => text !== '' || its.length > 0)
    .sort((a, b) => b.notes.length - a.notes.length)
}

/** A note that was begun and never written says nothing. */
function isReported({ deleted, hidden, text, photoId }: BoardNote): boolean {
  return !deleted && !hidden && (text.trim() !== '' || photoId !== undefined)
}

function arrange(state: WorkshopState, gathered: readonly Gathered[]): ReportQuestion[] {
  const byQuestion = Map.groupBy(gathered, ({ note }) => questionOf(state.session, note))
  const dots = shownDots(
    state,
    gathered.map(({ note }) => note),
  )
  const rounds = roundNumbers(state.session)
  const numbering = { next: 1 }
  const asked = state.session.phases.filter((phase) => isAsked(state, phase) || byQuestion.has(phase.id))
  const questions = asked.map((phase): ReportQuestion => {
    const round = rounds.get(phase.id) ?? null
    const notes = byQuestion.get(phase.id) ?? []
    return {
      phaseId: phase.id,
      kind: phase.kind,
      name: cleanText(phase.name),
      question: cleanText(phase.question ?? ''),
      round,
      ...nothingChosen,
      zones: arrangeZones(state, phase.zones, notes, { round, rounds, dots, numbering }),
    }
  })
  const unasked = byQuestion.get(null)
  if (unasked) questions.push(otherNotes(state, unasked, { round: null, rounds, dots, numbering }))
  const notes = gathered.map(({ note }) => note)
  return withChoices(state, notes, shownVotes(state, questions, notes))
}

const nothingChosen = { vote: null, ranking: null, scoring: null, consent: null, groups: [] }

function isAsked({ consents }: WorkshopState, { id, zones }: Phase): boolean {
  return zones.length > 0 || consents[id] !== undefined
}

interface Arranging {
  /** The round of the question the notes stand under. */
  round: number | null
  rounds: ReadonlyMap<string, number>
  dots: ReadonlyMap<string, number>
  numbering: { next: number }
}

function otherNotes(state: WorkshopState, notes: readonly Gathered[], arranging: Arranging): ReportQuestion {
  const zones = arrangeZones(state, [], notes, arranging)
  return { phaseId: null, kind: null, name: '', question: '', round: null, ...nothingChosen, zones }
}

/** The phase's own zones, with or without notes, then others that its notes stand in, then notes outside every zone. */
function arrangeZones(
  state: WorkshopState,
  zoneIds: readonly string[],
  notes: readonly Gathered[],
  arranging: Arranging,
): ReportZone[] {
  const byZone = Map.groupBy(notes, ({ note }) => knownZone(state, note.zone))
  const own = new Set(zoneIds)
  const known = state.session.zones.filter(({ id }) => own.has(id) || byZone.has(id))
  const inOrder = [
    ...zoneIds.flatMap((id) => known.filter((zone) => zone.id === id)),
    ...known.filter(({ id }) => !own.has(id)),
  ]
  const zones = inOrder.map(({ id, title, kind, fields, choices, layers }): ReportZone => ({
    zoneId: id,
    title: cleanText(title),
    kind,
    fields: (fields ?? []).map(cleanLine),
    choices: (choices ?? []).map((its) => its.map(cleanLine)),
    layers: (layers ?? []).map(cleanText),
    notes: reportNotes(state, byZone.get(id) ?? [], arranging),
  }))
  const outside = byZone.get(null)
  if (outside)
    zones.push({
      zoneId: null,
      title: '',
      kind: null,
      fields: [],
      choices: [],
      notes: reportNotes(state, outside, arranging),
    })
  return zones
}

function knownZone(state: WorkshopState, zoneId: string): string | null {
  return state.session.zones.some(({ id }) => id === zoneId) ? zoneId : null
}

function reportNotes(
  state: WorkshopState,
  gathered: readonly Gathered[],
  arranging: Arranging,
): ReportNote[] {
  const { dots, rounds, round, numbering } = arranging
  const names = new Map(state.themes.map(({ id, name }) => [id, cleanText(name)]))
  const quoted = new Set(state.report.quotes)
  const dotsOf = ({ note }: Gathered) => dots.get(note.id) ?? -1
  return [...gathered]
    .sort((a, b) => dotsOf(b) - dotsOf(a))
    .map(({ note, table }) => ({
      number: numbering.next++,
      id: note.id,
      themes: (state.noteThemes[note.id] ?? []).flatMap((id) => names.get(id) ?? []),
      quote: quoted.has(note.id),
      pin: note.pin ?? null,
      text: cleanText(note.text),
      part: [note.part ?? '', note.group ?? '']
        .map(cleanText)
        .filter((words) => words !== '')
        .join(' – '),
      table,
      round: rounds.get(note.phase) ?? round,
      phase: cleanText(state.session.phases.find(({ id }) => id === note.phase)?.name ?? ''),
      dots: dots.get(note.id) ?? null,
      via: note.via,
      photo: note.photoId !== undefined,
      writtenAt: note.at,
    }))
}

/** Those who are there, and those who left after they had sat through a round or written a note. */
function countParticipants({ people, rounds, noteOwners }: WorkshopState): number {
  const tookPart = new Set([
    ...rounds.flatMap(({ seats }) => Object.keys(seats)),
    ...Object.values(noteOwners),
  ])
  return Object.values(people).filter(({ id, leftAt }) => leftAt === null || tookPart.has(id)).length
}

function countRounds({ runs, session }: WorkshopState): number {
  const ran = new Set(runs.map(({ phaseId }) => phaseId))
  return session.phases.filter(({ id, kind }) => kind === 'round' && ran.has(id)).length
}

/** `2025-02-18`: Swedish writes dates the ISO way. */
function isoDate(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat('sv', { dateStyle: 'short', timeZone }).format(at)
}
