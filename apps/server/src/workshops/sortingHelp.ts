/**
 * Guesses and near-duplicates for those who sort: worked out once for all who ask, beside everything else, and never
 * so often that a hall that goes on writing keeps a core busy with it.
 */
import type { LearntNote } from '@bordet/harvest'
import type { Clock } from '@bordet/sync'
import type { Exporter } from '../export/exporter.ts'
import type { SortingHelp } from '../export/exportWorker.ts'
import type { Desk } from './desk.ts'

/** What is read of a desk. */
type SortedDesk = Pick<Desk, 'workshopId' | 'state' | 'everyNote'>

export interface SortingHelpParts {
  sorter: Pick<Exporter, 'sort'>
  learntNotes(desk: SortedDesk): Promise<LearntNote[]>
  clock: Clock
}

/** Rejects when `signal` says that this asker is gone; the work is called off with the last of them. */
export type AskForHelp = (desk: SortedDesk, signal: AbortSignal) => Promise<SortingHelp>

/** One time the work is done, for whoever asked before it began or while it was still true. */
interface Run {
  /** Which notes and themes it is about; null until it begins. */
  about: string | null
  help: Promise<SortingHelp>
  waiting: number
  gone: AbortController
}

interface Kept {
  now: Run | null
  next: Run | null
  done: { about: string; help: SortingHelp } | null
  /** Before then nothing new is begun. */
  restsUntil: number
}

/** So many times what the last one took: at most a quarter of a core. */
const restShare = 3
/** Workshops whose last answer is kept. */
const mostKept = 20

export function createSortingHelp({ sorter, learntNotes, clock }: SortingHelpParts): AskForHelp {
  const kept = new Map<string, Kept>()

  const begin = (desk: SortedDesk, own: Kept, gone: AbortController, after: Promise<unknown>): Run => {
    const run: Run = { about: null, waiting: 0, gone, help: Promise.reject(new Error('not begun')) }
    run.help.catch(() => {})
    run.help = (async () => {
      await after.catch(() => {})
      await rest(clock, own.restsUntil - clock.now())
      if (own.next === run) own.next = null
      own.now = run
      const job = jobOf(desk, await learntNotes(desk))
      const about = aboutOf(desk)
      run.about = about
      try {
        const help = await sorter.sort(job, gone.signal)
        own.done = { about, help }
        own.restsUntil = clock.now() + restShare * help.tookMs
        return help
      } finally {
        if (own.now === run) own.now = null
      }
    })()
    run.help.catch(() => {})
    return run
  }

  return async (desk, signal) => {
    const own = kept.get(desk.workshopId) ?? { now: null, next: null, done: null, restsUntil: 0 }
    kept.delete(desk.workshopId)
    kept.set(desk.workshopId, own)
    for (const [id, { now }] of [...kept].slice(0, -mostKept)) if (!now) kept.delete(id)
    const about = aboutOf(desk)
    if (own.done?.about === about) return own.done.help
    // One that is called off answers nobody.
    const isGood = (run: Run | null) => run !== null && !run.gone.signal.aborted
    if (own.now && isGood(own.now) && own.now.about === about) return wait(own.now, signal)
    if (!own.next || !isGood(own.next))
      own.next = begin(desk, own, new AbortController(), own.now?.help ?? Promise.resolve())
    return wait(own.next, signal)
  }
}

function wait(run: Run, signal: AbortSignal): Promise<SortingHelp> {
  run.waiting += 1
  return new Promise((resolve, reject) => {
    const leave = () => {
      run.waiting -= 1
      if (run.waiting === 0) run.gone.abort()
      reject(new Error('nobody waits for it any more'))
    }
    if (signal.aborted) return leave()
    signal.addEventListener('abort', leave, { once: true })
    const forget = () => signal.removeEventListener('abort', leave)
    run.help.finally(forget).then(resolve, reject)
  })
}

function rest(clock: Clock, restMs: number): Promise<void> {
  return restMs <= 0 ? Promise.resolve() : new Promise((resolve) => void clock.after(restMs, resolve))
}

function jobOf(desk: SortedDesk, learnt: LearntNote[]) {
  const { themes, noteThemes } = desk.state
  const notes = desk
    .everyNote()
    .filter(({ hidden }) => !hidden)
    .map(({ note: { id, text } }) => ({ id, text, themeIds: noteThemes[id] ?? [] }))
  return { workshopId: desk.workshopId, notes, themes, learnt }
}

/** Notes on a board may change without the workshop's version. */
function aboutOf(desk: SortedDesk): string {
  const notes = desk.everyNote()
  const letters = notes.reduce((sum, { note }) => sum + note.text.length, 0)
  return `${desk.state.version} ${notes.length} ${letters}`
}
