/** Six digits that open no workshop here yet. */
import { randomInt } from 'node:crypto'
import type { Storage } from '../storage/storage.ts'

export async function freeJoinCode(storage: Storage): Promise<string> {
  for (let tries = 0; tries < 50; tries += 1) {
    const code = String(randomInt(100_000, 1_000_000))
    if ((await storage.workshopIdByJoinCode(code)) === null) return code
  }
  throw new Error('no free join code was found')
}
