/** What people are called in the cockpit, and where they sit. */
import type { PersonView, View } from '@bordet/workshop'
import type { SayCockpit } from './words.ts'

export interface Named extends PersonView {
  label: string
}

/** In the order they came. Who gave no name is called by that order ("Deltagare 12"). */
export function namedPeople(view: View, say: SayCockpit): Named[] {
  return [...(view.people ?? [])]
    .sort((a, b) => a.joinedAt - b.joinedAt || (a.id < b.id ? -1 : 1))
    .map((person, index) => ({
      ...person,
      label: person.name || say('personNumber', { number: String(index + 1) }),
    }))
}

/** A table's host by name; null without one. */
export function hostLabel(view: View, people: readonly Named[], table: number): string | null {
  const found = view.tables.find((one) => one.number === table)
  if (!found || found.host === null) return null
  return found.hostName || (people.find((person) => person.id === found.host)?.label ?? '')
}
