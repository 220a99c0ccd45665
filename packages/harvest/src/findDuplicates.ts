/**
 * Notes that say the same in nearly the same words, wherever they were written, so that a crew can read them as one.
 * Nothing is merged here.
 */
import { runsOf, wordsOf } from './letterRuns.ts'

export interface ReadNote {
  id: string
  text: string
}

/**
 * Groups of ids, at least two in each, in the order of the notes; a note is in one group at most. All notes of a group
 * are alike: two notes are when they share half of their runs of three letters (Jaccard) and neither says another
 * word where the other says its own — "more buses" and "fewer buses" are two thoughts, "bus" and "buses" are one.
 * Signs, case and order do not count; figures and words that deny do. Notes without letters are in no group.
 */
export function findDuplicates(notes: readonly ReadNote[]): string[][] {
  return createDuplicateFinder()(notes)
}

/** As `findDuplicates`, for a hall that is asked about again and again: notes that only came to the end cost only themselves. */
export function createDuplicateFinder(): (notes: readonly ReadNote[]) => string[][] {
  let seen: ReadNote[] = []
  let index = createIndex()
  return (notes) => {
    const isSame = ({ id, text }: ReadNote, at: number) => notes[at]?.id === id && notes[at].text === text
    if (seen.length > notes.length || !seen.every(isSame)) {
      seen = []
      index = createIndex()
    }
    for (const { id, text } of notes.slice(seen.length)) {
      seen.push({ id, text })
      index.add(readEntry(id, text))
    }
    return index.groups.filter(({ length }) => length > 1).map((group) => group.map(({ id }) => id))
  }
}

function createIndex() {
  const groups: Entry[][] = []
  const groupOf = new Map<Entry, Entry[]>()
  const entriesByRun = new Map<string, Entry[]>()
  return {
    groups,
    add(entry: Entry) {
      const twins = new Set(findAlike(entry, entriesByRun).filter((other) => areOneThought(entry, other)))
      const group = [...twins]
        .map((twin) => groupOf.get(twin))
        .find((group) => group?.every((one) => twins.has(one)))
      if (group) {
        group.push(entry)
        groupOf.set(entry, group)
      } else {
        const own = [entry]
        groups.push(own)
        groupOf.set(entry, own)
      }
      for (const run of entry.runs) {
        const list = entriesByRun.get(run)
        if (list) list.push(entry)
        else entriesByRun.set(run, [entry])
      }
    },
  }
}

interface Entry {
  id: string
  words: readonly string[]
  /** Figures and words that deny, in order. */
  facts: string
  runs: ReadonlySet<string>
}

const leastLikeness = 0.5
/** Shorter words join others: the endings of notes differ in them without a difference in sense. */
const shortestWord = 3

const denials = new Set(
  'inte ej icke aldrig ingen inget inga utan ikke ikkje aldri ingenting intet uden uten not no never none without'.split(
    ' ',
  ),
)

function readEntry(id: string, text: string): Entry {
  const words = wordsOf(text)
  return {
    id,
    words: words.filter((word) => word.length >= shortestWord),
    facts: [...words.filter((word) => denials.has(word)).sort(), ...(text.match(/\p{N}+/gu) ?? [])].join(' '),
    runs: new Set(words.flatMap((word) => (word.length < shortestWord ? [word] : runsOf(word, 3, 3)))),
  }
}

/** Of the earlier notes those that share enough runs, earliest first. */
function findAlike({ runs }: Entry, entriesByRun: ReadonlyMap<string, readonly Entry[]>): Entry[] {
  const shared = new Map<Entry, number>()
  for (const run of runs)
    for (const other of entriesByRun.get(run) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1)
  return [...shared]
    .filter(([other, count]) => count / (runs.size + other.runs.size - count) >= leastLikeness)
    .map(([other]) => other)
}

/** One note may say more than the other; that each says what the other does not is another thought. */
function areOneThought(a: Entry, b: Entry): boolean {
  if (a.facts !== b.facts) return false
  const lacks = (from: Entry, to: Entry) =>
    from.words.some((word) => !to.words.some((other) => areKin(word, other)))
  return !(lacks(a, b) && lacks(b, a))
}

/** The same word in another form (after at least three letters only endings differ), or with a slip of the pen. */
function areKin(a: string, b: string): boolean {
  if (a === b) return true
  let same = 0
  while (same < a.length && a[same] === b[same]) same += 1
  const isForm = same >= 3 && same >= shareOfStem * Math.min(a.length, b.length)
  if (isForm && ending.test(a.slice(same)) && ending.test(b.slice(same))) return true
  return Math.min(a.length, b.length) >= shortestSlip && shareOfPairs(a, b) >= leastOfSlip
}

const shareOfStem = 0.6
/** The letters of endings in Swedish, Danish, Norwegian and English. */
const ending = /^(?:[adeinorst]{0,4}|ing)$/
const shortestSlip = 6
const leastOfSlip = 0.8

/** Dice: pairs of neighbouring letters in common. */
function shareOfPairs(a: string, b: string): number {
  const pairs = (word: string) => new Set(runsOf(word, 2, 2))
  const [ofA, ofB] = [pairs(a), pairs(b)]
  let common = 0
  for (const pair of ofA) if (ofB.has(pair)) common += 1
  return (2 * common) / (ofA.size + ofB.size)
}
