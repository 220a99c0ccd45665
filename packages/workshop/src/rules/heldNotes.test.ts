import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { replay } from '../engine.ts'
import {
  facilitator,
  helper,
  minuteMs,
  participant,
  PretendHall,
  screen,
  tableDevice,
} from '../pretendHall.ts'
import { stateSchema } from '../state.ts'
import { makeSession, templateById } from '../templates.ts'

function session(templateId: string, sessionId: string) {
  const template = templateById(templateId)
  const made = template && makeSession(template, sessionId, 'sv', {})
  if (!made) throw new Error('no such session')
  return made
}

/** Round 2 is hidden until it is revealed. */
const hospitality = () =>
  new PretendHall({ people: 8, session: session('citizen-dialogue-map-hosting', 'E2') })
/** Round 1 is hidden for its first three minutes. */
const profile = () => new PretendHall({ people: 8, session: session('town-profile', 'B1') })
const one = participant('person-1')
const two = participant('person-2')

function texts(hall: PretendHall): string[] {
  return [...hall.notes.values()].filter((note) => !note.removed).map(({ text }) => text)
}

describe('a phase that holds notes back', () => {
  it('[K1] [K2] shows a note to its writer alone, counts it for the crew, and puts it on no board', () => {
    const hall = hospitality().start('r2')
    hall.do(one, { type: 'addNote', zone: 'attitude', text: 'Vi klagar', part: 'Det säger vi' })
    expect(hall.notes.size).toBe(0)
    expect(hall.view(one).notes).toMatchObject([{ text: 'Vi klagar', held: true, mine: true, table: 1 }])
    expect(hall.view(one).phase.holding).toEqual({ until: null })
    const seated = Object.values(hall.state.people).find(({ id, table }) => id !== 'person-1' && table === 1)
    for (const actor of [participant(seated?.id ?? ''), two, tableDevice(1), facilitator, helper, screen]) {
      const view = hall.view(actor)
      expect(JSON.stringify(view)).not.toContain('klagar')
      expect(view.tables[0]).toMatchObject({ notes: 0, heldNotes: 1 })
    }
  })

  it('[K3] puts them all up in the order they were written when they are revealed, once, and new ones at once', () => {
    const hall = hospitality().start('r2')
    hall.do(one, { type: 'addNote', zone: 'attitude', text: 'ett' })
    hall.wait(1).do(two, { type: 'addNote', zone: 'attitude', text: 'två' })
    hall.do(facilitator, { type: 'reveal' })
    expect(texts(hall)).toEqual(['ett', 'två'])
    expect(hall.state.heldNotes).toEqual({})
    expect(hall.refusal(facilitator, { type: 'reveal' })).toBe('votingClosed')
    hall.do(one, { type: 'addNote', zone: 'attitude', text: 'tre' })
    expect(texts(hall)).toEqual(['ett', 'två', 'tre'])
    expect(hall.view(one).phase.holding).toBeNull()
  })

  it('[K4] shows them by itself after its first minutes, which a pause does not use up', () => {
    const hall = profile().start('r1')
    const { now } = hall
    expect(hall.view(one).phase.holding).toEqual({ until: now + 3 * minuteMs })
    hall.do(one, { type: 'addNote', zone: 'yes', text: 'Stämmer' })
    hall.do(facilitator, { type: 'pause' })
    hall.wait(10).landDue()
    expect(hall.view(one).phase.holding).toEqual({ until: null })
    hall.do(facilitator, { type: 'resume' })
    hall.wait(2.9).landDue()
    expect(hall.notes.size).toBe(0)
    hall.wait(0.1).landDue()
    expect(texts(hall)).toEqual(['Stämmer'])
    hall.landDue()
    expect(hall.notes.size).toBe(1)
  })

  it('[K5] lets the writer change, remove and bring back what is held back', () => {
    const hall = hospitality().start('r2')
    const noteId = hall.do(one, { type: 'addNote', zone: 'attitude', text: 'ett' })
    expect(hall.refusal(two, { type: 'editNote', noteId, text: 'mitt' })).toBe('notYourNote')
    hall.do(one, { type: 'editNote', noteId, text: 'ett till', part: 'Det vill vi hellre säga' })
    hall.do(one, { type: 'removeNote', noteId })
    expect(hall.view(one).notes).toEqual([])
    expect(hall.view(facilitator).tables[0]?.heldNotes).toBe(0)
    expect(hall.refusal(one, { type: 'editNote', noteId, text: 'x' })).toBe('noteRemoved')
    hall.do(one, { type: 'restoreNote', noteId })
    expect(hall.view(one).notes).toMatchObject([{ text: 'ett till', part: 'Det vill vi hellre säga' }])
    const other = hall.do(one, { type: 'addNote', zone: 'attitude', text: 'bort' })
    hall.do(one, { type: 'removeNote', noteId: other })
    hall.do(facilitator, { type: 'reveal' })
    expect(texts(hall)).toEqual(['ett till'])
    hall.do(one, { type: 'restoreNote', noteId: other })
    expect(texts(hall)).toEqual(['ett till', 'bort'])
  })

  it('[K6] shows them when another phase starts or the workshop closes, and keeps them over an undo', () => {
    const hall = hospitality().start('r1').start('r2')
    hall.do(one, { type: 'addNote', zone: 'attitude', text: 'ett' })
    hall.do(facilitator, { type: 'undoPhase' })
    expect(hall.notes.size).toBe(0)
    hall.start('r2')
    expect(hall.view(one).notes).toMatchObject([{ text: 'ett', held: true }])
    hall.start('m2')
    expect(texts(hall)).toEqual(['ett'])
    hall.do(facilitator, { type: 'undoPhase' })
    expect(hall.view(one).phase.holding).toBeNull()
    const closing = hospitality().start('r2')
    closing.do(one, { type: 'addNote', zone: 'attitude', text: 'sist' })
    closing.do(facilitator, { type: 'close' })
    expect(texts(closing)).toEqual(['sist'])
  })

  it('[K6] holds back again after an undo when nothing had been shown', () => {
    const hall = hospitality().start('r2').start('m2')
    hall.do(facilitator, { type: 'undoPhase' })
    expect(hall.view(one).phase.holding).toEqual({ until: null })
  })

  it('[N5] counts held notes for a zone’s maximum, and a table with some cannot be removed', () => {
    const made = session('citizen-dialogue-map-hosting', 'E2')
    const zones = made.zones.map((zone) => (zone.id === 'attitude' ? { ...zone, max: 1 } : zone))
    const hall = new PretendHall({ people: 1, tables: 2, session: { ...made, zones } }).start('r2')
    hall.do(one, { type: 'addNote', zone: 'attitude', text: 'ett' })
    expect(hall.refusal(one, { type: 'addNote', zone: 'attitude', text: 'två' })).toBe('zoneFull')
    hall.do(helper, { type: 'addNoteFor', table: 2, zone: 'attitude', text: 'papper' })
    expect(hall.notes.size).toBe(0)
    expect(hall.refusal(facilitator, { type: 'setTables', count: 1 })).toBe('tableInUse')
  })
})

const steps = fc.array(
  fc.record({ kind: fc.nat(11), who: fc.nat(7), minutes: fc.integer({ min: 0, max: 4 }) }),
  { maxLength: 40 },
)

describe('whatever happens in an evening with hidden rounds', () => {
  it('[K7] every note that was accepted is on exactly one board after the close, and a replay agrees', () => {
    fc.assert(
      fc.property(steps, fc.boolean(), (all, hidesFirst) => {
        const hall = hidesFirst ? profile() : hospitality()
        const phases = hall.state.session.phases.map(({ id }) => id)
        hall.start()
        const accepted: string[] = []
        for (const { kind, who, minutes } of all) {
          hall.wait(minutes)
          const actor = participant(`person-${who + 1}`)
          const zone = hall.view(actor).phase.zones.find((each) => each.kind !== 'locked')
          const mine = hall.view(actor).notes.filter((note) => note.mine)
          const noteId = mine[who % Math.max(1, mine.length)]?.id
          if (kind < 5 && zone) {
            const outcome = hall.ask(actor, { type: 'addNote', zone: zone.id, text: 'en tanke' })
            if (!('refused' in outcome) && outcome.answer.noteId) accepted.push(outcome.answer.noteId)
          } else if (kind === 5 && noteId) hall.ask(actor, { type: 'removeNote', noteId })
          else if (kind === 6 && noteId) hall.ask(actor, { type: 'editNote', noteId, text: 'en annan' })
          else if (kind === 7) hall.ask(facilitator, { type: 'reveal' })
          else if (kind === 8) hall.ask(facilitator, { type: 'undoPhase' })
          else if (kind === 9) hall.ask(facilitator, { type: who % 2 === 0 ? 'pause' : 'resume' })
          else hall.ask(facilitator, { type: 'startPhase', phaseId: phases[(who * 3) % phases.length] ?? '' })
          const held = Object.keys(hall.state.heldNotes)
          expect([...hall.notes.keys(), ...held].toSorted()).toEqual(accepted.toSorted())
        }
        hall.do(facilitator, { type: 'close' })
        expect(hall.state.heldNotes).toEqual({})
        expect([...hall.notes.keys()].toSorted()).toEqual(accepted.toSorted())
        expect(stateSchema.parse(hall.state)).toEqual(hall.state)
        expect(replay(hall.begun, hall.log)).toEqual(hall.state)
      }),
      { numRuns: 60 },
    )
  })
})
