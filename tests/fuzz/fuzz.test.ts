/** A smoke of `npm run fuzz`: all attacks in small, against one live server. How long others wait is judged there. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { attacks } from './attacks.ts'
import { openFuzz, type Fuzz } from './openFuzz.ts'

let fuzz: Fuzz

beforeAll(async () => {
  fuzz = await openFuzz({
    attacks,
    seed: 1,
    frames: 1000,
    notes: 50,
    stallMs: 5000,
    growthBytes: 60 * 1024 * 1024,
    settleMs: 10_000,
    restart: 'never',
    repeats: 2,
  })
})

afterAll(() => fuzz[Symbol.asyncDispose]())

for (const attack of attacks) {
  it(`“${attack.name}” harms nobody but the attacker`, { timeout: 120_000 }, async () => {
    expect((await fuzz.carryOut(attack)).wrongs).toEqual([])
  })
}

it('what people saw is there after a restart', async () => {
  expect(await fuzz.restart()).toEqual([])
})
