/** What the report of a BID process has of its own: the plan with its money, who wants to be in, what has changed. */
import { dateLong } from '@bordet/text'
import { reportCells } from '@bordet/workshop'
import { readAmount } from './amounts.ts'
import {
  cardValues,
  everyNote,
  everyZone,
  filled,
  heading,
  list,
  quiet,
  rowsOf,
  tableOf,
  written,
  type Composing,
} from './composing.ts'
import type { Show } from './composeSections.ts'
import type { Block } from './document.ts'
import type { Report } from './model.ts'
import { statusName } from './statusName.ts'
import { noteText, type SayHarvest } from './words.ts'

type PlanCell = (typeof reportCells.plan)[number]
type PlanEntry = Record<PlanCell, string>

const emptyEntry: PlanEntry = {
  action: '',
  goal: '',
  responsible: '',
  with: '',
  start: '',
  done: '',
  hours: '',
  money: '',
  paidBy: '',
  firstStep: '',
  followUp: '',
  status: '',
}

export const bidShows = {
  /** All at a glance, then each action with everything that was agreed. */
  plan(composing, { zones = [] }) {
    const { say } = composing
    const entries = planOf(composing, zones)
    if (entries.length === 0) return []
    const columns = ['action', 'responsible', 'start', 'done', 'status'] as const
    return [
      ...tableOf(
        say('headActionPlan'),
        columns.map((cell) => cellName(cell, say)),
        entries.map((entry) => columns.map((cell) => entry[cell])),
      ),
      ...entries.flatMap((entry): Block[] => {
        const details = reportCells.plan.filter((cell) => cell !== 'action' && entry[cell] !== '')
        return details.length === 0
          ? []
          : [
              heading(entry.action),
              ...list(
                details.map((cell) => say('labelled', { label: cellName(cell, say), words: entry[cell] })),
              ),
            ]
      }),
    ]
  },

  /** Sums by who pays. What was not written in figures is named, not guessed. */
  funding(composing, { zones = [] }) {
    const { say, count } = composing
    const entries = planOf(composing, zones)
    const told = entries.filter(({ money, hours }) => money !== '' || hours !== '')
    if (told.length === 0) return []
    const inFigures = told.flatMap((entry) => {
      const amount = readAmount(entry.money)
      return amount === null ? [] : [{ ...entry, amount }]
    })
    const unit =
      inFigures.length > 0 && inFigures.every(({ money }) => /\bkr\b|kr\b|kronor|kroner/iu.test(money))
        ? ' kr'
        : ''
    const payers = [...Map.groupBy(inFigures, ({ paidBy }) => paidBy.toLocaleLowerCase())]
      .map(([, its]) => ({
        name: its[0]?.paidBy ?? '',
        actions: its.length,
        sum: its.reduce((total, { amount }) => total + amount, 0),
      }))
      .toSorted((a, b) => b.sum - a.sum)
    const total = payers.reduce((sum, one) => sum + one.sum, 0)
    const hours = told.reduce((sum, entry) => sum + (readAmount(entry.hours) ?? 0), 0)
    const withoutFigures = entries.filter(({ money }) => readAmount(money) === null)
    return [
      ...tableOf(
        say('headFunding'),
        [say('columnPaidBy'), say('columnActions'), say('columnMoney')],
        payers.length === 0
          ? []
          : [
              ...payers.map(({ name, actions, sum }) => [
                name === '' ? say('payerOpen') : name,
                count(actions),
                `${count(sum)}${unit}`,
              ]),
              [say('total'), count(inFigures.length), `${count(total)}${unit}`],
            ],
      ),
      ...list([
        ...(hours > 0 ? [say('hoursTotal', { hours: count(hours) })] : []),
        ...withoutFigures.map(({ action, money }) =>
          say('noFigure', { action, money: money === '' ? '–' : money }),
        ),
      ]),
    ]
  },

  intents(composing, { zones = [] }) {
    const { questions, say, count, language } = composing
    const groups = questions.flatMap((question) => question.groups)
    const rows = filled(composing, { zones }).flatMap(({ notes }) =>
      notes.map((note) => {
        const group = groups.find(({ name }) => name === note.text)
        const names = group ? new Intl.ListFormat(language).format(group.names) : ''
        return [
          noteText(note, say),
          group ? count(group.members) : '',
          group?.contact ? group.contact : names,
          written(group?.meeting ?? '', language),
        ]
      }),
    )
    const columns = ['columnIntent', 'participants', 'columnContact', 'columnMeeting'] as const
    return tableOf(
      say('headIntents'),
      columns.map((key) => say(key)),
      rows,
    )
  },

  changed(composing) {
    const { report, say, count } = composing
    const all = [...report.parts, report].toSorted((a, b) => a.heldAt - b.heldAt)
    const at = all.indexOf(report)
    if (all.length < 2) return []
    const before = all[at - 1]
    const figures: [string, (one: Report) => number][] = [
      [say('participants'), ({ participants }) => participants],
      [say('notes'), ({ notes }) => notes],
      [say('subGoals'), (one) => notesIn(one, 'goals')],
      [say('headIntents'), (one) => notesIn(one, 'intent')],
      [say('columnActions'), (one) => entriesOf(one, composing).length],
    ]
    const rows = figures
      .map(([name, figure]) => [name, ...all.map(figure)] as const)
      .filter(([, ...values]) => values.some((value) => value > 0))
      .map(([name, ...values]) => [name, ...values.map((value) => (value === 0 ? '–' : count(value)))])
    return [
      ...tableOf(
        say('headChanged'),
        [say('columnWhat'), ...all.map((one) => heldWhen(one, composing))],
        rows,
      ),
      ...(before ? planChanges(before, report, composing) : []),
    ]
  },
} satisfies Partial<Record<string, Show>>

function heldWhen({ title, heldAt, timeZone }: Report, { language }: Composing): string {
  return `${title}, ${dateLong(language, heldAt, timeZone)}`
}

function notesIn(report: Report, zoneId: string): number {
  return everyZone(report)
    .filter((zone) => zone.zoneId === zoneId && zone.kind !== 'locked')
    .reduce((sum, { notes }) => sum + notes.length, 0)
}

/** Which actions are new, have another status, or are no longer in the plan; nothing where one of them had no plan. */
function planChanges(before: Report, now: Report, composing: Composing): Block[] {
  const { say } = composing
  const key = ({ action }: PlanEntry) => action.toLocaleLowerCase().replace(/\s+/g, ' ').trim()
  const [then, today] = [entriesOf(before, composing), entriesOf(now, composing)]
  if (then.length === 0 || today.length === 0) return []
  const found = new Map(then.map((entry) => [key(entry), entry]))
  const items = [
    ...today.flatMap((entry) => {
      const old = found.get(key(entry))
      if (!old) return [say('changedNew', { action: entry.action })]
      if (old.status === entry.status) return []
      return [
        say('changedStatus', {
          action: entry.action,
          before: old.status === '' ? '–' : old.status,
          now: entry.status === '' ? '–' : entry.status,
        }),
      ]
    }),
    ...then
      .filter((entry) => !today.some((one) => key(one) === key(entry)))
      .map(({ action }) => say('changedGone', { action })),
  ]
  return items.length === 0 ? [quiet(say('changedNothing'))] : list(items)
}

function entriesOf(report: Report, composing: Composing): PlanEntry[] {
  return planOf({ ...composing, report: { ...report, parts: [] }, questions: report.questions }, ['plan'])
}

/** The cards of the plan with what organisers wrote since, then what they added. */
function planOf(composing: Composing, zones: readonly string[]): PlanEntry[] {
  const { report, language, say } = composing
  const rows = rowsOf(composing, 'plan')
  // A plan is gone through again at each meeting: the newest one stands.
  const newest = [report, ...report.parts.toReversed()].find(
    (one) => filled({ ...composing, questions: one.questions }, { zones }).length > 0,
  )
  const notes = filled({ ...composing, questions: newest?.questions ?? [] }, { zones }).flatMap((zone) =>
    zone.notes.map((note) => ({ note, zone })),
  )
  const entryOf = (valueOf: (cell: PlanCell, at: number) => string): PlanEntry => {
    const entry = { ...emptyEntry }
    for (const [at, cell] of reportCells.plan.entries()) entry[cell] = written(valueOf(cell, at), language)
    return { ...entry, status: statusName(entry.status, say) }
  }
  const cards = notes.map(({ note, zone }) => {
    const card = zone.fields.length > 0 ? cardValues(zone.fields, note.text) : [noteText(note, say)]
    const newer = rows.find(({ id }) => id === note.id)?.cells
    return entryOf((cell, at) => newer?.[cell] || (card[at] ?? ''))
  })
  const isNote = new Set(everyNote(composing).map(({ id }) => id))
  const added = rows
    .filter(({ id }) => !isNote.has(id))
    .map(({ cells }) => entryOf((cell) => cells[cell] ?? ''))
  const actions = [...report.parts, report].flatMap((one) =>
    one.actions.map((row) => {
      const cells: Partial<Record<PlanCell, string | undefined>> = {
        action: row['what'],
        responsible: row['who'],
        done: row['when'],
        money: row['money'],
        status: row['status'],
      }
      return entryOf((cell) => cells[cell] ?? '')
    }),
  )
  return [...cards, ...added, ...actions].filter(({ action }) => action !== '')
}

export function cellName(cell: PlanCell, say: SayHarvest): string {
  const names = {
    action: 'columnWhat',
    goal: 'columnGoal',
    responsible: 'columnWho',
    with: 'columnWith',
    start: 'columnStart',
    done: 'columnDone',
    hours: 'columnHours',
    money: 'columnMoney',
    paidBy: 'columnPaidBy',
    firstStep: 'columnFirstStep',
    followUp: 'columnFollowUp',
    status: 'columnStatus',
  } as const satisfies Record<PlanCell, Parameters<SayHarvest>[0]>
  return say(names[cell])
}
