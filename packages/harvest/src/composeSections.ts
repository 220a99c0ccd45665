/** What each section of a method's report shows of the notes: short, with sources; everything else is in the appendix. */
import { bidShows } from './bidSections.ts'
import { cafeShows } from './cafeSections.ts'
import {
  cardValues,
  chosen,
  everyNote,
  filled,
  heading,
  isWorkedOn,
  list,
  mergedThemes,
  more,
  mostQuotes,
  mostRanked,
  mostThemes,
  originOf,
  paragraphs,
  quiet,
  quote,
  quotes,
  spokenOf,
  tableOf,
  written,
  type Composing,
  type MergedTheme,
} from './composing.ts'
import { dialogueShows } from './dialogueSections.ts'
import type { Block } from './document.ts'
import { isSub, type Section, type SectionShow, type Shown, type Sub } from './methods.ts'
import type { Report, ReportZone } from './model.ts'
import { profileShows } from './profileSections.ts'
import { statusName } from './statusName.ts'
import { townCentreShows } from './townCentreSections.ts'
import { choiceLines, noteText, tableName } from './words.ts'

export { everyNote } from './composing.ts'
export { smallestGroup } from './smallGroups.ts'
export { statusName } from './statusName.ts'

export type Show = (composing: Composing, shown: Shown) => Block[]

/** Nothing when neither the organisers nor the room said anything here. */
export function sectionBlocks(section: Section, composing: Composing): Block[] {
  const body = withoutOnlyTitle(
    section.shows,
    section.shows.flatMap((shown) =>
      isSub(shown) ? subBlocks(shown, composing) : shows[shown.show](composing, shown),
    ),
  )
  const text = sectionText(section, composing)
  if (text === '' && body.length === 0) return []
  return [{ kind: 'heading', level: 1, text: composing.say(section.head) }, ...paragraphs(text), ...body]
}

/** What a programme shares is what its oldest part says, so that it is the same in every report. */
export function sectionText({ head, isShared }: Section, { report }: Pick<Composing, 'report'>): string {
  const texts = report.parts.map((part) => part.texts[head] ?? '').filter((text) => text !== '')
  const own = report.texts[head] ?? ''
  return (isShared ? (texts[0] ?? own) : own || texts.at(-1)) ?? ''
}

function subBlocks({ under, shows: inner }: Sub, composing: Composing): Block[] {
  const { report, say } = composing
  const texts = [report, ...report.parts.toReversed()].map(({ texts: its }) => its[under] ?? '')
  const body = withoutOnlyTitle(
    inner,
    inner.flatMap((shown) => shows[shown.show](composing, shown)),
  ).map(oneDeeper)
  const told = [...paragraphs(texts.find((text) => text !== '') ?? ''), ...body]
  return told.length === 0 ? [] : [heading(say(under)), ...told]
}

const titledByZone: ReadonlySet<SectionShow> = new Set(['notes', 'dots', 'cards', 'pins'])

/** Where a heading is for one zone alone, the zone's title would say the same once more. */
function withoutOnlyTitle(from: readonly (Shown | Sub)[], blocks: Block[]): Block[] {
  const [only, ...others] = from
  const isOneZone =
    only !== undefined &&
    others.length === 0 &&
    !isSub(only) &&
    titledByZone.has(only.show) &&
    only.zones?.length === 1
  const titles = blocks.filter(({ kind }) => kind === 'heading')
  return isOneZone && titles.length === 1 && blocks[0] === titles[0] ? blocks.slice(1) : blocks
}

function oneDeeper(block: Block): Block {
  return block.kind === 'heading' && block.level === 2 ? { ...block, level: 3 } : block
}

const generalShows = {
  notes: (composing, shown) =>
    filled(composing, shown).flatMap((zone): Block[] => [
      heading(zone.title),
      ...quotes(zone.notes, composing),
    ]),

  cards: (composing, shown) => filled(composing, shown).flatMap((zone) => cardTable(zone, composing)),

  dots(composing, shown) {
    const { say, count } = composing
    return filled(composing, shown).flatMap((zone): Block[] => {
      const ranked = [...zone.notes].sort((a, b) => (b.dots ?? 0) - (a.dots ?? 0)).slice(0, mostRanked)
      const hasDots = zone.notes.some(({ dots }) => dots !== null)
      const rows = ranked.map((note) => [
        spokenOf(note, composing).words,
        originOf({ ...note, part: '', round: null }, composing),
        ...(hasDots ? [count(note.dots ?? 0)] : []),
      ])
      const head = [say('columnNote'), say('columnTable'), ...(hasDots ? [say('columnDots')] : [])]
      return [
        heading(zone.title),
        ...tableOf(zone.title, head, rows),
        ...more(zone.notes.length - ranked.length, composing),
      ]
    })
  },

  parts: (composing, shown) =>
    filled(composing, shown).flatMap((zone) =>
      [...Map.groupBy(zone.notes, ({ part }) => part)].flatMap(([part, notes]): Block[] => [
        heading(part === '' ? zone.title : part),
        ...quotes(notes, composing),
      ]),
    ),

  answers(composing, shown) {
    const { report, language, say } = composing
    const answers: Report['answers'] = {}
    for (const one of [...report.parts, report]) Object.assign(answers, one.answers)
    const asked = filled(composing, shown).flatMap((zone) => zone.notes)
    const others = everyNote(composing).filter(
      ({ id }) => answers[id] !== undefined && !asked.some((note) => note.id === id),
    )
    const rows = [...asked, ...others].map((note) => {
      const answer = answers[note.id]
      return [
        noteText(note, say),
        answer?.text ? answer.text : say('notAnswered'),
        answer?.responsible ?? '',
        written(answer?.due ?? '', language),
      ]
    })
    const head = [say('columnQuestion'), say('columnAnswer'), say('columnWho'), say('columnWhen')]
    return tableOf(say('headQuestions'), head, rows)
  },

  groups(composing, { zones }) {
    const { questions, language, say, count } = composing
    const names = new Intl.ListFormat(language)
    const rows = questions
      .filter(({ zones: its }) => !zones || its.some(({ zoneId }) => zoneId && zones.includes(zoneId)))
      .flatMap(({ groups }) => groups)
      .map((group) => [
        group.name,
        count(group.members),
        group.contact === '' ? names.format(group.names) : group.contact,
        written(group.meeting, language),
      ])
    const head = [say('columnGroup'), say('participants'), say('columnContact'), say('columnMeeting')]
    return tableOf(say('headGroups'), head, rows)
  },

  biggest(composing) {
    const { say, count } = composing
    const biggest = mergedThemes(composing)
      .filter(({ notes }) => notes.length > 0)
      .slice(0, mostThemes)
    const hasDots = biggest.some(({ notes }) => notes.some(({ dots }) => dots))
    const rows = biggest.map(({ name, notes }) => [
      name,
      count(notes.length),
      hasDots ? count(notes.reduce((sum, { dots }) => sum + (dots ?? 0), 0)) : '',
      chosen(notes, 1)
        .slice(0, 1)
        .map((note) => oneLine(spokenOf(note, composing).words))
        .join(''),
    ])
    const head = [say('columnTheme'), say('notes'), say('columnDots'), say('columnInTheirWords')]
    return tableOf(say('headThemes'), head, rows)
  },

  themes(composing) {
    const { say, count } = composing
    const themes = mergedThemes(composing)
    const isTold = (theme: MergedTheme, at: number) => at < mostThemes || isWorkedOn(theme)
    const others = themes
      .filter((theme, at) => !isTold(theme, at))
      .map(({ name, notes }) => [name, count(notes.length)])
    return [
      ...themes.filter(isTold).flatMap((theme) => themeBlocks(theme, composing)),
      ...(others.length > 0 ? [heading(say('otherThemes'))] : []),
      ...tableOf(say('otherThemes'), [say('columnTheme'), say('notes')], others),
    ]
  },

  actions(composing) {
    const { report, language, say } = composing
    const rows = [...report.parts, report]
      .flatMap(({ actions }) => actions)
      .map((row) => [
        row['what'] ?? '',
        row['who'] ?? '',
        written(row['when'] ?? '', language),
        row['money'] ?? '',
        statusName(row['status'] ?? '', say),
      ])
    const columns = ['columnWhat', 'columnWho', 'columnWhen', 'columnMoney', 'columnStatus'] as const
    return tableOf(
      say('headActions'),
      columns.map((key) => say(key)),
      rows,
    )
  },

  promises({ report, say }) {
    const rows = report.promises.map((row) => [
      row['said'] ?? '',
      row['doing'] ?? '',
      row['notDoing'] ?? '',
      row['why'] ?? '',
    ])
    const columns = ['columnSaid', 'columnDoing', 'columnNotDoing', 'columnWhy'] as const
    return tableOf(
      say('headPromises'),
      columns.map((key) => say(key)),
      rows,
    )
  },

  consent({ questions, say }, { zones = [] }) {
    const asked = questions.filter((question) =>
      question.zones.some(({ zoneId }) => zoneId !== null && zones.includes(zoneId)),
    )
    return asked.flatMap(({ name, question, consent }): Block[] =>
      consent
        ? [
            heading(name),
            ...(question === '' ? [] : [{ kind: 'paragraph', text: question, look: 'asked' } as const]),
            ...list([say('consentCount', consent)]),
          ]
        : [],
    )
  },

  ranking(composing, { zones = [] }) {
    const { questions, language, say } = composing
    const ranked = questions.filter(
      (question) =>
        question.ranking && question.zones.some(({ zoneId }) => zoneId !== null && zones.includes(zoneId)),
    )
    return ranked.flatMap((question): Block[] => [
      heading(question.name),
      ...list(
        choiceLines({ ...question, vote: null, scoring: null, consent: null, groups: [] }, language, say),
      ),
    ])
  },
} satisfies Partial<Record<SectionShow, Show>>

const shows: Readonly<Record<SectionShow, Show>> = {
  ...generalShows,
  ...cafeShows,
  ...profileShows,
  ...bidShows,
  ...townCentreShows,
  ...dialogueShows,
}

export function themeBlocks({ name, text, notes }: MergedTheme, composing: Composing): Block[] {
  return [
    heading(name),
    ...(notes.length > 0 ? [quiet(composing.say('noteCount', { n: notes.length }))] : []),
    ...paragraphs(text),
    ...chosen(notes, mostQuotes).map((note) => quote(note, composing)),
  ]
}

function cardTable({ title, fields, notes }: ReportZone, composing: Composing): Block[] {
  const { say, language } = composing
  if (fields.length === 0) return [heading(title), ...list(notes.map((note) => noteText(note, say)))]
  const rows = notes.map((note) => [
    ...cardValues(fields, note.text).map((value) => written(value, language)),
    tableName(note.table, say),
  ])
  return [heading(title), ...tableOf(title, [...fields, say('columnTable')], rows)]
}

export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
