/** Gets the print pack, or one part of it, into the browser's downloads, and says how far it is. */
import type { Credentials } from '@bordet/client'
import { useState } from 'react'
import { fetchServerFile, saveFile } from './serverFile.ts'

export type PrintWhat = 'all' | 'tableCards' | 'routeCards' | 'noteSheets'

/** `name` is what the button called it while it is under way, and then the file's own name. */
export type Printing =
  { kind: 'idle' } | { kind: 'busy'; name: string } | { kind: 'done'; name: string } | { kind: 'failed' }

export function usePrinting(who: Credentials) {
  const [printing, setPrinting] = useState<Printing>({ kind: 'idle' })
  const print = async (what: PrintWhat, name: string) => {
    setPrinting({ kind: 'busy', name })
    try {
      const file = await fetchServerFile(who, `print?what=${what}`, 'bordet.pdf')
      saveFile(file)
      setPrinting({ kind: 'done', name: file.name })
    } catch {
      setPrinting({ kind: 'failed' })
    }
  }
  return { printing, print }
}
