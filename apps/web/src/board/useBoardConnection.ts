/** Keeps one board open while the page shows it, and opens it afresh when the server would not take what was written. */
import { useEffect, useState } from 'react'
import { connectBoard, type BoardConnection, type Refused } from './connectBoard.ts'
import { openBoard, type OpenBoard } from './openBoard.ts'
import { tellCalmly, type ShownSaved } from './tellCalmly.ts'

export interface ConnectedBoard {
  connection: BoardConnection | null
  /** Null until the document is here. */
  board: OpenBoard | null
  saved: ShownSaved
  refused: Refused | null
  /** The server could not take the last change, and the board was fetched anew. */
  hasLost: boolean
}

const nothing: ConnectedBoard = {
  connection: null,
  board: null,
  saved: 'opening',
  refused: null,
  hasLost: false,
}

export function useBoardConnection(boardId: string | null, key: string): ConnectedBoard {
  const [state, setState] = useState(nothing)
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    if (boardId === null) return
    let board: OpenBoard | null = null
    const set = (next: Partial<ConnectedBoard>) => setState((before) => ({ ...before, ...next }))
    const calm = tellCalmly((saved) => set({ saved }))
    const connection = connectBoard(
      { boardId, key },
      {
        onSaved: calm.tell,
        onLoaded() {
          board = openBoard(connection)
          set({ board })
        },
        onRefused(refused) {
          set({ refused })
          if (refused !== 'badMessage') return
          // The same document would be refused again for ever; what others see is fetched instead.
          set({ hasLost: true })
          setAttempt((before) => before + 1)
        },
      },
    )
    set({ ...nothing, connection, hasLost: attempt > 0 })
    return () => {
      calm.stop()
      board?.close()
      connection.close()
    }
  }, [boardId, key, attempt])
  return state
}
