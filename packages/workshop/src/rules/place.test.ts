import { describe, expect, it } from 'vitest'
import { commandSchema } from '../commands.ts'
import { evenRows } from '../floorPlan.ts'
import { facilitator, helper, participant, PretendHall, screen, tableDevice } from '../pretendHall.ts'

const anna = participant('person-1')

describe('the floor plan', () => {
  it('[L1] [L2] is set and taken away by those who lead, and refused when it does not add up', () => {
    const hall = new PretendHall({ tables: 3, people: 3 })
    expect(hall.view(screen).floorPlan).toBeNull()
    const plan = evenRows([1, 2, 3])
    hall.do(facilitator, { type: 'setFloorPlan', plan })
    expect(hall.view(screen).floorPlan).toEqual(plan)
    expect(hall.view(anna).floorPlan).toEqual(plan)
    expect(hall.ask(facilitator, { type: 'setFloorPlan', plan: evenRows([1, 2, 3, 4]) })).toEqual({
      refused: 'floorPlanWrong',
    })
    expect(hall.ask(helper, { type: 'setFloorPlan', plan })).toEqual({ refused: 'notYourRole' })
    hall.do(facilitator, { type: 'setFloorPlan', plan: null })
    expect(hall.view(screen).floorPlan).toBeNull()
  })

  it('[L3] follows the tables there are', () => {
    const hall = new PretendHall({ tables: 4 })
    hall.do(facilitator, { type: 'setFloorPlan', plan: evenRows([1, 2, 3, 4]) })
    const tables = () =>
      hall.view(screen).floorPlan?.things.flatMap((thing) => (thing.kind === 'table' ? [thing.table] : []))
    hall.do(facilitator, { type: 'setTables', count: 2 })
    expect(tables()).toEqual([1, 2])
    hall.do(facilitator, { type: 'setTables', count: 5 })
    expect(tables()).toEqual([1, 2, 3, 4, 5])
  })
})

describe('a meeting online', () => {
  it('[O1] takes any https address, for tables there are', () => {
    const opId = '00000000-0000-4000-8000-000000000001'
    const links = (url: string) => ({ opId, type: 'setMeetingLinks', links: [{ table: 1, url }] })
    expect(commandSchema.safeParse(links('https://meet.example/bord-1?pwd=å')).success).toBe(true)
    for (const url of ['http://meet.example', 'javascript:alert(1)', 'bord', '']) {
      expect(commandSchema.safeParse(links(url)).success, url).toBe(false)
    }
    const hall = new PretendHall({ tables: 2 })
    const ask = { type: 'setMeetingLinks', links: [{ table: 3, url: 'https://meet.example' }] } as const
    expect(hall.ask(facilitator, { ...ask, links: [...ask.links] })).toEqual({ refused: 'tableUnknown' })
  })

  it('[O2] tells a table’s link to the table, to those on the way there, and to the crew', () => {
    const hall = new PretendHall({ tables: 2, people: 4 })
    const links = [1, 2].map((table) => ({ table, url: `https://meet.example/${table}` }))
    hall.do(facilitator, { type: 'setMeetingLinks', links })
    expect(hall.view(helper).meetingLinks).toEqual(links)
    expect(hall.view(tableDevice(2)).meetingLinks).toEqual([links[1]])
    expect(hall.view(anna).meetingLinks).toEqual([links[0]])
    expect(hall.view(screen).meetingLinks).toEqual([])
    hall.start('r1').start('m1')
    const next = hall.state.people['person-1']?.nextTable
    expect(next).toBe(2)
    expect(hall.view(anna).meetingLinks).toEqual([links[1]])
  })
})
