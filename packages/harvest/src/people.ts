/**
 * What people said about themselves: age group, gender, area. It is counted here and told in groups that are large
 * enough; beside somebody's words it stands in no report and no file, where it could tell who they are.
 */
import type { BoardNote } from '@bordet/board'
import { takeFieldsApart, type WorkshopState } from '@bordet/workshop'
import { cleanText } from './cleanText.ts'
import type { ReportPeople } from './model.ts'

type ZoneOf = WorkshopState['session']['zones'][number]

const aboutPerson = /^(?:ålder|alder|age\b|kön|køn|kjønn|gender|sex\b)/iu
/** Only where a zone asks about the person too: elsewhere a place is what a note is about. */
const aboutArea =
  /^(?:plats|sted|place|område|area|ort\b|by\b|bydel|ortsdel|stadsdel|kommundel|bostadsort|bosted)/iu
const numbers = /^(?:nummer|number|nr|id)\b/iu

/** Which of a zone's fields are about whoever answers. */
function personFields({ fields = [] }: ZoneOf): number[] {
  if (!fields.some((name) => aboutPerson.test(name))) return []
  return fields.flatMap((name, at) => (aboutPerson.test(name) || aboutArea.test(name) ? [at] : []))
}

/** The note as it may be read by anybody: without the lines about its writer. Its text is empty when nothing is left. */
export function withoutPerson(state: WorkshopState, note: BoardNote): BoardNote {
  const zone = state.session.zones.find(({ id }) => id === note.zone)
  const names = zone ? personFields(zone).map((at) => zone.fields?.[at] ?? '') : []
  if (names.length === 0) return note
  const left = new Set(names)
  const lines = note.text.split('\n').filter((text) => {
    const name = [...left].find((one) => text.startsWith(`${one}:`))
    if (name === undefined) return true
    left.delete(name)
    return false
  })
  return { ...note, text: lines.join('\n') }
}

/** One entry for each thing that was asked. Somebody who gave several answers counts once. */
export function countPeople(state: WorkshopState, notes: readonly BoardNote[]): ReportPeople[] {
  return state.session.zones.flatMap((zone) => {
    const its = notes.filter((note) => note.zone === zone.id)
    const asked = personFields(zone)
    if (its.length === 0 || asked.length === 0) return []
    const fields = zone.fields ?? []
    const numberAt = fields.findIndex((name) => numbers.test(name))
    const people = new Map(
      its.map((note) => {
        const values = takeFieldsApart(fields, note.text)
        return [(values[numberAt] ?? '') || note.sheet || note.id, values]
      }),
    )
    return asked.map((at) => {
      const given = [...people.values()].map((values) => cleanText(values[at] ?? ''))
      const offered = zone.choices?.[at] ?? []
      const others = [...new Set(given)].filter((value) => value !== '' && !offered.includes(value))
      const order = new Intl.Collator(state.language, { numeric: true })
      return {
        about: cleanText(fields[at] ?? ''),
        groups: [...offered, ...others.toSorted((a, b) => order.compare(a, b)), ''].flatMap((name) => {
          const count = given.filter((value) => value === name).length
          return name === '' && count === 0 ? [] : [{ name: cleanText(name), count }]
        }),
      }
    })
  })
}
