import { describe, expect, it } from 'vitest'
import { joinPerson, replay } from '../engine.ts'
import {
  eveningAt,
  facilitator,
  helper,
  minuteMs,
  participant,
  PretendHall,
  tableDevice,
} from '../pretendHall.ts'
import { seatOf } from '../seats.ts'

function seats(hall: PretendHall): Record<string, number> {
  return Object.fromEntries(Object.values(hall.state.people).map((person) => [person.id, seatOf(person)]))
}

function sizes(hall: PretendHall): number[] {
  return hall.state.tables.map(
    ({ number }) => Object.values(seats(hall)).filter((seat) => seat === number).length,
  )
}

/** A host at every table: the first who came to it. */
function withHosts(hall: PretendHall): PretendHall {
  for (const { number } of hall.state.tables) {
    const person = Object.values(hall.state.people).find(({ table }) => table === number)
    if (person) hall.do(helper, { type: 'setHost', table: number, personId: person.id })
  }
  return hall
}

describe('joining', () => {
  it('[S2] fills the tables evenly, the lowest number first', () => {
    expect(sizes(new PretendHall({ tables: 4, people: 10 }))).toEqual([3, 3, 2, 2])
  })

  it('[S2] seats at the table that was asked for when it exists', () => {
    const hall = new PretendHall()
    hall.join('', 3)
    hall.join('', 99)
    expect(seats(hall)).toEqual({ 'person-1': 3, [Object.keys(hall.state.people)[1] ?? '']: 1 })
  })

  it('[S2] seats a latecomer where people are going, not where they come from', () => {
    const hall = new PretendHall({ people: 11 }).start('r1').start('m1')
    const latecomer = hall.join()
    expect(hall.state.people[latecomer]?.nextTable).toBeNull()
    expect(sizes(hall)).toEqual([3, 3, 3, 3])
  })

  it('[S3] opens an hour before the start and shuts with the workshop', () => {
    const hall = new PretendHall()
    const join = (now: number) => joinPerson(hall.state, { opId: 'o', personId: 'p', name: '' }, now)
    expect(join(eveningAt - 60 * minuteMs - 1)).toEqual({ refused: 'workshopNotOpen' })
    expect(join(eveningAt - 60 * minuteMs)).not.toHaveProperty('refused')
    hall.now -= 120 * minuteMs
    hall.start()
    expect(join(hall.now)).not.toHaveProperty('refused')
    hall.do(facilitator, { type: 'close' })
    expect(join(hall.now)).toEqual({ refused: 'workshopClosed' })
  })
})

describe('a move', () => {
  it('[S4] [R1] [R9] sends everybody but hosts and those who stay to another table', () => {
    const hall = withHosts(new PretendHall({ people: 24 })).start('r1')
    const seated = hall.join()
    hall.do(participant(seated), { type: 'staySeated' })
    hall.start('m1')
    const staying = new Set(hall.state.tables.map(({ hostId }) => hostId))
    expect(staying.has(seated)).toBe(true)
    for (const person of Object.values(hall.state.people))
      expect(person.nextTable === null).toBe(staying.has(person.id))
    expect(hall.view(helper).move).toEqual({ arrived: 0, of: 21 })
  })

  it('[R1] that somebody cannot join in after all brings their companions back to them', () => {
    const hall = new PretendHall({ people: 24 }).start('r1')
    const pair = ['person-5', 'person-13']
    hall.do(helper, { type: 'keepTogether', personIds: pair })
    hall.do(helper, { type: 'seat', personId: 'person-13', table: hall.state.people['person-5']?.table ?? 1 })
    hall.start('m1')
    const seats = () => pair.map((id) => hall.state.people[id]?.nextTable ?? hall.state.people[id]?.table)
    const [before] = pair.map((id) => hall.state.people[id]?.table)
    expect(new Set(seats()).size).toBe(1)
    expect(seats()[0]).not.toBe(before)
    hall.do(participant('person-13'), { type: 'arrive' })
    hall.do(participant('person-5'), { type: 'staySeated' })
    expect(seats()).toEqual([before, before])
  })

  it('[S4] counts arrivals, and seats whoever has not arrived when the next phase starts', () => {
    const hall = withHosts(new PretendHall({ people: 24 }))
      .start('r1')
      .start('m1')
    const mover = Object.values(hall.state.people).find(({ nextTable }) => nextTable !== null)?.id ?? ''
    const goal = hall.state.people[mover]?.nextTable
    hall.do(participant(mover), { type: 'arrive' })
    expect(hall.state.people[mover]).toMatchObject({ table: goal, nextTable: null })
    expect(hall.view(helper).move).toEqual({ arrived: 1, of: 20 })
    expect(hall.refusal(participant(mover), { type: 'arrive' })).toBe('notMoving')
    const planned = seats(hall)
    hall.start('r2')
    expect(seats(hall)).toEqual(planned)
    expect(Object.values(hall.state.people).every(({ nextTable }) => nextTable === null)).toBe(true)
    expect(hall.view(helper).move).toBeNull()
  })

  it('[R2] brings nobody together twice in an evening of 30 people at 6 tables', () => {
    const hall = withHosts(new PretendHall({ tables: 6, people: 30 }))
    for (const phase of ['r1', 'm1', 'r2', 'break', 'r3']) hall.start(phase)
    const met = new Set<string>()
    const ids = Object.keys(hall.state.people)
    for (const { seats: row } of hall.state.rounds)
      ids.forEach((a, index) => {
        for (const b of ids.slice(index + 1).filter((other) => row[other] === row[a])) {
          expect(met).not.toContain(`${a} ${b}`)
          met.add(`${a} ${b}`)
        }
      })
  })

  it('[R6] takes everybody home for the harvest', () => {
    const hall = withHosts(new PretendHall({ people: 24 })).start('r1')
    const home = seats(hall)
    for (const phase of ['m1', 'r2', 'break', 'r3', 'm2']) hall.start(phase)
    const latecomer = hall.join()
    hall.start('tableharvest')
    expect(seats(hall)).toEqual({ ...home, [latecomer]: expect.any(Number) })
  })

  it('[R4] [S10] keeps companions together, with a host too', () => {
    const hall = withHosts(new PretendHall({ people: 24 }))
    hall.do(helper, { type: 'keepTogether', personIds: ['person-7', 'person-8'] })
    hall.do(helper, { type: 'keepTogether', personIds: ['person-8', 'person-9'] })
    hall.do(helper, { type: 'keepTogether', personIds: ['person-1', 'person-10'] })
    hall.start('r1').start('m1')
    const { 'person-7': seven, 'person-8': eight, 'person-9': nine, 'person-10': ten } = seats(hall)
    expect([eight, nine]).toEqual([seven, seven])
    expect(ten).toBe(1)
  })

  it('[S8] plans only those still under way anew', () => {
    const hall = withHosts(new PretendHall({ people: 24 }))
      .start('r1')
      .start('m1')
    const movers = Object.values(hall.state.people).filter(({ nextTable }) => nextTable !== null)
    for (const { id } of movers.slice(0, 10)) hall.do(participant(id), { type: 'arrive' })
    const arrived = Object.values(hall.state.people).filter(({ nextTable }) => nextTable === null)
    hall.do(facilitator, { type: 'planSeats' })
    for (const person of arrived) expect(hall.state.people[person.id]).toEqual(person)
    expect(sizes(hall)).toEqual([6, 6, 6, 6])
  })
})

describe('planSeats', () => {
  it('[S8] balances the tables with as few people as possible, the latest first', () => {
    const hall = new PretendHall({ tables: 3 })
    for (let n = 0; n < 7; n += 1) hall.join('', 1)
    hall.do(helper, { type: 'setHost', table: 1, personId: Object.keys(hall.state.people)[6] ?? '' })
    hall.do(facilitator, { type: 'planSeats' })
    expect(sizes(hall).sort()).toEqual([2, 2, 3])
    const moved = Object.values(hall.state.people).map(({ nextTable }) => nextTable !== null)
    expect(moved).toEqual([false, false, true, true, true, true, false])
  })
})

describe('seats and hosts', () => {
  it('[S5] makes a host who sits down elsewhere an ordinary guest', () => {
    const hall = withHosts(new PretendHall({ people: 8 }))
    hall.do(participant('person-1'), { type: 'sitElsewhere', table: 3 })
    expect(hall.state.tables[0]?.hostId).toBeNull()
    hall.do(helper, { type: 'setHost', table: 4, personId: 'person-1' })
    expect(hall.state.people['person-1']?.table).toBe(4)
    expect(hall.state.tables.map(({ hostId }) => hostId === 'person-1')).toEqual([false, false, false, true])
  })

  it('[S6] keeps the record of who is removed, and lets a helper bring them back', () => {
    const hall = withHosts(new PretendHall({ people: 8 })).start('r1')
    hall.do(helper, { type: 'removePerson', personId: 'person-2' })
    expect(hall.state.tables[1]?.hostId).toBeNull()
    expect(hall.view(helper).peopleCount).toBe(7)
    expect(hall.state.rounds[0]?.seats['person-2']).toBe(2)
    expect(hall.refusal(participant('person-2'), { type: 'askHelp' })).toBe('personUnknown')
    hall.do(helper, { type: 'seat', personId: 'person-2', table: 4 })
    expect(hall.view(participant('person-2')).me.table).toBe(4)
    expect(hall.refusal(helper, { type: 'seat', personId: 'constructor', table: 1 })).toBe('personUnknown')
  })

  it('[S7] records latecomers and changed seats in the round that is on', () => {
    const hall = new PretendHall({ people: 4 }).start('r1')
    const latecomer = hall.join('', 2)
    hall.do(participant('person-1'), { type: 'sitElsewhere', table: 3 })
    hall.start('m1')
    hall.do(participant('person-1'), { type: 'sitElsewhere', table: 4 })
    expect(hall.state.rounds).toHaveLength(1)
    expect(hall.state.rounds[0]?.seats).toMatchObject({ 'person-1': 3, [latecomer]: 2 })
  })

  it('[S9] takes away only tables at the end where nobody sits and nothing hangs', () => {
    const hall = new PretendHall({ tables: 3, people: 2 }).start('r1')
    const noteId = hall.do(helper, { type: 'addNoteFor', table: 3, zone: 'works', text: 'x' })
    expect(hall.refusal(facilitator, { type: 'setTables', count: 2 })).toBe('tableInUse')
    hall.do(facilitator, { type: 'hideNote', noteId, hidden: true })
    hall.do(facilitator, { type: 'setTables', count: 2 })
    expect(hall.refusal(facilitator, { type: 'setTables', count: 1 })).toBe('tableInUse')
    hall.do(facilitator, { type: 'setTables', count: 4 })
    // Table 3 has its board again; only table 4 is new.
    expect(hall.effects.slice(-2)).toMatchObject([{ kind: 'hideNote' }, { kind: 'seedZones' }])
  })
})

describe('the board of a table that is removed', () => {
  it('[S9] is refused while a note stands on it, outside every zone too', () => {
    const hall = new PretendHall({ tables: 3, people: 1 }).start('r1')
    const noteId = hall.do(helper, { type: 'addNoteFor', table: 3, zone: 'works', text: 'x' })
    const note = hall.notes.get(noteId)
    if (note) hall.notes.set(noteId, { ...note, zone: '' })
    expect(hall.refusal(facilitator, { type: 'setTables', count: 2 })).toBe('tableInUse')
  })

  it('[S9] [C3] is there again when its number comes back, and is seeded once', () => {
    const hall = new PretendHall({ tables: 3 })
    hall.do(facilitator, { type: 'setTables', count: 4 })
    const before = hall.state.tables
    const seeded = hall.effects.length
    for (const count of [2, 1, 3, 2, 4]) hall.do(facilitator, { type: 'setTables', count })
    expect(hall.state.tables).toEqual(before)
    expect(hall.effects).toHaveLength(seeded)
    expect(hall.state.spareBoards).toEqual([])
    expect(replay(hall.begun, hall.log)).toEqual(hall.state)
    hall.do(facilitator, { type: 'setTables', count: 2 })
    expect(hall.state.spareBoards).toEqual([
      { number: 3, boardId: 'board-3' },
      { number: 4, boardId: before[3]?.boardId },
    ])
  })
})

describe('calls for help', () => {
  it('keep the time of the first call until they are done; a table answers only for itself', () => {
    const hall = new PretendHall({ people: 1 })
    hall.do(participant('person-1'), { type: 'askHelp' })
    const { now } = hall
    hall.wait(1).do(tableDevice(1), { type: 'askHelp' })
    expect(hall.view(helper).tables[0]?.helpAt).toBe(now)
    expect(hall.refusal(tableDevice(2), { type: 'helpDone', table: 1 })).toBe('notYourRole')
    hall.do(helper, { type: 'helpDone', table: 1 })
    expect(hall.view(helper).tables[0]?.helpAt).toBeNull()
  })
})
