/** Which papers there are and in which order they lie in the pack. A new one is a file in `parts` and a line in the table. */
import { safeInFileName } from '@bordet/text/fileName'
import type { WorkshopState } from '@bordet/workshop'
import { openPaper, type Paper } from './paper.ts'
import { addNoteSheets } from './parts/addNoteSheets.ts'
import { addRouteCards } from './parts/addRouteCards.ts'
import { addTableCards } from './parts/addTableCards.ts'
import { documentLanguages, loadWords, type SayPrint } from './words.ts'

export interface PrintInput {
  state: WorkshopState
  /** For participants, without a key: `https://bordet.example/j/482913`. */
  joinLink: string
  now: number
  /** Decides the date on the papers. */
  timeZone: string
}

/** What a part draws with. */
export interface PartInput extends PrintInput {
  say: SayPrint
}

export const printParts = {
  tableCards: addTableCards,
  routeCards: addRouteCards,
  noteSheets: addNoteSheets,
} as const satisfies Record<string, (paper: Paper, input: PartInput) => void>

export type PrintPart = keyof typeof printParts
export type PrintWhat = PrintPart | 'all'

export interface PrintedFile {
  bytes: Uint8Array
  mimeType: string
  /** Readable and safe on every file system, such as `Bordskort – Lindåsa – 2025-02-18.pdf`; not ASCII. */
  fileName: string
}

export async function printPack(input: PrintInput, what: PrintWhat): Promise<PrintedFile> {
  const { state, now } = input
  const say = await loadWords(state.language)
  const paper = openPaper({
    title: `${say(what)} – ${state.title}`,
    language: documentLanguages[state.language],
    madeAt: now,
  })
  for (const [part, add] of Object.entries(printParts)) {
    if (what === 'all' || what === part) add(paper, { ...input, say })
  }
  return { bytes: await paper.finish(), mimeType: 'application/pdf', fileName: fileNameOf(input, say(what)) }
}

function fileNameOf({ state, timeZone }: PrintInput, what: string): string {
  const where = safeInFileName(state.place) || safeInFileName(state.title)
  const heldOn = new Intl.DateTimeFormat('sv', { dateStyle: 'short', timeZone }).format(state.startsAt)
  return `${[what, where, heldOn].filter((part) => part !== '').join(' – ')}.pdf`
}
