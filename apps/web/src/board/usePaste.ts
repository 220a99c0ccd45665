/** What comes to the board from elsewhere: each line of a pasted text becomes a note, a picture a note with a picture. */
import type { Credentials } from '@bordet/client'
import { sendPhoto, shrinkPhoto } from '@bordet/client/photos'
import { useCallback, useEffect } from 'react'
import type { NewNote, NoteContent } from './boardEdits.ts'
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

/** Listens for pasting; answers with what takes pictures from files. */
export function usePaste(pasting: Pasting): (files: readonly File[]) => void {
  const { who, board, mayWrite, handle, zoneIds, newNote, onPasted } = pasting
  const put = useCallback(
    (contents: readonly NoteContent[]) => {
      if (!board || contents.length === 0) return
      const notes = contents.map((content) => ({ ...newNote(), ...content }))
      onPasted(board.edits.addNotes(notes, placeFor(board, handle, zoneIds)))
    },
    [board, handle, zoneIds, newNote, onPasted],
  )
  const putPhotos = useCallback(
    (files: readonly File[]) => {
      const sent = files.map(async (file) => sendPhoto(who, await shrinkPhoto(file)))
      Promise.all(sent).then(
        (photoIds) => put(photoIds.map((photoId) => ({ text: '', photoId }))),
        () => onPasted('photoFailed'),
      )
    },
    [who, put, onPasted],
  )
  useEffect(() => {
    if (!mayWrite) return
    const onPaste = (event: ClipboardEvent) => {
      if (isField(event.target) || !event.clipboardData) return
      const pictures = [...event.clipboardData.files].filter(({ type }) => type.startsWith('image/'))
      const lines = pastedLines(event.clipboardData.getData('text/plain'))
      if (pictures.length === 0 && lines.length === 0) return
      event.preventDefault()
      if (lines.length > 0) put(lines.map((text) => ({ text })))
      else putPhotos(pictures)
    }
    addEventListener('paste', onPaste)
    return () => removeEventListener('paste', onPaste)
  }, [mayWrite, put, putPhotos])
  return putPhotos
}

/** Where one looks; without a canvas the first zone of the round. */
function placeFor(board: OpenBoard, handle: CanvasHandle | null, zoneIds: readonly string[]) {
  const area = handle?.area()
  if (area) return [area.x + area.w / 2, area.y + area.h / 2] as const
  const { zones } = board.watch.content
  const zone = zones.find(({ id }) => zoneIds.includes(id)) ?? zones[0]
  return [zone?.x ?? 0, zone?.y ?? 0] as const
}

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
  )
}
