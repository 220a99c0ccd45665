/** What the pictures of boards are called as files: `Bord 03 – Omgång 1`, in the order of the tables. */
import { speak, type Language } from '@bordet/text'
import type serverWords from '@bordet/text/server/sv'
import { safeInFileName } from '@bordet/text/fileName'
import type { WorkshopState } from '@bordet/workshop'
import { loadWords } from '../words.ts'
import type { WantedPicture } from '../workshops/boardPictures.ts'

/** One for each of them, no two alike. */
export async function pictureNames(
  state: WorkshopState,
  wanted: readonly Pick<WantedPicture, 'mark' | 'table'>[],
  language: Language,
): Promise<string[]> {
  const say = speak<typeof serverWords>(await loadWords(language), language)
  const phases = new Map(state.session.phases.map(({ id, name }) => [id, name]))
  const used = new Map<string, number>()
  return wanted.map(({ mark, table }) => {
    const board = table === 0 ? say('hall') : say('table', { n: String(table).padStart(2, '0') })
    const phase = safeInFileName(phases.get(mark.phaseId) ?? '') || mark.phaseId
    const name = `${board} – ${phase}`
    const times = (used.get(name) ?? 0) + 1
    used.set(name, times)
    return times === 1 ? name : `${name} (${times})`
  })
}
