import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { routeOf } from '../engine.ts'
import { presentPeople } from '../handler.ts'
import { facilitator, helper, participant, PretendHall, worldCafe } from '../pretendHall.ts'
import { seatOf } from '../seats.ts'
import type { Rotation, Session } from '../session.ts'

/** Rounds r1, r2 … with a move of each kind between them. */
function sessionOf(...moves: Rotation[]): Session {
  const session = worldCafe()
  const phase = (id: string) => {
    const found = session.phases.find((one) => one.id === id)
    if (!found) throw new Error(`the World Café has no ${id}`)
    return found
  }
  return {
    ...session,
    phases: [
      phase('doors'),
      phase('r1'),
      ...moves.flatMap((rotation, index) => [
        { ...phase('m1'), id: `m${index + 1}`, rotation },
        { ...phase('r2'), id: `r${index + 2}` },
      ]),
    ],
  }
}

function withHosts(hall: PretendHall): PretendHall {
  for (const { number } of hall.state.tables) {
    const person = presentPeople(hall.state).find(({ table }) => table === number)
    if (person) hall.do(helper, { type: 'setHost', table: number, personId: person.id })
  }
  return hall
}

function seats(hall: PretendHall): Record<string, number> {
  return Object.fromEntries(presentPeople(hall.state).map((person) => [person.id, seatOf(person)]))
}

function sizes(hall: PretendHall): number[] {
  return hall.state.tables.map(
    ({ number }) => presentPeople(hall.state).filter((person) => seatOf(person) === number).length,
  )
}

function routes(hall: PretendHall): Record<string, (number | null)[]> {
  const ids = presentPeople(hall.state).map(({ id }) => id)
  return Object.fromEntries(ids.map((id) => [id, routeOf(hall.state, id).map(({ table }) => table)]))
}

describe('an evening', () => {
  it('[R2] has nobody meet or return over three moves of 100 people at 20 tables', () => {
    const session = sessionOf('scatter', 'scatter', 'scatter')
    const hall = withHosts(new PretendHall({ tables: 20, people: 100, session }))
    for (const id of ['r1', 'm1', 'r2', 'm2', 'r3', 'm3', 'r4']) hall.start(id)
    expect(meetings(hall)).toEqual({ again: 0, returns: 0 })
  })

  it('[R1] [R3] [R4] [R8] [S1] breaks no rule with latecomers, leavers, companions, people who stay and late hosts', () => {
    fc.assert(
      fc.property(eveningArbitrary, ({ people, tables, seed, picks, areRoutesPrinted }) => {
        const session = sessionOf('scatter', 'scatter', 'home', 'scatter')
        const hall = new PretendHall({ tables, people, session, seed })
        const pick = picker(picks)
        for (let pair = 0; pair < 8; pair += 1)
          hall.do(helper, { type: 'keepTogether', personIds: pick.two(hall) })
        hall.do(helper, { type: 'staySeated', personId: pick.one(hall) })
        for (const round of ['r1', 'r2', 'r3', 'r4']) {
          hall.start(round)
          if (areRoutesPrinted) hall.do(helper, { type: 'planRoutes' })
          churn(hall, people / 40, pick)
          const before = seats(hall)
          hall.start(round.replace('r', 'm'))
          expect(faults(hall, before)).toEqual([])
          for (const id of Object.keys(before).slice(0, people / 2))
            if (hall.state.people[id]?.nextTable) hall.do(participant(id), { type: 'arrive' })
          churn(hall, people / 80, pick)
          hall.do(facilitator, { type: 'planSeats' })
        }
        hall.start('r5')
        expect(presentPeople(hall.state).filter(({ nextTable }) => nextTable !== null)).toEqual([])
      }),
      { numRuns: 12 },
    )
  })
})

describe('what people were told', () => {
  it('[R8] is what happens when nothing changes', () => {
    const session = sessionOf('scatter', 'home', 'scatter')
    const hall = withHosts(new PretendHall({ tables: 6, people: 30, session }))
    hall.do(helper, { type: 'planRoutes' })
    const printed = routes(hall)
    for (const row of Object.values(printed)) {
      expect(row).toHaveLength(4)
      expect(row[2]).toBe(row[0])
    }
    for (const id of ['r1', 'm1', 'r2', 'm2', 'r3', 'm3', 'r4']) hall.start(id)
    expect(routes(hall)).toEqual(printed)
    for (const [index, round] of hall.state.rounds.entries())
      for (const [id, row] of Object.entries(printed)) expect(round.seats[id]).toBe(row[index])
  })

  it('[R8] holds for all but a few when three come late, three leave and a host is chosen', () => {
    const hall = withHosts(
      new PretendHall({ tables: 6, people: 30, session: sessionOf('scatter', 'scatter') }),
    ).start('r1')
    hall.do(helper, { type: 'planRoutes' })
    const printed = routes(hall)
    for (let n = 0; n < 3; n += 1) {
      const id = hall.join()
      // A card can be printed for them at once.
      expect(routeOf(hall.state, id).every(({ table }) => table !== null)).toBe(true)
    }
    for (const personId of ['person-20', 'person-25', 'person-30'])
      hall.do(helper, { type: 'removePerson', personId })
    hall.do(helper, { type: 'setHost', table: 2, personId: 'person-14' })
    for (const id of ['m1', 'r2', 'm2', 'r3']) hall.start(id)
    const kept = Object.entries(printed).filter(
      ([id, row]) => hall.state.people[id]?.leftAt === null && String(routes(hall)[id]) === String(row),
    )
    expect(kept.length).toBeGreaterThanOrEqual(20)
    expect(Math.max(...sizes(hall)) - Math.min(...sizes(hall))).toBeLessThanOrEqual(1)
  })

  it('[R8] is the table of a move that was undone and begins again', () => {
    const hall = withHosts(new PretendHall({ people: 24 }))
      .start('r1')
      .start('m1')
    const told = seats(hall)
    hall.do(facilitator, { type: 'undoPhase' })
    hall.do(facilitator, { type: 'extend', minutes: 5 })
    hall.start('m1')
    expect(seats(hall)).toEqual(told)
  })

  it('[R8] stays for those under way when the facilitator plans anew', () => {
    const hall = withHosts(new PretendHall({ people: 24 }))
      .start('r1')
      .start('m1')
    const told = seats(hall)
    hall.do(facilitator, { type: 'planSeats' })
    expect(seats(hall)).toEqual(told)
  })

  it('[R8] gives way when the table is gone', () => {
    const hall = withHosts(new PretendHall({ tables: 5, people: 15, session: sessionOf('scatter') }))
    hall.start('r1').do(helper, { type: 'planRoutes' })
    for (const { id, table } of presentPeople(hall.state))
      if (table === 5) hall.do(helper, { type: 'seat', personId: id, table: (Number(id.slice(7)) % 4) + 1 })
    hall.do(facilitator, { type: 'setTables', count: 4 })
    hall.start('m1')
    expect(sizes(hall).toSorted()).toEqual([3, 4, 4, 4])
  })

  it('is not known before anything was planned, but for those who keep their seat', () => {
    const hall = withHosts(new PretendHall({ people: 8 })).start('r1')
    expect(routes(hall)['person-1']).toEqual([1, 1, 1, 1])
    expect(routes(hall)['person-5']).toEqual([1, null, null, null])
    expect(routeOf(hall.state, 'nobody')).toEqual([])
  })
})

describe('somebody who stays at a table', () => {
  it('[R9] hosts it when the next move begins, and the host moves instead', () => {
    const hall = withHosts(new PretendHall({ people: 24 })).start('r1')
    hall.do(participant('person-6'), { type: 'staySeated' })
    expect(hall.state.tables[1]?.hostId).toBe('person-2')
    hall.start('m1')
    expect(hall.state.tables[1]?.hostId).toBe('person-6')
    expect(hall.state.people['person-6']).toMatchObject({ table: 2, nextTable: null })
    expect(hall.state.people['person-2']?.nextTable).not.toBeNull()
    expect(sizes(hall)).toEqual([6, 6, 6, 6])
  })

  it('[R9] leaves a host alone who stays too, or is their company', () => {
    const hall = withHosts(new PretendHall({ people: 24 })).start('r1')
    for (const personId of ['person-1', 'person-5', 'person-6'])
      hall.do(helper, { type: 'staySeated', personId })
    hall.do(helper, { type: 'keepTogether', personIds: ['person-2', 'person-6'] })
    hall.start('m1')
    expect(hall.state.tables.map(({ hostId }) => hostId)).toEqual([
      'person-1',
      'person-2',
      'person-3',
      'person-4',
    ])
    expect(hall.state.people['person-2']?.nextTable).toBeNull()
  })

  it('[R9] is met by every host when nobody in the hall can move', () => {
    const hall = withHosts(new PretendHall({ tables: 5, people: 25, session: sessionOf('scatter') }))
    const hosts = hall.state.tables.map(({ hostId }) => hostId)
    for (const { id } of presentPeople(hall.state))
      if (!hosts.includes(id)) hall.do(helper, { type: 'staySeated', personId: id })
    hall.start('r1').start('m1')
    expect(sizes(hall)).toEqual([5, 5, 5, 5, 5])
    expect(presentPeople(hall.state).filter(({ nextTable }) => nextTable !== null)).toHaveLength(5)
  })
})

describe('towns', () => {
  function withTowns(hall: PretendHall): PretendHall {
    hall.state.tables.forEach(({ number }) => {
      const town = ['Lindåsa', 'Ekby', 'Norrvik'][Math.floor((number - 1) / 2)] ?? ''
      hall.do(helper, { type: 'setTown', table: number, town })
    })
    return hall
  }
  const townOf = (number: number) => Math.floor((number - 1) / 2)

  it('[R7] people go to a table of another town, hosts stay', () => {
    const hall = withTowns(
      withHosts(new PretendHall({ tables: 6, people: 36, session: sessionOf('other_town', 'home') })),
    )
    hall.start('r1')
    const home = seats(hall)
    hall.start('m1')
    const hosts = new Set(hall.state.tables.map(({ hostId }) => hostId))
    for (const [id, seat] of Object.entries(seats(hall)))
      expect(townOf(seat) !== townOf(home[id] ?? 1)).toBe(!hosts.has(id))
    hall.start('m2')
    expect(seats(hall)).toEqual(home)
  })

  it('[R7] every table has people of all towns after a mixed move', () => {
    const hall = withTowns(
      withHosts(new PretendHall({ tables: 6, people: 42, session: sessionOf('other_town', 'mixed') })),
    )
    hall.start('r1')
    const home = seats(hall)
    for (const id of ['m1', 'r2', 'm2']) hall.start(id)
    const now = seats(hall)
    for (const { number } of hall.state.tables)
      for (const town of [0, 1, 2]) {
        const here = Object.keys(now).filter((id) => now[id] === number && townOf(home[id] ?? 1) === town)
        expect(here.length).toBeGreaterThanOrEqual(2)
        expect(here.length).toBeLessThanOrEqual(3)
      }
  })

  it('[R7] a table without a name is a town of its own', () => {
    const hall = withHosts(new PretendHall({ tables: 5, people: 25, session: sessionOf('other_town') }))
    const home = seats(hall.start('r1'))
    hall.start('m1')
    const moved = Object.entries(seats(hall)).filter(([id, seat]) => seat !== home[id])
    expect(moved).toHaveLength(20)
    expect(hall.refusal(helper, { type: 'setTown', table: 9, town: 'Ekby' })).toBe('tableUnknown')
  })
})

const eveningArbitrary = fc.record({
  people: fc.integer({ min: 40, max: 90 }),
  tables: fc.integer({ min: 8, max: 16 }),
  seed: fc.nat(),
  picks: fc.array(fc.nat(), { minLength: 50, maxLength: 50 }),
  areRoutesPrinted: fc.boolean(),
})

interface Picker {
  one(hall: PretendHall): string
  two(hall: PretendHall): string[]
  number(below: number): number
}

function picker(picks: readonly number[]): Picker {
  let next = 0
  const number = (below: number) => {
    next += 1
    return ((picks[next % picks.length] ?? 0) + 7 * next) % below
  }
  const one = (hall: PretendHall) => {
    const people = presentPeople(hall.state)
    return people[number(people.length)]?.id ?? ''
  }
  const two = (hall: PretendHall) => {
    const people = presentPeople(hall.state)
    const at = number(people.length - 1)
    return people.slice(at, at + 2).map(({ id }) => id)
  }
  return { one, two, number }
}

/** As many come late, as many leave; some sit elsewhere, some are made hosts. */
function churn(hall: PretendHall, count: number, pick: Picker): void {
  for (let n = 0; n < count; n += 1) {
    hall.join()
    hall.do(helper, { type: 'removePerson', personId: pick.one(hall) })
    const table = pick.number(hall.state.tables.length) + 1
    hall.do(participant(pick.one(hall)), { type: 'sitElsewhere', table })
  }
  const table = pick.number(hall.state.tables.length) + 1
  hall.do(helper, { type: 'setHost', table, personId: pick.one(hall) })
}

/** What breaks a rule in a move that has just begun. */
function faults(hall: PretendHall, before: Readonly<Record<string, number>>): string[] {
  const { tables } = hall.state
  const people = presentPeople(hall.state)
  const hosts = new Set(tables.map(({ hostId }) => hostId))
  const found = people.flatMap((person) => {
    const { id, group, stays } = person
    const seat = seatOf(person)
    if (!tables.some(({ number }) => number === seat)) return `${id} sits nowhere`
    if (stays && seat !== before[id]) return `${id} stays and was moved`
    if (hosts.has(id) && !tables.some((one) => one.hostId === id && one.number === seat))
      return `${id} hosts another table`
    const isKept = (one: typeof person) => one.stays || hosts.has(one.id)
    const company = people.filter((one) => group !== null && one.group === group)
    const parted = company.some((one) => seatOf(one) !== seat && !(isKept(one) && isKept(person)))
    // Two of a group who both keep a seat, at two tables, cannot be brought together, and one of them has the others.
    return parted && company.filter(isKept).length < 2 ? `${id} lost company` : []
  })
  const isEasy = people.every(({ group, stays }) => group === null && !stays)
  if (isEasy && Math.max(...sizes(hall)) - Math.min(...sizes(hall)) > 1) found.push('uneven')
  return found
}

/** Of all rounds: pairs that met before, and people who came back to a table without hosting it. */
function meetings(hall: PretendHall) {
  const rows = hall.state.rounds.map(({ seats: row }) => row)
  const ids = Object.keys(hall.state.people)
  const hosts = new Set(hall.state.tables.map(({ hostId }) => hostId))
  let again = 0
  let returns = 0
  ids.forEach((a, index) => {
    for (const b of ids.slice(index + 1))
      again += Math.max(0, rows.filter((row) => row[a] === row[b]).length - 1)
    if (!hosts.has(a)) returns += rows.length - new Set(rows.map((row) => row[a])).size
  })
  return { again, returns }
}
