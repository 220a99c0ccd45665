import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Ask } from './commands.ts'
import { commandRoles } from './commands.ts'
import type { Actor } from './effects.ts'
import { joinPerson, replay } from './engine.ts'
import { evenRows } from './floorPlan.ts'
import {
  facilitator,
  helper,
  minuteMs,
  organiser,
  participant,
  PretendHall,
  screen,
  tableDevice,
} from './pretendHall.ts'
import { reactions } from './kinds.ts'
import { stateSchema, type WorkshopState } from './state.ts'
import { timeRemainingMs } from './timer.ts'

/** One thing that happens in a hall; numbers are reduced to what exists there. */
type Step =
  | { kind: 'wait'; ms: number }
  | { kind: 'join'; table: number | undefined }
  | { kind: 'ask'; who: number; isRightful: boolean; type: keyof typeof commandRoles; a: number; b: number }

const steps = fc.array(
  fc.oneof(
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('wait' as const), ms: fc.nat(12 * minuteMs) }) },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('join' as const),
        table: fc.option(fc.nat(6), { nil: undefined }),
      }),
    },
    {
      weight: 10,
      arbitrary: fc.record({
        kind: fc.constant('ask' as const),
        who: fc.nat(20),
        isRightful: fc.constantFrom(true, true, true, false),
        type: fc.constantFrom(...commandTypes().filter((type) => type !== 'close')),
        a: fc.nat(60),
        b: fc.nat(60),
      }),
    },
    {
      weight: 8,
      arbitrary: fc.record({
        kind: fc.constant('ask' as const),
        who: fc.nat(20),
        isRightful: fc.constant(true),
        type: fc.constantFrom(
          'addNote' as const,
          'addNote' as const,
          'editNote' as const,
          'castVotes' as const,
        ),
        a: fc.nat(60),
        b: fc.nat(60),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant('ask' as const),
        who: fc.constant(0),
        isRightful: fc.constant(true),
        type: fc.constant('startPhase' as const),
        a: fc.constantFrom(0, 0, 1),
        b: fc.nat(60),
      }),
    },
  ),
  { maxLength: 80, size: 'max' },
)

describe('any evening', () => {
  it('[C1] [C2] [S1] [S5] [T1] [V2] keeps its promises whatever people ask for', () => {
    fc.assert(
      fc.property(steps, fc.integer(), (evening, seed) => {
        const hall = new PretendHall({ seed, people: 5 })
        for (const step of evening) {
          const before = hall.state
          const copy = structuredClone(before)
          const accepted = play(hall, step)
          expect(before).toEqual(copy)
          expect(hall.state.version).toBe(before.version + (accepted ? 1 : 0))
          expectPromises(hall, before)
        }
      }),
      { numRuns: 150 },
    )
    // Some 12,000 states are parsed: long, where the machine is busy with other things too.
  }, 90_000)

  it('[C3] is the same when its log is applied again, from the beginning or from any state on the way', () => {
    fc.assert(
      fc.property(steps, fc.nat(), (evening, where) => {
        const hall = new PretendHall({ people: 5 })
        const states = [hall.begun]
        const middle = where % (evening.length + 1)
        evening.forEach((step, index) => {
          play(hall, step)
          if (index === middle) states.push(hall.state)
        })
        const stored: unknown = JSON.parse(JSON.stringify(hall.log))
        for (const state of states) {
          const rest = readLog(stored).slice(state.version - 1)
          expect(replay(state, rest)).toEqual(hall.state)
        }
      }),
      { numRuns: 100 },
    )
  })

  it('[U1] [U2] is back where it was after undoing a phase', () => {
    fc.assert(
      fc.property(steps, fc.nat(12), (evening, phase) => {
        const hall = new PretendHall({ people: 9 })
        for (const step of evening) play(hall, step)
        const before = hall.state
        const phaseId = before.session.phases[phase]?.id ?? 'r1'
        if (hall.refusal(facilitator, { type: 'startPhase', phaseId }) !== null) return
        hall.wait(3).do(facilitator, { type: 'undoPhase' })
        // Beyond twelve the oldest is forgotten.
        const undo = before.undo.length === 12 ? before.undo.slice(1) : before.undo
        // What people were told stays planned ([R8]).
        const { plan } = hall.state
        expect({ ...hall.state, version: 0 }).toEqual({ ...before, undo, plan, version: 0 })
      }),
      { numRuns: 150 },
    )
  })

  it('[C4] refuses whatever `may` does not list', () => {
    fc.assert(
      fc.property(steps, fc.nat(20), fc.nat(60), (evening, who, number) => {
        const hall = new PretendHall({ people: 5 })
        for (const step of evening) play(hall, step)
        const actor = actorNumber(hall.state, who)
        const { may } = hall.view(actor).me
        for (const type of commandTypes()) {
          if (may.includes(type)) continue
          expect(hall.refusal(actor, ask(hall, type, number, number, actor))).not.toBeNull()
        }
      }),
      { numRuns: 60 },
    )
  })

  it('[A4] shows no owners of notes, and to others than the crew no people', () => {
    fc.assert(
      fc.property(steps, fc.nat(20), (evening, who) => {
        const hall = new PretendHall()
        for (let n = 0; n < 6; n += 1) hall.join(`Secret ${n}`)
        for (const step of evening) play(hall, step)
        const actor = actorNumber(hall.state, who)
        const view = hall.view(actor)
        expect(view).not.toHaveProperty('noteOwners')
        for (const { reactions: said, reacted: _, ...note } of view.notes) {
          expect(Object.keys(note).sort()).toEqual(noteKeys)
          for (const [reaction, count] of Object.entries(said ?? {})) {
            expect(reactions).toContain(reaction)
            expect(count).toBeGreaterThan(0)
          }
        }
        if (['helper', 'facilitator', 'organiser'].includes(actor.role)) return
        expect(view.people).toBeNull()
        expect(view.reports).toBeNull()
        const hosts = new Set(hall.state.tables.map((table) => table.hostId))
        const json = JSON.stringify(view)
        for (const person of Object.values(hall.state.people)) {
          if (hosts.has(person.id) || person.id === actor.personId) continue
          expect(json).not.toContain(`"${person.id}"`)
          if (person.name !== '') expect(json).not.toContain(person.name)
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('joinPerson', () => {
  it('[C6] refuses an id that exists', () => {
    const hall = new PretendHall({ people: 1 })
    const again = joinPerson(hall.state, { opId: 'x', personId: 'person-1', name: '' }, hall.now)
    expect(again).toEqual({ refused: 'opIdTaken' })
  })
})

describe('replay', () => {
  it('[C3] throws when the log does not belong to the state', () => {
    const hall = new PretendHall({ people: 1 }).start()
    expect(() => replay(hall.state, hall.log)).toThrow(/does not fit/)
  })

  it('[C3] gives new tables the boards they were given then', () => {
    const hall = new PretendHall()
    hall.do(facilitator, { type: 'setTables', count: 6 })
    expect(replay(hall.begun, hall.log).tables).toEqual(hall.state.tables)
    expect(new Set(hall.state.tables.map((table) => table.boardId)).size).toBe(6)
  })
})

const noteKeys = ['at', 'color', 'id', 'mine', 'phase', 'table', 'text', 'via', 'zone']

function commandTypes() {
  return Object.keys(commandRoles).filter((type) => isCommandType(type))
}

function isCommandType(type: string): type is keyof typeof commandRoles {
  return Object.hasOwn(commandRoles, type)
}

function expectPromises({ state, now }: PretendHall, before: WorkshopState): void {
  expect(stateSchema.parse(state)).toEqual(state)
  const numbers = state.tables.map((table) => table.number)
  expect(numbers).toEqual(numbers.map((_, index) => index + 1))
  for (const id of Object.keys(before.people)) expect(state.people).toHaveProperty(id)
  for (const person of Object.values(state.people).filter(({ leftAt }) => leftAt === null)) {
    expect(numbers).toContain(person.table)
    if (person.nextTable !== null) expect(numbers).toContain(person.nextTable)
  }
  const hosts = state.tables.flatMap(({ hostId }) => hostId ?? [])
  expect(new Set(hosts).size).toBe(hosts.length)
  for (const { hostId, number } of state.tables)
    if (hostId) expect(state.people[hostId]).toMatchObject({ table: number, nextTable: null, leftAt: null })
  if (state.timer) {
    expect(state.timer.durationMs).toBeGreaterThanOrEqual(0)
    expect(timeRemainingMs(state.timer, now)).toBeGreaterThanOrEqual(0)
    expect(state.timer.startedAt).toBeLessThanOrEqual(now)
  }
  for (const dots of Object.values(state.votes))
    expect(Object.values(dots).reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(3)
}

function play(hall: PretendHall, step: Step): boolean {
  switch (step.kind) {
    case 'wait':
      hall.now += step.ms
      return false
    case 'join': {
      const id = hall.newOpId()
      const table = step.table === undefined ? {} : { table: step.table + 1 }
      const who = { opId: hall.newOpId(), personId: id, name: '', ...table }
      return !('refused' in hall.take(joinPerson(hall.state, who, hall.now), participant(id)))
    }
    case 'ask': {
      const actor = actorFor(hall.state, step)
      return hall.refusal(actor, ask(hall, step.type, step.a, step.b, actor)) === null
    }
    default:
      return step satisfies never
  }
}

function actorNumber(state: WorkshopState, who: number): Actor {
  const crew = [facilitator, helper, organiser, screen, tableDevice(1), tableDevice(2)]
  const ids = Object.keys(state.people)
  return crew[who] ?? participant(ids[who % ids.length] ?? 'nobody')
}

/** Mostly somebody of a role that may, so that evenings get somewhere. */
function actorFor(
  state: WorkshopState,
  step: { who: number; isRightful: boolean; type: keyof typeof commandRoles },
): Actor {
  if (!step.isRightful) return actorNumber(state, step.who)
  return commandRoles[step.type].includes('participant') ? actorNumber(state, step.who + 6) : facilitator
}

/** Some command of that type; the two numbers choose what it is about, often what the actor has to do with. */
function ask(hall: PretendHall, type: keyof typeof commandRoles, a: number, b: number, actor: Actor): Ask {
  const { session, people, tables } = hall.state
  const personIds = [...Object.keys(people), 'nobody']
  const personId = personIds[a % personIds.length] ?? 'nobody'
  const other = personIds[b % personIds.length] ?? 'nobody'
  const table = (b % (tables.length + 1)) + 1
  const open = session.phases[hall.state.phaseIndex]?.zones ?? []
  const zones = a % 3 !== 0 && open.length > 0 ? open : session.zones.map(({ id }) => id)
  const zone = zones[b % zones.length] ?? ''
  const own = Object.keys(hall.state.noteOwners).filter((id) => hall.state.noteOwners[id] === actor.personId)
  const noteIds = a % 3 !== 0 && own.length > 0 ? own : [...hall.notes.keys(), 'none']
  const noteId = noteIds[a % noteIds.length] ?? 'none'
  const lively = session.phases.filter((phase) => phase.zones.length > 0)
  const phases = b % 3 === 0 ? session.phases : lively
  const phaseId = phases[b % phases.length]?.id ?? ''
  switch (type) {
    case 'addNote':
      return b % 3 === 0
        ? { type, zone, text: 'Bussen', phaseId, writtenAt: hall.now - a * minuteMs }
        : { type, zone, text: 'Bussen' }
    case 'addNoteFor':
      return { type, table: table - 1, zone, text: 'Affären' }
    case 'editNote':
      return { type, noteId, text: 'Skolan' }
    case 'removeNote':
    case 'restoreNote':
    case 'reportNote':
    case 'keepNote':
      return { type, noteId }
    case 'react': {
      const others = [...hall.notes.keys()].filter((id) => !own.includes(id))
      return { type, noteId: others[a % others.length] ?? noteId, reaction: reactions[b % 4] ?? null }
    }
    case 'hideNote':
      return { type, noteId, hidden: b % 2 === 0 }
    case 'castVotes':
    case 'castVotesFor': {
      const themeId = hall.state.themes[b % 3]?.id
      if (themeId !== undefined && a % 2 === 0) return { type, votes: { [themeId]: b % 5 } }
      const carried = [...hall.notes.values()].find((note) => note.zone === 'carry' || note.zone === 'wall')
      return { type, votes: { [a % 3 === 0 ? noteId : (carried?.id ?? noteId)]: b % 5 } }
    }
    case 'rank': {
      const carried = [...hall.notes.values()].filter((note) => note.zone === 'carry' || note.zone === 'wall')
      const order = carried.map(({ id }) => id)
      return { type, order: a % 2 === 0 ? order : [...order.slice(b % 3), noteId], personId }
    }
    case 'score':
      return { type, scores: { [noteId]: [a % 6, b % 6].slice(0, 1 + (a % 2)) }, personId }
    case 'giveContact':
      return a % 3 === 0 ? { type, personId } : { type, email: `a${b}@example.org`, personId }
    case 'keepContacts':
      return { type, until: hall.now + (a - 5) * 24 * 60 * minuteMs }
    case 'importNotes':
      return { type, zone, notes: [{ id: hall.newOpId(), text: 'Citat' }] }
    case 'takeBackImport':
      return { type, importId: hall.state.imports[a % 2]?.id ?? noteId }
    case 'signUp': {
      const groups = [...hall.notes.values()].filter((note) => note.zone === 'groups')
      return { type, groupId: groups[b % 3]?.id ?? noteId, mayContact: a % 2 === 0, personId }
    }
    case 'leaveGroup':
      return { type, groupId: Object.keys(hall.state.groups)[b % 2] ?? noteId, personId }
    case 'giveConsent':
      return { type, agrees: a % 2 === 0, personId }
    case 'makeGroup':
      return a % 2 === 0 ? { type, text: 'Kvällsbuss' } : { type, text: 'Kvällsbuss', max: (b % 4) + 1 }
    case 'setGroup':
      return { type, groupId: noteId, max: a % 2 === 0 ? null : b + 1 }
    case 'setTheme':
      return {
        type,
        themeId: hall.state.themes[a % 3]?.id ?? hall.newOpId(),
        name: b % 4 === 0 ? '' : `Bostäder ${b}`,
      }
    case 'addThemes':
      return { type, themes: [{ themeId: hall.newOpId(), name: ['Buss', 'Fiber', 'Skola'][b % 3] ?? '' }] }
    case 'undoSorting':
      return { type, of: [hall.state.sortings.at(-1 - (a % 3))?.id ?? hall.newOpId()] }
    case 'sortNotes':
      return { type, noteIds: [noteId], add: hall.state.themes.slice(0, b % 3).map(({ id }) => id) }
    case 'mergeThemes':
      return {
        type,
        themeId: hall.state.themes[a % 3]?.id ?? 'none',
        into: hall.state.themes[b % 3]?.id ?? 'none',
      }
    case 'markQuote':
      return { type, noteId, use: b % 3 > 0 }
    case 'editReport':
      return {
        type,
        part: b % 2 === 0 ? 'headInShort' : `theme:${hall.state.themes[a % 3]?.id ?? ''}`,
        text: b % 4 === 0 ? '' : `Text ${a} ${'fiber '.repeat(a * 20)}`.trim(),
        base: `Text ${b}`,
      }
    case 'answerQuestion':
      return { type, noteId, text: b % 3 === 0 ? '' : 'Ja' }
    case 'setReportRow':
      return { type, list: 'actions', rowId: `row-${a % 3}`, cells: b % 3 === 0 ? null : { what: 'Busskur' } }
    case 'setClaimQuote':
      return {
        type,
        claimId: `row-${a % 3}`,
        noteId,
        side: (['for', 'against', null] as const)[b % 3] ?? null,
      }
    case 'linkWorkshops':
      return { type, workshops: [{ workshopId: `w${a % 4}`, as: b % 2 === 0 ? 'part' : 'place' }] }
    case 'assignTheme':
      return { type, noteId, themeIds: hall.state.themes.slice(0, b % 3).map(({ id }) => id) }
    case 'sitElsewhere':
    case 'helpDone':
    case 'claimHelp':
      return { type, table }
    case 'addPerson':
      return b % 2 === 0 ? { type, name: `Walk-in ${hall.log.length}` } : { type, table }
    case 'seat':
      return { type, personId, table }
    case 'setHost':
      return { type, table, personId: a % 5 === 0 ? null : personId }
    case 'keepTogether':
      return { type, personIds: [personId, other] }
    case 'staySeated':
      return a % 2 === 0 ? { type } : { type, personId, stays: b % 4 !== 0 }
    case 'moveAlone':
      return { type, personId }
    case 'removePerson':
      return { type, personId }
    case 'startPhase':
      if (b % 5 === 0) return { type, phaseId, from: a % 3 === 0 ? null : (phases[0]?.id ?? null) }
      return a % 4 === 1 ? { type } : { type, phaseId }
    case 'extend':
      return { type, minutes: a - 30 }
    case 'broadcast':
      return { type, text: a % 2 === 0 ? 'Två minuter kvar' : '', ...(b % 3 === 0 ? { table } : {}) }
    case 'setPrompts':
      return { type, on: a % 2 === 0, ...(b % 3 === 0 ? {} : { phaseId }) }
    case 'gatherHere':
      return {
        type,
        boardId: tables[b % tables.length]?.boardId ?? 'board-hall',
        area: { x: a, y: b, w: 800, h: 600 },
      }
    case 'setTown':
      return { type, table, town: ['', 'Lindåsa', 'Ekby'][a % 3] ?? '' }
    case 'setTables':
      return { type, count: (a % 6) + 1 }
    case 'setFloorPlan': {
      const numbers = tables.map(({ number }) => number)
      return { type, plan: a % 4 === 0 ? null : evenRows(b % 4 === 0 ? [...numbers, table] : numbers) }
    }
    case 'setMeetingLinks':
      return { type, links: [{ table, url: `https://meet.example/${a}` }] }
    case 'nextQuestion':
      return { type, back: a % 2 === 0 }
    case 'setMapImage':
      return {
        type,
        zone: 'works',
        image: { url: `/images/${'a'.repeat(22)}.png`, width: 40, height: 30 },
      }
    case 'lockBoards':
      return { type, locked: a % 2 === 0 }
    case 'editPhase':
      return a % 2 === 0 ? { type, phaseId, minutes: a + 1 } : { type, phaseId, question: '', zones: [zone] }
    case 'addPhase':
      return { type, phase: somePhase(a, zone), before: b % 4 === 0 ? null : phaseId }
    case 'removePhase':
      return { type, phaseId }
    case 'movePhase':
      return {
        type,
        phaseId,
        before: a % 4 === 0 ? null : (session.phases[a % session.phases.length]?.id ?? null),
      }
    case 'editZone':
      return a % 2 === 0
        ? { type, zoneId: zone, title: 'Annat' }
        : { type, zoneId: zone, scope: 'hall', max: null }
    case 'addZone':
      return {
        type,
        zone: {
          scope: a % 2 === 0 ? 'table' : 'hall',
          kind: 'notes',
          title: 'Ny',
          color: 'sun',
          icon: 'note',
        },
      }
    case 'removeZone':
      return { type, zoneId: zone }
    case 'arrive':
    case 'askHelp':
    case 'pause':
    case 'resume':
    case 'endPhase':
    case 'undoPhase':
    case 'reveal':
    case 'planSeats':
    case 'planRoutes':
    case 'close':
    case 'reopen':
      return { type }
    default:
      return type satisfies never
  }
}

function somePhase(a: number, zone: string) {
  return {
    kind: a % 3 === 0 ? ('vote' as const) : ('round' as const),
    name: 'En till',
    starters: [],
    minutes: (a % 30) + 1,
    rotation: 'scatter' as const,
    noteMode: { kind: 'open' as const },
    zones: [zone],
  }
}

/** A log as it comes back from storage. */
function readLog(stored: unknown): { command: unknown; actor: Actor; at: number }[] {
  if (!Array.isArray(stored)) throw new Error('no log')
  return stored
}
