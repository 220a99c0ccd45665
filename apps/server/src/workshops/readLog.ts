/**
 * The log of commands as people read it: when, who, what, and about which table, person or phase. Participants' own
 * doings are left out, and so are all words that somebody wrote: this is about who ran the evening.
 */
import type { WorkshopState } from '@bordet/workshop'
import type { CommandRow } from '../storage/storage.ts'

export interface Done {
  at: number
  role: string
  name: string
  type: string
  about: Record<string, string | number | boolean>
}

/** Facts that may stand in the log as they are; everything else of a command is words or ids. */
const plainFacts = ['table', 'minutes', 'count', 'locked', 'hidden', 'on', 'stays'] as const

/** Newest first. */
export function readLog(rows: readonly CommandRow[], state: WorkshopState): Done[] {
  return rows
    .filter(({ actor }) => actor.role !== 'participant')
    .map((row) => toDone(row, state))
    .toReversed()
}

function toDone({ at, actor, command }: CommandRow, state: WorkshopState): Done {
  const facts = new Map<string, unknown>(Object.entries(Object(command)))
  const about: Done['about'] = {}
  for (const key of plainFacts) {
    const fact = facts.get(key)
    if (typeof fact === 'number' || typeof fact === 'boolean') about[key] = fact
  }
  const person = Object.hasOwn(state.people, String(facts.get('personId')))
    ? state.people[String(facts.get('personId'))]
    : undefined
  if (person?.name) about['person'] = person.name
  const phase = state.session.phases.find(({ id }) => id === facts.get('phaseId'))
  if (phase) about['phase'] = phase.name
  return {
    at,
    role: actor.role,
    name: actor.name ?? (actor.table === null ? '' : String(actor.table)),
    type: String(facts.get('type')),
    about,
  }
}
