import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { facilitator, helper, participant, PretendHall, screen } from '../pretendHall.ts'

const anna = participant('person-1')
const bo = participant('person-2')

function openSignUp(max?: number) {
  const hall = new PretendHall({ people: 4 }).start()
  const bus = hall.do(facilitator, { type: 'makeGroup', text: 'Kvällsbuss', ...(max ? { max } : {}) })
  hall.start('groupsup')
  return { hall, bus }
}

describe('signUp', () => {
  it('[G1] is for notes in the zone, however they got there, as long as they stand', () => {
    const { hall, bus } = openSignUp()
    const beach = hall.do(helper, { type: 'addNoteFor', table: 0, zone: 'groups', text: 'Badplatsen' })
    expect(hall.view(anna).groups?.map(({ text }) => text)).toEqual(['Kvällsbuss', 'Badplatsen'])
    hall.do(facilitator, { type: 'hideNote', noteId: beach, hidden: true })
    const join = { type: 'signUp', mayContact: true } as const
    expect(hall.refusal(anna, { ...join, groupId: beach })).toBe('groupUnknown')
    expect(hall.refusal(anna, { ...join, groupId: 'none' })).toBe('groupUnknown')
    expect(hall.refusal(anna, { ...join, groupId: bus })).toBeNull()
  })

  it('[G2] takes people for several, lets them go, and the crew sign up who has no phone', () => {
    const { hall, bus } = openSignUp()
    const beach = hall.do(facilitator, { type: 'makeGroup', text: 'Badplatsen' })
    const walkIn = hall.do(helper, { type: 'addPerson', name: 'Karin' })
    hall.do(anna, { type: 'signUp', groupId: bus, mayContact: false })
    hall.do(anna, { type: 'signUp', groupId: beach, mayContact: true })
    hall.do(helper, { type: 'signUp', groupId: bus, mayContact: true, personId: walkIn })
    expect(hall.view(anna).own?.groups).toEqual({ [bus]: false, [beach]: true })
    hall.do(anna, { type: 'signUp', groupId: bus, mayContact: true })
    expect(hall.view(screen).groups).toMatchObject([{ members: 2 }, { members: 1 }])
    hall.start('close')
    expect(hall.refusal(anna, { type: 'signUp', groupId: bus, mayContact: true })).toBe('signUpClosed')
    expect(hall.refusal(anna, { type: 'leaveGroup', groupId: bus })).toBeNull()
    expect(hall.refusal(anna, { type: 'leaveGroup', groupId: bus })).toBe('groupUnknown')
    hall.do(helper, { type: 'signUp', groupId: bus, mayContact: false, personId: 'person-3' })
    expect(hall.view(facilitator).groups).toMatchObject([{ members: 2 }, { members: 1 }])
    expect(hall.view(anna).groups).toBeNull()
  })

  it('[G3] is full with as many as it takes, and sends nobody away', () => {
    const { hall, bus } = openSignUp(1)
    const join = { type: 'signUp', groupId: bus, mayContact: true } as const
    hall.do(anna, join)
    expect(hall.refusal(bo, join)).toBe('groupFull')
    expect(hall.refusal(anna, { ...join, mayContact: false })).toBeNull()
    hall.do(facilitator, { type: 'setGroup', groupId: bus, max: 2 })
    hall.do(bo, join)
    hall.do(facilitator, { type: 'setGroup', groupId: bus, max: 1 })
    expect(hall.view(anna).groups).toMatchObject([{ max: 1, members: 2 }])
    hall.do(facilitator, { type: 'removePerson', personId: 'person-2' })
    expect(hall.view(anna).groups).toMatchObject([{ max: 1, members: 1 }])
  })

  it('[G3] never takes more than a group holds, whoever comes and goes', () => {
    const step = fc.record({ who: fc.integer({ min: 1, max: 4 }), leaves: fc.boolean() })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), fc.integer({ min: 1, max: 3 }), (steps, max) => {
        const { hall, bus } = openSignUp(max)
        for (const { who, leaves } of steps) {
          const actor = participant(`person-${who}`)
          hall.ask(
            actor,
            leaves
              ? { type: 'leaveGroup', groupId: bus }
              : { type: 'signUp', groupId: bus, mayContact: true },
          )
          const { members = 0 } = hall.view(screen).groups?.[0] ?? {}
          expect(members).toBeLessThanOrEqual(max)
          expect(members).toBe(Object.keys(hall.state.groups[bus]?.members ?? {}).length)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('[G4] tells nobody but the crew who is in', () => {
    const { hall, bus } = openSignUp()
    hall.do(anna, { type: 'signUp', groupId: bus, mayContact: true })
    for (const actor of [bo, screen]) expect(hall.view(actor).groups?.[0]?.people).toBeNull()
    expect(hall.view(helper).groups?.[0]?.people).toEqual([{ personId: 'person-1', mayContact: true }])
  })
})
