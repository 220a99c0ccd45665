import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Ask } from '../commands.ts'
import { replay } from '../engine.ts'
import { facilitator, helper, PretendHall } from '../pretendHall.ts'
import type { NewPhase, NewZone } from '../programmeSchema.ts'
import { stateSchema, type WorkshopState } from '../state.ts'
import { isPast } from './programme.ts'

const round: NewPhase = {
  kind: 'round',
  name: 'En omgång till',
  question: 'Vad glömde vi?',
  starters: ['Jag undrar …'],
  minutes: 12,
  rotation: 'scatter',
  noteMode: { kind: 'open' },
  zones: [],
}
const box: NewZone = { scope: 'table', kind: 'notes', title: 'Glömt', color: 'sun', icon: 'note' }

function ids({ session }: WorkshopState): string[] {
  return session.phases.map(({ id }) => id)
}

function phase({ session }: WorkshopState, id: string) {
  return session.phases.find((one) => one.id === id)
}

describe('editing the programme', () => {
  it('[E1] changes what is given and leaves the rest; an empty question takes it away', () => {
    const hall = new PretendHall()
    const before = phase(hall.state, 'r1')
    hall.do(facilitator, { type: 'editPhase', phaseId: 'r1', minutes: 31, help: 'Skriv kort.' })
    expect(phase(hall.state, 'r1')).toEqual({ ...before, minutes: 31, help: 'Skriv kort.' })
    hall.do(facilitator, { type: 'editPhase', phaseId: 'r1', question: '' })
    expect(phase(hall.state, 'r1')).not.toHaveProperty('question')
  })

  it('[E1] is for facilitators and organisers, until the workshop closes', () => {
    const hall = new PretendHall()
    const ask: Ask = { type: 'editPhase', phaseId: 'r1', minutes: 5 }
    expect(hall.refusal(helper, ask)).toBe('notYourRole')
    hall.do(facilitator, { type: 'close' })
    expect(hall.refusal(facilitator, ask)).toBe('workshopClosed')
  })

  it('[E2] leaves a phase that has run as it is, and keeps it', () => {
    const hall = new PretendHall().start('r1').wait(20).start('r2')
    expect(hall.refusal(facilitator, { type: 'editPhase', phaseId: 'r1', name: 'Nytt' })).toBe('phasePast')
    expect(hall.refusal(facilitator, { type: 'removePhase', phaseId: 'r1' })).toBe('phasePast')
    expect(hall.refusal(facilitator, { type: 'movePhase', phaseId: 'r1', before: null })).toBe('phasePast')
  })

  it('[E2] lets the words of the phase that is on be put right, and zones be added, and no more', () => {
    const hall = new PretendHall().start('r1')
    const zones = phase(hall.state, 'r1')?.zones ?? []
    hall.do(facilitator, { type: 'editPhase', phaseId: 'r1', question: 'Vad saknas?' })
    const added = hall.do(facilitator, { type: 'addZone', zone: box })
    expect(added).toBe('')
    const newZone = hall.state.session.zones.at(-1)?.id ?? ''
    hall.do(facilitator, { type: 'editPhase', phaseId: 'r1', zones: [...zones, newZone] })
    expect(hall.view(facilitator).phase.zones.map(({ id }) => id)).toEqual([...zones, newZone])
    const refused: Ask[] = [
      { type: 'editPhase', phaseId: 'r1', minutes: 5 },
      { type: 'editPhase', phaseId: 'r1', zones: zones.slice(1) },
      { type: 'editPhase', phaseId: 'r1', noteMode: { kind: 'hidden' } },
    ]
    for (const ask of refused) expect(hall.refusal(facilitator, ask)).toBe('phaseRunning')
    expect(hall.refusal(facilitator, { type: 'removePhase', phaseId: 'r1' })).toBe('phasePast')
  })

  it('[E3] puts phases anywhere after the one that is on, and takes away and moves those to come', () => {
    const hall = new PretendHall().start('r1')
    const last = ids(hall.state).at(-1) ?? ''
    hall.do(facilitator, { type: 'addPhase', phase: round, before: 'r2' })
    const added = ids(hall.state).find((id) => id.startsWith('0000')) ?? ''
    expect(ids(hall.state).indexOf(added)).toBe(ids(hall.state).indexOf('r2') - 1)
    hall.do(facilitator, { type: 'movePhase', phaseId: last, before: added })
    expect(ids(hall.state).indexOf(last)).toBe(ids(hall.state).indexOf(added) - 1)
    hall.do(facilitator, { type: 'removePhase', phaseId: added })
    expect(ids(hall.state)).not.toContain(added)
    expect(hall.refusal(facilitator, { type: 'addPhase', phase: round, before: 'r1' })).toBe('phasePast')
    expect(hall.refusal(facilitator, { type: 'movePhase', phaseId: 'r2', before: 'r1' })).toBe('phasePast')
    expect(hall.refusal(facilitator, { type: 'addPhase', phase: round, before: 'none' })).toBe('phaseUnknown')
  })

  it('[E3] always leaves a phase, and takes at most sixty', () => {
    const hall = new PretendHall()
    const [first = '', ...others] = ids(hall.state)
    for (const phaseId of others) hall.do(facilitator, { type: 'removePhase', phaseId })
    expect(hall.refusal(facilitator, { type: 'removePhase', phaseId: first })).toBe('lastPhase')
    for (let n = 1; n < 60; n += 1) hall.do(facilitator, { type: 'addPhase', phase: round })
    expect(hall.refusal(facilitator, { type: 'addPhase', phase: round })).toBe('programmeFull')
    expect(() => stateSchema.parse(hall.state)).not.toThrow()
  })

  it('[E3] goes on counting the same phases when earlier ones are skipped and taken away', () => {
    const hall = new PretendHall({ people: 6 }).start('r1').wait(5).start('r2')
    const [first = ''] = ids(hall.state)
    hall.do(facilitator, { type: 'removePhase', phaseId: first })
    expect(hall.view(facilitator).phase.id).toBe('r2')
    hall.do(facilitator, { type: 'undoPhase' })
    expect(hall.view(facilitator).phase.id).toBe('r1')
    hall.do(facilitator, { type: 'undoPhase' })
    expect(hall.view(facilitator).phase).toMatchObject({ index: 0, status: 'waiting' })
  })

  it('[E4] keeps a phase whose held notes wait for it after an undo', () => {
    const hall = new PretendHall({ people: 1 })
    hall.do(facilitator, { type: 'editPhase', phaseId: 'r1', noteMode: { kind: 'hidden' } })
    hall.start('r1')
    hall.do(
      { role: 'participant', personId: 'person-1', table: null },
      { type: 'addNote', zone: 'works', text: 'Bussen' },
    )
    hall.do(facilitator, { type: 'undoPhase' })
    expect(hall.refusal(facilitator, { type: 'removePhase', phaseId: 'r1' })).toBe('phaseInUse')
    const ask: Ask = { type: 'editPhase', phaseId: 'r1', noteMode: { kind: 'open' } }
    expect(hall.refusal(facilitator, ask)).toBe('phaseInUse')
  })

  it('[E5] puts a new zone on every board it belongs to, also of tables that were taken away', () => {
    const hall = new PretendHall({ tables: 4 })
    hall.do(facilitator, { type: 'setTables', count: 3 })
    const before = hall.effects.length
    hall.do(facilitator, { type: 'addZone', zone: box })
    const seeded = hall.effects.slice(before)
    expect(seeded.map(({ boardId }) => boardId)).toEqual(['board-1', 'board-2', 'board-3', 'board-4'])
    expect(seeded.every(({ kind }) => kind === 'seedZones')).toBe(true)
  })

  it('[E5] moves an unused zone from the tables to the hall with its boards', () => {
    const hall = new PretendHall({ tables: 2 })
    const before = hall.effects.length
    hall.do(facilitator, { type: 'editZone', zoneId: 'works', scope: 'hall' })
    expect(hall.effects.slice(before).map(({ kind, boardId }) => [kind, boardId])).toEqual([
      ['removeZone', 'board-1'],
      ['removeZone', 'board-2'],
      ['seedZones', 'board-hall'],
    ])
  })

  it('[E6] keeps a zone that was open or has notes; its words may change while it is still to come', () => {
    const hall = new PretendHall({ people: 1 })
    hall.do(facilitator, { type: 'addNoteFor', table: 1, zone: 'works', text: 'Bussen' })
    expect(hall.refusal(facilitator, { type: 'removeZone', zoneId: 'works' })).toBe('zoneInUse')
    expect(hall.refusal(facilitator, { type: 'editZone', zoneId: 'works', kind: 'themes' })).toBe('zoneInUse')
    hall.do(facilitator, { type: 'editZone', zoneId: 'works', title: 'Det går bra' })
    expect(hall.effects.at(-1)).toMatchObject({ kind: 'editZone', zone: { title: 'Det går bra' } })
    hall.start('r1').wait(20).start('r2')
    expect(hall.refusal(facilitator, { type: 'editZone', zoneId: 'works', title: 'Nej' })).toBe('phasePast')
    expect(hall.refusal(facilitator, { type: 'removeZone', zoneId: 'works' })).toBe('zoneInUse')
  })

  it('[E1] keeps the picture of a map whose words change', () => {
    const image = { url: `/images/${'a'.repeat(22)}.png`, width: 10, height: 10 }
    const before = new PretendHall().state.session
    const zones = before.zones.map((zone) =>
      zone.id === 'works' ? { ...zone, kind: 'map' as const, image } : zone,
    )
    const hall = new PretendHall({ session: { ...before, zones } })
    hall.do(facilitator, { type: 'editZone', zoneId: 'works', title: 'Kartan' })
    expect(hall.state.session.zones.find(({ id }) => id === 'works')).toMatchObject({
      title: 'Kartan',
      image,
    })
  })

  it('[E6] takes an unused zone out of every phase', () => {
    const hall = new PretendHall()
    hall.do(facilitator, { type: 'removeZone', zoneId: 'works' })
    expect(hall.state.session.zones.map(({ id }) => id)).not.toContain('works')
    expect(hall.state.session.phases.flatMap(({ zones }) => zones)).not.toContain('works')
  })

  it('[E7] has headings for columns and quadrants, fields for cards, and something to score', () => {
    const hall = new PretendHall()
    const asks: Ask[] = [
      { type: 'addZone', zone: { ...box, kind: 'columns2', parts: ['En'] } },
      { type: 'addZone', zone: { ...box, kind: 'matrix2x2' } },
      { type: 'addZone', zone: { ...box, kind: 'cards' } },
      { type: 'editZone', zoneId: 'works', kind: 'scoring' },
    ]
    for (const ask of asks) expect(hall.refusal(facilitator, ask)).toBe('zoneWrong')
    hall.do(facilitator, { type: 'editZone', zoneId: 'works', kind: 'columns2', parts: ['Nu', 'Sen'] })
    hall.do(facilitator, { type: 'editZone', zoneId: 'works', kind: 'notes' })
    expect(hall.state.session.zones.find(({ id }) => id === 'works')).not.toHaveProperty('parts')
  })
})

describe('any editing', () => {
  const edits = fc.array(
    fc.record({ kind: fc.nat(9), a: fc.nat(40), b: fc.nat(40), minutes: fc.integer({ min: 1, max: 600 }) }),
    { maxLength: 60, size: 'max' },
  )

  it('[E2] [E3] [C2] [C3] parses, has every id once, knows every zone, and leaves the past untouched', () => {
    fc.assert(
      fc.property(edits, (evening) => {
        const hall = new PretendHall({ tables: 2, people: 3 })
        for (const step of evening) {
          const before = hall.state
          hall.wait(1)
          hall.ask(facilitator, askFor(hall.state, step))
          expectSound(before, hall.state)
        }
        const stored: { command: unknown; actor: typeof facilitator; at: number }[] = JSON.parse(
          JSON.stringify(hall.log),
        )
        expect(replay(hall.begun, stored)).toEqual(hall.state)
      }),
      { numRuns: 40 },
    )
  })
})

function expectSound(before: WorkshopState, after: WorkshopState): void {
  expect(stateSchema.safeParse(after).success).toBe(true)
  const { phases, zones } = after.session
  expect(new Set(ids(after)).size).toBe(phases.length)
  const zoneIds = zones.map(({ id }) => id)
  expect(new Set(zoneIds).size).toBe(zones.length)
  for (const one of phases) for (const id of one.zones) expect(zoneIds).toContain(id)
  for (const { phaseId } of after.runs) expect(ids(after)).toContain(phaseId)
  if (after.timer) expect(phases[after.phaseIndex]?.id).toBe(after.runs.at(-1)?.phaseId)
  const wasOver = before.session.phases.filter(
    ({ id }, index) => isPast(before, id) && !(before.timer && index === before.phaseIndex),
  )
  for (const one of wasOver) expect(phase(after, one.id)).toEqual(one)
}

function askFor(
  { session, timer }: WorkshopState,
  { kind, a, b, minutes }: { kind: number; a: number; b: number; minutes: number },
): Ask {
  const phaseId = session.phases[a % session.phases.length]?.id ?? ''
  const before = b % 5 === 0 ? null : (session.phases[b % session.phases.length]?.id ?? null)
  const zoneId = session.zones[b % Math.max(1, session.zones.length)]?.id ?? 'none'
  switch (kind) {
    case 0:
      return { type: 'editPhase', phaseId, minutes, name: 'Annat' }
    case 1:
      return { type: 'editPhase', phaseId, zones: [zoneId], kind: 'vote', votes: 5 }
    case 2:
      return { type: 'addPhase', phase: { ...round, zones: [zoneId] }, before }
    case 3:
      return { type: 'removePhase', phaseId }
    case 4:
      return { type: 'movePhase', phaseId, before }
    case 5:
      return { type: 'addZone', zone: { ...box, scope: a % 2 === 0 ? 'hall' : 'table' } }
    case 6:
      return { type: 'removeZone', zoneId }
    case 7:
      return { type: 'editZone', zoneId, title: `Ruta ${a}`, scope: a % 2 === 0 ? 'hall' : 'table' }
    case 8:
      return timer && a % 3 === 0 ? { type: 'undoPhase' } : { type: 'startPhase' }
    default:
      return { type: 'startPhase', phaseId }
  }
}
