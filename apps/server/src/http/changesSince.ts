/**
 * Answers with a long list that is asked for again and again: whoever says which answer they have gets what changed
 * since, the others all of it. Thousands of notes then cross a hall's network once, not with every move.
 */
import { createHash } from 'node:crypto'

export interface Changes<T> {
  /** Of what it says: the same list has the same mark, on every machine. */
  mark: string
  /** Whether `changed` is all there is: nothing from before stands. */
  whole: boolean
  changed: T[]
  /** Ids of what is no longer there. */
  gone: string[]
}

interface Answered {
  mark: string
  /** Id → JSON. */
  entries: ReadonlyMap<string, string>
}

/** Of each list: several pages ask in turn, each with a mark of its own. */
const mostAnswers = 6
const mostLists = 30

export function createChangesSince<T extends { id: string }>(): (
  list: string,
  entries: readonly T[],
  mark: string | undefined,
) => Changes<T> {
  const kept = new Map<string, Answered[]>()
  return (list, all, mark) => {
    const entries = new Map(all.map((entry) => [entry.id, JSON.stringify(entry)]))
    const answers = kept.get(list) ?? []
    const own = markOf(entries)
    kept.delete(list)
    kept.set(list, [...answers.filter((one) => one.mark !== own), { mark: own, entries }].slice(-mostAnswers))
    for (const old of [...kept.keys()].slice(0, -mostLists)) kept.delete(old)
    const before = answers.find((one) => one.mark === mark)?.entries
    return {
      mark: own,
      whole: before === undefined,
      changed: before ? all.filter(({ id }) => before.get(id) !== entries.get(id)) : [...all],
      gone: before ? [...before.keys()].filter((id) => !entries.has(id)) : [],
    }
  }
}

function markOf(entries: ReadonlyMap<string, string>): string {
  const hash = createHash('sha256')
  for (const json of entries.values()) hash.update(json)
  return hash.digest('base64url')
}
