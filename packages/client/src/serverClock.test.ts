import { describe, expect, it } from 'vitest'
import { createServerClock } from './serverClock.ts'

/** A device whose clock is `behindMs` behind the server's. */
function device(behindMs: number) {
  let server = 1_000_000
  let behind = behindMs
  const clock = createServerClock(() => server - behind)
  return {
    clock,
    pass: (ms: number) => (server += ms),
    setBack: (ms: number) => (behind += ms),
    hear: (latencyMs: number) => clock.heard(server - latencyMs),
    errorMs: () => clock.now() - server,
  }
}

describe('the server’s clock on a device', () => {
  it('is the device’s own until something was heard', () => {
    expect(createServerClock(() => 42).now()).toBe(42)
  })

  it('is off by no more than the fastest message took', () => {
    const phone = device(600_000)
    for (const latency of [900, 40, 2_000, 350]) {
      phone.hear(latency)
      phone.pass(1_000)
    }
    expect(phone.errorMs()).toBe(-40)
  })

  it('forgets a lucky message in the end, so that a clock that drifts is followed', () => {
    const phone = device(0)
    phone.hear(0)
    phone.setBack(-1_000)
    for (let i = 0; i < 16; i += 1) phone.hear(20)
    expect(phone.errorMs()).toBe(-20)
  })

  it('is not turned back by one message that waited out a sleep', () => {
    const phone = device(0)
    phone.hear(30)
    phone.pass(60_000)
    phone.hear(60_000)
    expect(phone.errorMs()).toBe(-30)
  })

  it('follows at once when the device’s clock is set back', () => {
    const phone = device(0)
    phone.hear(30)
    phone.setBack(3_600_000)
    phone.hear(50)
    expect(phone.errorMs()).toBe(-50)
  })

  it('follows after three messages that agree when the device’s clock is set forward', () => {
    const phone = device(0)
    phone.hear(30)
    phone.setBack(-3_600_000)
    phone.hear(50)
    phone.hear(80)
    expect(phone.errorMs()).toBe(3_600_000 - 30)
    phone.hear(90)
    expect(phone.errorMs()).toBe(-50)
  })
})
