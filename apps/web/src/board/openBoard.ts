/** A board that is open on this page: its connection, its notes, its undo, and what one can do with it. */
import { createBoardEdits, arrivalOrigin, type BoardEdits } from './boardEdits.ts'
import { createBoardUndo, type BoardUndo } from './boardUndo.ts'
import type { BoardConnection } from './connectBoard.ts'
import { watchBoard, type BoardWatch } from './watchBoard.ts'

export interface OpenBoard {
  connection: BoardConnection
  undo: BoardUndo
  edits: BoardEdits
  watch: BoardWatch
  close(): void
}

/** Once the document is loaded. Closing it leaves the connection open. */
export function openBoard(connection: BoardConnection): OpenBoard {
  const undo = createBoardUndo(connection.doc)
  const watch = watchBoard(connection.doc, (origin) => undo.isOwn(origin) || origin === arrivalOrigin)
  return {
    connection,
    undo,
    edits: createBoardEdits(connection.doc, undo),
    watch,
    close() {
      watch.close()
      undo.close()
    },
  }
}
