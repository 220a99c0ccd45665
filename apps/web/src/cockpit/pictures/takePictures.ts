/**
 * Draws the boards that are missing as pictures, one after the other, and hands them in. Which ones, the server says: so it
 * does not matter which page draws them, nor when, and two pages share the work.
 */
import {
  ApiError,
  fetchWholeBoardThen,
  handInPicture,
  takeNextPicture,
  type Credentials,
  type PicturePlace,
} from '@bordet/client'
import type { Language } from '@bordet/text'

export interface TakeOptions {
  who: Credentials
  language: Language
  /** What the picture shows, for whoever hears it. */
  titleOf(place: PicturePlace): string
  /** Waited for before each step, so that nobody's click waits for a picture. */
  rest(): Promise<void>
  signal: AbortSignal
  /** How many are there of how many. */
  onProgress(done: number, all: number): void
  /** Whether to wait for those that other pages draw. */
  isWaiting: boolean
}

const othersMs = 1_500
/** As long as the server leaves a board to another page, and a little more. */
const mostWaits = 40

/** Resolves with how many are still missing. Throws as requests do, and when the drawing part cannot be loaded. */
export async function takePictures(options: TakeOptions): Promise<number> {
  const { who, rest, signal, onProgress } = options
  const failed = new Set<string>()
  let waits = 0
  for (;;) {
    await rest()
    if (signal.aborted) return 0
    const { next, missing, all } = await takeNextPicture(who)
    onProgress(all - missing, all)
    if (next === null) {
      if (missing === 0 || !options.isWaiting || (waits += 1) > mostWaits) return missing
      await new Promise((resolve) => setTimeout(resolve, othersMs))
      continue
    }
    const name = `${next.boardId} ${next.at}`
    // One that cannot be drawn must not keep this page busy for ever.
    if (failed.has(name)) return missing
    try {
      await takeOne(next, options)
    } catch (error) {
      if (!(error instanceof ApiError && error.code === 'pictureOutdated')) failed.add(name)
      if (failed.size > 3) throw error
    }
  }
}

async function takeOne(place: PicturePlace, { who, language, titleOf, rest }: TakeOptions): Promise<void> {
  const { drawBoard } = await import('../../board/picture/drawBoard.ts')
  const then = await fetchWholeBoardThen(who, place)
  const notes = then.notes.filter(({ deleted, hidden }) => !deleted && !hidden)
  const filled = new Set(notes.map(({ zone }) => zone))
  // What the round had open, and what there was from before; not what is yet to come.
  const zones = then.zones.filter(({ id }) => filled.has(id) || then.openZones.includes(id))
  await rest()
  const files = await drawBoard({
    notes,
    zones: zones.length > 0 ? zones : then.zones,
    drawings: then.drawings,
    title: titleOf(place),
    language,
  })
  if (!files) throw new Error('nothing to draw')
  await rest()
  await handInPicture(who, place, { seal: then.seal, ...files })
}
