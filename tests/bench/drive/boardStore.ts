/** Boards by how many notes they have, each made once: a large one takes seconds. */
import { makeBoard, type Board } from './board.ts'

export interface BoardStore {
  withNotes(count: number): Board
}

export function createBoardStore(): BoardStore {
  const boards = new Map<number, Board>()
  return {
    withNotes(count) {
      const board = boards.get(count) ?? makeBoard(count)
      boards.set(count, board)
      return board
    },
  }
}
