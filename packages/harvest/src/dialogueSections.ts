/** What the report of a citizen dialogue has of its own: maps in words and counts, whom we heard, conclusions with both sides. */
import {
  cardValues,
  everyNote,
  filled,
  heading,
  list,
  mapPicture,
  quiet,
  quote,
  quotes,
  rowsOf,
  tableOf,
  written,
  type Composing,
} from './composing.ts'
import type { Show } from './composeSections.ts'
import type { Block } from './document.ts'
import { mapSpots } from './mapSpots.ts'
import type { ReportNote, ReportZone } from './model.ts'
import { smallestGroup } from './smallGroups.ts'
import { noteOrigin, noteText } from './words.ts'

/** As many places as one reads of a map. */
const mostSpots = 10

export const dialogueShows = {
  /** What stands on a map as words and counts, for those who do not see it too; then what was said of its layers. */
  pins(composing, shown) {
    const { say, count } = composing
    return filled(composing, shown).flatMap((zone): Block[] => {
      const purposes = zone.choices[0] ?? []
      const number = (n: number) => (n === 0 ? '–' : count(n))
      const layers = layersOf(zone)
      const told = layers.filter(([layer]) => {
        const at = (zone.layers ?? []).indexOf(layer)
        return shown.layers === undefined || at === -1 || shown.layers.includes(at)
      })
      const rows = layers.map(([layer, notes]) => [
        layer === '' ? zone.title : layer,
        ...purposes.map((purpose) =>
          number(notes.filter((note) => valueOf(zone, note, 0) === purpose).length),
        ),
        count(notes.length),
      ])
      return [
        heading(zone.title),
        ...mapPicture(zone, composing),
        ...tableOf(
          say('pinCounts', { map: zone.title }),
          [say('columnLayer'), ...purposes, say('columnPins')],
          rows,
        ),
        ...told.flatMap(([layer, notes]): Block[] => [
          ...(layer === '' ? [] : [heading(layer)]),
          ...quotes(notes, composing),
        ]),
      ]
    })
  },

  pinsOf: (composing, shown) =>
    filled(composing, shown).flatMap((zone): Block[] =>
      (shown.layers ?? []).flatMap((at) => {
        const layer = zone.layers?.[at]
        const notes = layer === undefined ? [] : zone.notes.filter(({ part }) => isOfLayer(part, layer))
        return notes.length === 0 ? [] : [heading(layer ?? ''), ...quotes(notes, composing)]
      }),
    ),

  /** Places that people go to, each with why and how it feels. */
  spots(composing, shown) {
    const { language, say, count } = composing
    const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 })
    return filled(composing, shown).flatMap((zone): Block[] => {
      const [first] = zone.layers ?? []
      const pins = first === undefined ? zone.notes : zone.notes.filter(({ part }) => isOfLayer(part, first))
      const spots = mapSpots(pins)
      const told = spots.slice(0, mostSpots)
      const left = spots.slice(mostSpots).reduce((sum, { notes }) => sum + notes.length, 0)
      return [
        ...told.flatMap(({ at: [x, y], notes }, index): Block[] => [
          heading(say('spot', { n: index + 1, pins: say('pinCount', { n: notes.length }) })),
          quiet(say('spotAt', { x: percent.format(x / 100), y: percent.format(y / 100) })),
          ...list(
            [0, 1].flatMap((at) => {
              const counts = (zone.choices[at] ?? []).flatMap((choice) => {
                const n = notes.filter((note) => valueOf(zone, note, at) === choice).length
                return n === 0 ? [] : [`${choice} ${count(n)}`]
              })
              return counts.length === 0
                ? []
                : [say('labelled', { label: zone.fields[at] ?? '', words: counts.join(', ') })]
            }),
          ),
          ...whyQuotes(zone, notes, composing),
        ]),
        ...(left > 0 ? [quiet(say('morePins', { n: left }))] : []),
      ]
    })
  },

  /** Whom the answers came from, by what they said about themselves, beside what is known of everybody. */
  heard(composing) {
    const { language, say, count } = composing
    const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 })
    return peopleOf(composing).flatMap(({ about, groups }): Block[] => {
      if (!groups) return [heading(about), quiet(say('tooFewAnswered', { n: smallestGroup }))]
      const all = groups.reduce((sum, one) => sum + one.count, 0)
      if (all === 0) return []
      const rows = groups.map((group) => [
        group.names.map((name) => (name === '' ? say('didNotSay') : name)).join(say('groupedWith')),
        count(group.count),
        percent.format(group.count / all),
        // Of groups that are told together only if it is known of each.
        knownOf(group.names.map((name) => knownShare(about, name, composing))),
      ])
      const pooled = groups.some(({ names }) => names.length > 1)
      return [
        heading(about),
        ...tableOf(about, [about, say('columnCount'), say('columnShare'), say('columnKnown')], rows),
        ...(pooled ? [quiet(say('groupedNote', { n: smallestGroup }))] : []),
      ]
    })
  },

  /** Groups that nobody is from, and those that are less than half as many as there are. */
  missing(composing) {
    const { language, say } = composing
    const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 })
    return list(
      peopleOf(composing).flatMap(({ about, groups, missing }) => {
        const all = groups?.reduce((sum, one) => sum + one.count, 0) ?? 0
        const few = (groups ?? []).flatMap(({ names, count: heard }) => {
          const [name] = names
          if (names.length !== 1 || name === undefined || heard === 0) return []
          const known = shareOf(knownShare(about, name, composing))
          return known !== null && heard / all < known / 2
            ? [
                say('heardFew', {
                  group: name,
                  share: percent.format(heard / all),
                  known: percent.format(known),
                }),
              ]
            : []
        })
        const none = missing.map((name) => {
          const known = knownShare(about, name, composing)
          return known === '' ? say('heardNone', { group: name }) : say('heardNoneOf', { group: name, known })
        })
        return [...none, ...few].map((words) => say('labelled', { label: about, words }))
      }),
    )
  },

  /** Each conclusion with the quotes that speak for it and against it. */
  claims(composing, shown) {
    const { say } = composing
    const cards = filled(composing, shown).flatMap(({ fields, notes }) =>
      notes.map((note) => {
        const [claim = '', support = '', against = '', sure = ''] = cardValues(fields, note.text)
        return { id: note.id, claim: claim === '' ? noteText(note, say) : claim, support, against, sure }
      }),
    )
    const rows = rowsOf(composing, 'claims').map(({ id, cells }) => ({
      id,
      claim: cells['claim'] ?? '',
      support: '',
      against: '',
      sure: cells['sure'] ?? '',
    }))
    return [...cards, ...rows]
      .filter(({ claim }) => claim !== '')
      .flatMap(({ id, claim, support, against, sure }): Block[] => [
        heading(claim),
        ...(sure === '' ? [] : [quiet(say('howSure', { sure }))]),
        heading(say('speaksFor'), 3),
        ...side(id, 'for', support, composing),
        heading(say('speaksAgainst'), 3),
        ...side(id, 'against', against, composing),
      ])
  },

  meeting(composing) {
    const { language, say } = composing
    const [row] = rowsOf(composing, 'meeting')
    const cells = { when: 'columnWhen', where: 'place', how: 'columnHow' } as const
    return list(
      Object.entries(cells).flatMap(([cell, name]) => {
        const words = written(row?.cells[cell] ?? '', language)
        return words === '' ? [] : [say('labelled', { label: say(name), words })]
      }),
    )
  },
} satisfies Partial<Record<string, Show>>

function side(claimId: string, which: 'for' | 'against', told: string, composing: Composing): Block[] {
  const { report, say } = composing
  const notes = new Map(everyNote(composing).map((note) => [note.id, note]))
  const ids = [report, ...report.parts].flatMap(({ claimQuotes }) =>
    claimQuotes.filter((one) => one.claimId === claimId && one.side === which).map(({ noteId }) => noteId),
  )
  const quoted = [...new Set(ids)].flatMap((id) => notes.get(id) ?? []).map((note) => quote(note, composing))
  const blocks: Block[] = [...(told === '' ? [] : [{ kind: 'paragraph', text: told } as const]), ...quoted]
  return blocks.length === 0 ? [quiet(say(which === 'for' ? 'nothingFor' : 'nothingAgainst'))] : blocks
}

/** The layers with pins, in the map's order; pins of none come last. */
function layersOf({ layers = [], notes }: ReportZone): [string, ReportNote[]][] {
  const byLayer = Map.groupBy(notes, ({ part }) => layers.find((layer) => isOfLayer(part, layer)) ?? part)
  const order = (layer: string) => (layers.includes(layer) ? layers.indexOf(layer) : layers.length)
  return [...byLayer].toSorted(([a], [b]) => order(a) - order(b))
}

function isOfLayer(part: string, layer: string): boolean {
  return part === layer || part.startsWith(`${layer} – `)
}

function valueOf({ fields }: ReportZone, { text }: ReportNote, at: number): string {
  return cardValues(fields, text)[at] ?? ''
}

/** What people wrote of a place: the field that is not chosen from, without the others. */
function whyQuotes(zone: ReportZone, notes: readonly ReportNote[], composing: Composing): Block[] {
  const at = zone.fields.findIndex((_, index) => (zone.choices[index] ?? []).length === 0)
  const said = notes
    .map((note) => ({ ...note, text: at === -1 ? note.text : valueOf(zone, note, at) }))
    .filter(({ text }) => text !== '')
  return [...said]
    .sort((a, b) => Number(b.quote) - Number(a.quote))
    .slice(0, 3)
    .map((note) => ({
      kind: 'quote',
      text: note.text,
      source: noteOrigin({ ...note, part: '' }, composing.say),
    }))
}

function peopleOf({ report }: Composing) {
  return [report, ...report.parts].flatMap(({ people }) => people)
}

/** As organisers wrote it: `23 %`. */
function knownShare(about: string, name: string, composing: Composing): string {
  const same = (a: string | undefined, b: string) =>
    a?.trim().toLocaleLowerCase() === b.trim().toLocaleLowerCase()
  const row = rowsOf(composing, 'heard').find(
    ({ cells }) => same(cells['about'], about) && same(cells['group'], name),
  )
  return row?.cells['known'] ?? ''
}

function knownOf(shares: readonly string[]): string {
  return shares.every((share) => share !== '') ? shares.join(' + ') : ''
}

function shareOf(words: string): number | null {
  const found = /(\d+(?:[.,]\d+)?)\s*%/.exec(words)
  return found ? Number(found[1]?.replace(',', '.')) / 100 : null
}
