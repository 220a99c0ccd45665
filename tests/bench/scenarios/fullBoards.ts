/** A server that has boards with notes on them: ours finds them in its file, the others are given them by a member. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startServerProcess, type ServerProcess } from '../servers/serverProcess.ts'
import type { Task } from './scenario.ts'

/** The first `full` boards are in this state. */
export async function startWithBoards(
  { server, grounds }: Task,
  boards: { state: Uint8Array; full: number; empty: number },
  env: Readonly<Record<string, string>> = {},
): Promise<ServerProcess> {
  const dataDir = grounds.newFolder()
  const boardFile = join(dataDir, 'board.bin')
  writeFileSync(boardFile, boards.state)
  return startServerProcess(server, {
    grounds,
    dataDir,
    env: {
      BOARDS: String(boards.full),
      EMPTY_BOARDS: String(boards.empty),
      BOARD_FILE: boardFile,
      ...env,
    },
  })
}
