import { expect, it } from 'vitest'
import { createDoorBrake } from './doorBrake.ts'

function guess(brake: ReturnType<typeof createDoorBrake>, address: string, times: number) {
  for (let n = 0; n < times; n += 1) brake.failed(address, 0)
}

it('lets a hall in with its code, however one phone in it guesses', () => {
  const brake = createDoorBrake()
  brake.opened('hall', '123456', 0)
  guess(brake, 'hall', 30)
  expect(brake.waitMs('hall', '123456', 1)).toBe(0)
  expect(brake.waitMs('hall', '654321', 1)).toBe(59_999)
  expect(brake.waitMs('hall', '654321', 60_000)).toBe(0)
})

it('makes no difference between right and wrong to an address from which nothing has opened', () => {
  const brake = createDoorBrake()
  brake.opened('hall', '123456', 0)
  guess(brake, 'elsewhere', 30)
  expect(brake.waitMs('elsewhere', '123456', 1)).toBeGreaterThan(0)
})

it('holds guesses from many addresses against no address that has been in', () => {
  const brake = createDoorBrake()
  brake.opened('hall', '123456', 0)
  brake.opened('guesser in a hall', '111111', 0)
  guess(brake, 'guesser in a hall', 600)
  expect(brake.waitMs('newcomer', '123456', 1)).toBe(0)
  for (let n = 0; n < 60; n += 1) guess(brake, `guesser ${n}`, 10)
  expect(brake.waitMs('newcomer', '123456', 1)).toBeGreaterThan(0)
  expect(brake.waitMs('hall', '123456', 1)).toBe(0)
  expect(brake.waitMs('hall', '222222', 1)).toBe(0)
})

it('forgets after a day', () => {
  const brake = createDoorBrake()
  const dayMs = 24 * 3_600_000
  brake.opened('hall', '123456', 0)
  for (let n = 0; n < 30; n += 1) brake.failed('hall', dayMs + 1)
  expect(brake.waitMs('hall', '123456', dayMs + 2)).toBeGreaterThan(0)
})
