/**
 * V8 keeps the pages of what is gone for what may come: after an evening with five hundred boards that is most of a
 * gigabyte on somebody's small machine. When most rooms have closed and it is quiet, it is asked for them.
 */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { z } from 'zod'

const lookMs = 3000
/** A few boards are not worth a collection: it takes some ten milliseconds, more where much is still open. */
const fewRooms = 8

interface Collect {
  (options: { type: 'major'; execution: 'async'; flavor: 'last-resort' }): Promise<void>
}
const collectSchema = z.custom<Collect>((value) => typeof value === 'function')

/** `roomCount`: how many are open; `collect` gives pages back. Returns what stops it. */
export function giveMemoryBack(
  roomCount: () => number,
  collect: () => Promise<void> = collectPages,
): () => void {
  let most = 0
  let last = 0
  const timer = setInterval(() => {
    const now = roomCount()
    most = Math.max(most, now)
    const isSettled = now >= last
    last = now
    if (!isSettled || most - now < fewRooms || now > most / 2) return
    most = now
    void collect()
  }, lookMs)
  timer.unref()
  return () => clearInterval(timer)
}

let gc: Collect | null = null

/** V8's own, the one kind of collection that lets go of pages: v8/src/extensions/gc-extension.cc. */
function collectPages(): Promise<void> {
  setFlagsFromString('--expose-gc')
  gc ??= collectSchema.parse(runInNewContext('gc'))
  return gc({ type: 'major', execution: 'async', flavor: 'last-resort' })
}
