/** What the report of a town-centre partnership has of its own: who is in, the project, what politicians are asked, what was learnt. */
import {
  cardValues,
  everyZone,
  factsOf,
  filled,
  heading,
  list,
  quiet,
  rowsOf,
  tableOf,
  written,
  type Composing,
} from './composing.ts'
import { placeName } from './cafeSections.ts'
import type { Show } from './composeSections.ts'
import type { Block } from './document.ts'
import type { ReportNote } from './model.ts'
import { noteText } from './words.ts'

export const townCentreShows = {
  /** Who takes part and who is missing, from a checklist whose last field says yes or no. */
  basis(composing, { zones = [] }) {
    const { say, language } = composing
    const lines = filled(composing, { zones }).flatMap(({ fields, choices, notes }) => {
      const at = choices.findLastIndex((offered) => offered.length === 2)
      return notes.map((note) => {
        const values = cardValues(fields, note.text)
        return {
          isIn: at >= 0 && values[at] !== '' && values[at] === choices[at]?.[0],
          text: values
            .filter((value, index) => index !== at && value !== '')
            .map((value) => written(value, language))
            .join(' – '),
        }
      })
    })
    const told = (isIn: boolean) =>
      lines.filter((line) => line.isIn === isIn && line.text !== '').map(({ text }) => text)
    return [...under(say('subTakingPart'), list(told(true))), ...under(say('subMissing'), list(told(false)))]
  },

  projectCard: (composing, { zones }) =>
    filled(composing, { zones }).flatMap(({ notes, fields }) =>
      notes.flatMap((note) => {
        const { name, rows } = projectOf(note, fields, composing)
        return [
          heading(name),
          ...tableOf(name, [composing.say('columnPoint'), composing.say('headProject')], rows),
        ]
      }),
    ),

  asks(composing, { zones }) {
    const { say } = composing
    const columns = ['columnAsk', 'columnBody', 'columnWhen', 'columnWhy', 'columnPresenter'] as const
    return tableOf(
      say('headMemo'),
      columns.map((key) => say(key)),
      asksOf(composing, zones).map(({ what, body, when, why, presenter }) => [
        what,
        body,
        when,
        why,
        presenter,
      ]),
    )
  },

  /** Without the one that was chosen: what organisers say, else what got the highest numbers, else most dots. */
  proposals(composing, { zones }) {
    const { questions, language, say, count } = composing
    const scores = new Map(
      questions.flatMap(({ scoring }) => scoring?.items.map(({ text, mean }) => [text, mean] as const) ?? []),
    )
    const all = filled(composing, { zones }).flatMap(({ notes, fields }) =>
      notes.map((note) => ({
        note,
        fields,
        mean: scores.get(note.text) ?? null,
        facts: factsOf(composing, note.id),
      })),
    )
    const ranked = all.toSorted(
      (a, b) => (b.mean ?? 0) - (a.mean ?? 0) || (b.note.dots ?? 0) - (a.note.dots ?? 0),
    )
    const marked = ranked.filter(({ facts }) => facts['chosen'] === 'yes')
    const [best] = ranked
    const taken = marked.length > 0 ? marked : best && (best.mean ?? best.note.dots ?? 0) > 0 ? [best] : []
    const number = new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
    const rows = ranked
      .filter((one) => !taken.includes(one))
      .map(({ note, fields, mean, facts }) => {
        const [what = '', forWhom = ''] = cardValues(fields, note.text)
        return [
          what === '' ? noteText(note, say) : what,
          forWhom,
          mean === null ? '' : number.format(mean),
          note.dots === null ? '' : count(note.dots),
          facts['why'] ?? '',
        ]
      })
    const columns = ['columnProposal', 'columnForWhom', 'columnMean', 'columnDots', 'columnWhyNot'] as const
    const names = taken.map(
      ({ note, fields }) => (cardValues(fields, note.text)[0] ?? '') || noteText(note, say),
    )
    return rows.length === 0
      ? []
      : [
          ...(names.length > 0
            ? [quiet(say('chosenProposal', { names: new Intl.ListFormat(language).format(names) }))]
            : []),
          ...tableOf(
            say('headRejected'),
            columns.map((key) => say(key)),
            rows,
          ),
        ]
  },

  /** Town by town: those of this workshop's tables, its parts and the places beside it. */
  log(composing, { zones = [] }) {
    const { report, say } = composing
    const towns = new Map<string, { title: string; notes: ReportNote[] }[]>()
    for (const one of [report, ...report.parts, ...report.places])
      for (const zoneId of zones)
        for (const zone of everyZone(one).filter((its) => its.zoneId === zoneId))
          for (const [town, notes] of Map.groupBy(
            zone.notes,
            ({ table }) => one.towns[table] ?? placeName(one),
          ))
            towns.set(town, [...(towns.get(town) ?? []), { title: zone.title, notes }])
    return [...towns].flatMap(([town, told]): Block[] => [
      heading(town),
      ...[...Map.groupBy(told, ({ title }) => title)].flatMap(([title, same]): Block[] => [
        heading(title, 3),
        ...list(same.flatMap(({ notes }) => notes.map((note) => noteText(note, say)))),
      ]),
    ])
  },
} satisfies Partial<Record<string, Show>>

function under(title: string, blocks: Block[]): Block[] {
  return blocks.length === 0 ? [] : [heading(title), ...blocks]
}

export interface Ask {
  what: string
  body: string
  when: string
  why: string
  presenter: string
}

/** What politicians are asked: what organisers wrote, then what the hall put in its table. */
export function asksOf(composing: Composing, zones: readonly string[] = ['politics']): Ask[] {
  const { language, say } = composing
  const asked = rowsOf(composing, 'asks').map(({ cells }) => ({
    what: cells['what'] ?? '',
    body: cells['body'] ?? '',
    when: written(cells['when'] ?? '', language),
    why: cells['why'] ?? '',
    presenter: '',
  }))
  const fromHall = filled(composing, { zones }).flatMap(({ notes, fields }) =>
    notes.map((note) => {
      const [what = '', body = '', when = '', presenter = ''] =
        fields.length > 0 ? cardValues(fields, note.text) : [noteText(note, say)]
      return {
        what,
        body,
        when: written(when, language),
        why: factsOf(composing, note.id)['why'] ?? '',
        presenter,
      }
    }),
  )
  return [...asked, ...fromHall].filter(({ what }) => what !== '')
}

/** A project's name and, field by field, what was written on its card. */
export function projectOf(
  note: ReportNote,
  fields: readonly string[],
  { say, language }: Composing,
): { name: string; rows: [string, string][] } {
  const [name = '', ...values] = fields.length > 0 ? cardValues(fields, note.text) : [noteText(note, say)]
  const rows = values.flatMap((value, at): [string, string][] =>
    value === '' ? [] : [[fields[at + 1] ?? '', written(value, language)]],
  )
  return { name: name === '' ? noteText(note, say) : name, rows }
}
