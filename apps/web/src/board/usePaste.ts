/** Pasting on the board: each line of a text becomes a note, a picture becomes a note with a picture. */
import type { Credentials } from '@bordet/client'
import { sendPhoto, shrinkPhoto } from '@bordet/client/photos'
import { useEffect } from 'react'
import type { NewNote } from './boardEdits.ts'
import type { CanvasHandle } from './canvasHandle.ts'
import type { OpenBoard } from './openBoard.ts'
import { pastedLines } from './pastedLines.ts'

interface Pasting {
  who: Credentials
  board: OpenBoard | null
  mayWrite: boolean
  handle: CanvasHandle | null
  /** Where notes go when there is no canvas to look at. */
  zoneIds: readonly string[]
  newNote(): NewNote
  /** So many notes came; or a picture that could not be read or sent. */
  onPasted(count: number | 'photoFailed'): void
}

export function usePaste({ who, board, mayWrite, handle, zoneIds, newNote, onPasted }: Pasting): void {
  useEffect(() => {
    if (!board || !mayWrite) return
    const place = () => {
      const area = handle?.area()
      if (area) return [area.x + area.w / 2, area.y + area.h / 2] as const
      const { zones } = board.watch.content
      const zone = zones.find(({ id }) => zoneIds.includes(id)) ?? zones[0]
      return [zone?.x ?? 0, zone?.y ?? 0] as const
    }
    const put = (contents: { text: string; photoId?: string }[]) => {
      const notes = contents.map((content) => ({ ...newNote(), ...content }))
      onPasted(board.edits.addNotes(notes, place()))
    }
    const onPaste = (event: ClipboardEvent) => {
      if (isField(event.target) || !event.clipboardData) return
      const pictures = [...event.clipboardData.files].filter(({ type }) => type.startsWith('image/'))
      const lines = pastedLines(event.clipboardData.getData('text/plain'))
      if (pictures.length === 0 && lines.length === 0) return
      event.preventDefault()
      if (lines.length > 0) return put(lines.map((text) => ({ text })))
      const sent = pictures.map(async (file) => sendPhoto(who, await shrinkPhoto(file)))
      Promise.all(sent).then(
        (photoIds) => put(photoIds.map((photoId) => ({ text: '', photoId }))),
        () => onPasted('photoFailed'),
      )
    }
    addEventListener('paste', onPaste)
    return () => removeEventListener('paste', onPaste)
  }, [who, board, mayWrite, handle, zoneIds, newNote, onPasted])
}

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
  )
}
