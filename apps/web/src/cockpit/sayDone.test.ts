import { speak } from '@bordet/text'
import sv from '@bordet/text/cockpit/sv'
import { commandRoles } from '@bordet/workshop/schemas'
import { describe, expect, it } from 'vitest'
import { sayDone, sayWho } from './sayDone.ts'

const say = speak<typeof sv>(sv, 'sv')
const done = (type: string, about = {}, role = 'facilitator', name = '') => ({
  at: 0,
  role,
  name,
  type,
  about,
})

describe('the log in words', () => {
  it('says what was done about whom and where', () => {
    expect(sayDone(done('startPhase', { phase: 'Paus' }), say)).toBe('startade Paus')
    expect(sayDone(done('extend', { minutes: -1 }), say)).toBe('ändrade tiden med −1 minut')
    expect(sayDone(done('seat', { person: 'Ulla', table: 3 }), say)).toBe('flyttade Ulla till bord 3')
    expect(sayDone(done('setHost', { table: 3 }), say)).toBe('tog bort värden för bord 3')
    expect(sayDone(done('fromTheFuture'), say)).toBe('gjorde något annat')
  })

  it('says who by name, by role, or by table', () => {
    expect(sayWho(done('pause', {}, 'helper', 'Anders'), say)).toBe('Anders')
    expect(sayWho(done('pause', {}, 'helper'), say)).toBe('Hjälpare')
    expect(sayWho(done('askHelp', {}, 'table', '4'), say)).toBe('Bord 4')
  })

  it('leaves no hole unfilled, whatever is in the log', () => {
    for (const type of Object.keys(commandRoles)) expect(sayDone(done(type), say), type).not.toMatch(/[{}]/)
  })
})
