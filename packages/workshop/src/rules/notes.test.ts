import { describe, expect, it } from 'vitest'
import { commandSchema } from '../commands.ts'
import { facilitator, helper, minuteMs, participant, PretendHall, tableDevice } from '../pretendHall.ts'
import { stateSchema } from '../state.ts'

const anna = participant('person-1')
const bo = participant('person-2')

describe('addNote', () => {
  it('[N1] [C6] puts a note on the board of the table, coloured by its zone, under the id of the command', () => {
    const hall = new PretendHall({ people: 6 }).start('r1')
    const noteId = hall.do(bo, { type: 'addNote', zone: 'missing', text: 'Bussen går för sällan' })
    expect(hall.effects.at(-1)).toEqual({
      kind: 'addNote',
      boardId: 'board-2',
      note: {
        id: noteId,
        zone: 'missing',
        phase: 'r1',
        text: 'Bussen går för sällan',
        color: 'sun',
        at: hall.now,
        via: 'phone',
      },
    })
  })

  it("[N1] puts a note for the hall on the hall's board", () => {
    const hall = new PretendHall({ people: 1 }).start('r1')
    hall.do(anna, { type: 'addNote', zone: 'askmun', text: 'När kommer fibern?' })
    expect(hall.effects.at(-1)).toMatchObject({ boardId: 'board-hall' })
  })

  it("[N1] refuses zones of other phases and zones that are not for everybody's notes", () => {
    const hall = new PretendHall({ people: 1 }).start('r1')
    for (const zone of ['ideas', 'nowhere'])
      expect(hall.refusal(anna, { type: 'addNote', zone, text: 'x' })).toBe('zoneNotOpen')
    expect(hall.start('dots').refusal(anna, { type: 'addNote', zone: 'wall', text: 'x' })).toBe('zoneNotOpen')
  })

  it('[N2] needs a phase that runs or is paused', () => {
    const hall = new PretendHall({ people: 1 })
    const write = { type: 'addNote', zone: 'works', text: 'x' } as const
    expect(hall.refusal(anna, write)).toBe('workshopNotOpen')
    hall.start('r1').do(facilitator, { type: 'pause' })
    expect(hall.refusal(anna, write)).toBeNull()
    hall.do(facilitator, { type: 'resume' })
    expect(hall.wait(20).refusal(anna, write)).toBe('phaseOver')
    hall.do(facilitator, { type: 'extend', minutes: 1 })
    expect(hall.refusal(anna, write)).toBeNull()
  })

  it('[N3] lands a note written offline in its round, at the table where the person sat then', () => {
    const hall = new PretendHall({ people: 24 }).start('r1').wait(10)
    const writtenAt = hall.now
    hall.wait(10).start('m1').wait(5).start('r2').wait(3)
    expect(hall.state.people['person-1']?.table).not.toBe(1)
    hall.do(anna, { type: 'addNote', zone: 'works', text: 'Affären', phaseId: 'r1', writtenAt })
    expect(hall.effects.at(-1)).toMatchObject({ boardId: 'board-1', note: { phase: 'r1', at: writtenAt } })
  })

  it('[N3] lands it in the run of that moment when a phase ran twice', () => {
    const hall = new PretendHall({ people: 24 }).start('r1').wait(10)
    const first = hall.now
    hall.wait(10).start('m1').wait(5).start('r1').wait(2)
    hall.do(anna, { type: 'addNote', zone: 'works', text: 'a', writtenAt: first })
    expect(hall.effects.at(-1)).toMatchObject({ boardId: 'board-1' })
    hall.do(anna, { type: 'addNote', zone: 'works', text: 'b', writtenAt: hall.now })
    expect(hall.effects.at(-1)).toMatchObject({ boardId: `board-${hall.state.people['person-1']?.table}` })
  })

  it('[N3] [C5] takes notes that were written in time even after closing, and no others', () => {
    const hall = new PretendHall({ people: 1 }).start('r1').wait(10)
    const writtenAt = hall.now
    hall.wait(30).do(facilitator, { type: 'close' })
    const write = { type: 'addNote', zone: 'works', text: 'x', phaseId: 'r1' } as const
    expect(hall.refusal(anna, { ...write, writtenAt })).toBeNull()
    expect(hall.refusal(anna, { ...write, writtenAt: writtenAt + 10 * minuteMs + 10_000 })).toBeNull()
    expect(hall.refusal(anna, { ...write, writtenAt: writtenAt + 10 * minuteMs + 10_001 })).toBe(
      'workshopClosed',
    )
    expect(hall.refusal(anna, write)).toBe('workshopClosed')
  })

  it('[N3] refuses a note that says it was written in a phase that was not running then', () => {
    const hall = new PretendHall({ people: 1 }).start('r1').wait(20).start('m1').wait(5).start('r2').wait(5)
    const write = { type: 'addNote', zone: 'works', text: 'x', phaseId: 'r1' } as const
    expect(hall.refusal(anna, { ...write, writtenAt: hall.now })).toBe('phaseOver')
    expect(hall.refusal(anna, { ...write, phaseId: 'r9' })).toBe('phaseUnknown')
  })

  it('[N4] takes a note of the current phase whatever the phone thinks the time is', () => {
    const hall = new PretendHall({ people: 1 }).start('r1').wait(5)
    for (const writtenAt of [hall.now - 600 * minuteMs, hall.now + 600 * minuteMs])
      expect(
        hall.refusal(anna, { type: 'addNote', zone: 'works', text: 'x', phaseId: 'r1', writtenAt }),
      ).toBeNull()
    expect([...hall.notes.values()].every((note) => note.at <= hall.now)).toBe(true)
  })

  it('[N5] refuses the fourth card, and restoring one into a full zone', () => {
    const hall = new PretendHall({ people: 1 }).start('tableharvest')
    const carry = { type: 'addNote', zone: 'carry', text: 'x' } as const
    const first = hall.do(anna, carry)
    hall.do(anna, carry)
    hall.do(anna, carry)
    expect(hall.refusal(anna, carry)).toBe('zoneFull')
    hall.do(anna, { type: 'removeNote', noteId: first })
    hall.do(anna, carry)
    expect(hall.refusal(anna, { type: 'restoreNote', noteId: first })).toBe('zoneFull')
  })
})

describe('a note of one’s own', () => {
  it('[N6] can be edited, removed and restored by nobody else', () => {
    const hall = new PretendHall({ people: 2 }).start('r1')
    const noteId = hall.do(anna, { type: 'addNote', zone: 'works', text: 'Skolan' })
    for (const ask of [
      { type: 'editNote', noteId, text: 'x' },
      { type: 'removeNote', noteId },
      { type: 'restoreNote', noteId },
    ] as const) {
      expect(hall.refusal(bo, ask)).toBe('notYourNote')
      expect(hall.refusal(tableDevice(1), ask)).toBe('notYourRole')
    }
    hall.do(anna, { type: 'editNote', noteId, text: 'Skolan är bra' })
    expect(hall.notes.get(noteId)?.text).toBe('Skolan är bra')
    hall.do(anna, { type: 'removeNote', noteId })
    expect(hall.refusal(anna, { type: 'editNote', noteId, text: 'x' })).toBe('noteRemoved')
    hall.do(anna, { type: 'restoreNote', noteId })
    expect(hall.notes.get(noteId)?.removed).toBe(false)
  })

  it('[N6] can be corrected after time is out, but not in the next phase', () => {
    const hall = new PretendHall({ people: 1 }).start('r1')
    const noteId = hall.do(anna, { type: 'addNote', zone: 'works', text: 'Skolan' })
    expect(hall.wait(25).refusal(anna, { type: 'editNote', noteId, text: 'Skolan!' })).toBeNull()
    expect(hall.start('m1').refusal(anna, { type: 'editNote', noteId, text: 'x' })).toBe('phaseOver')
    expect(hall.refusal(anna, { type: 'editNote', noteId: 'none', text: 'x' })).toBe('noteUnknown')
  })
})

describe('addNoteFor', () => {
  it('[N7] writes paper notes into the last phase that had the zone, without an owner', () => {
    const hall = new PretendHall({ people: 1 }).start('r1').wait(20).start('m1')
    hall.do(helper, { type: 'addNoteFor', table: 3, zone: 'works', text: 'Macken' })
    expect(hall.effects.at(-1)).toMatchObject({ boardId: 'board-3', note: { phase: 'r1', via: 'paper' } })
    hall.do(helper, { type: 'addNoteFor', table: 3, zone: 'askmun', text: 'Fibern' })
    expect(hall.effects.at(-1)).toMatchObject({ boardId: 'board-hall' })
    expect(hall.state.noteOwners).toEqual({})
    expect(hall.refusal(helper, { type: 'addNoteFor', table: 0, zone: 'works', text: 'x' })).toBe(
      'tableUnknown',
    )
    expect(hall.refusal(helper, { type: 'addNoteFor', table: 9, zone: 'works', text: 'x' })).toBe(
      'tableUnknown',
    )
  })
})

describe('hideNote', () => {
  it('[N8] hides a note from everybody, after closing too', () => {
    const hall = new PretendHall({ people: 2 }).start('r1')
    const noteId = hall.do(anna, { type: 'addNote', zone: 'askmun', text: 'x' })
    hall.do(bo, { type: 'reportNote', noteId })
    expect(hall.view(facilitator).reports).toEqual([{ noteId, count: 1 }])
    hall.do(facilitator, { type: 'close' })
    hall.do(facilitator, { type: 'hideNote', noteId, hidden: true })
    expect(hall.notes.get(noteId)?.hidden).toBe(true)
  })
})

describe('react', () => {
  it('[N14] counts one of each person, the last, and tells nobody who', () => {
    const hall = new PretendHall({ people: 3, tables: 1 }).start('r1')
    const noteId = hall.do(anna, { type: 'addNote', zone: 'works', text: 'x' })
    const shown = (actor = bo) => {
      const { reactions, reacted } = hall.view(actor).notes.find(({ id }) => id === noteId) ?? {}
      return { reactions, reacted }
    }
    expect(shown()).toEqual({})
    hall.do(bo, { type: 'react', noteId, reaction: 'agree' })
    hall.do(bo, { type: 'react', noteId, reaction: 'important' })
    hall.do(participant('person-3'), { type: 'react', noteId, reaction: 'important' })
    expect(shown()).toEqual({ reactions: { important: 2 }, reacted: 'important' })
    expect(shown(anna)).toEqual({ reactions: { important: 2 }, reacted: undefined })
    hall.do(bo, { type: 'react', noteId, reaction: null })
    expect(shown()).toEqual({ reactions: { important: 1 }, reacted: undefined })
    hall.do(participant('person-3'), { type: 'react', noteId, reaction: null })
    expect(hall.state.reactions).toEqual({})
    expect(stateSchema.parse(hall.state)).toEqual(hall.state)
  })

  it("[N14] refuses one's own note, and one that does not stand", () => {
    const hall = new PretendHall({ people: 2, tables: 1 }).start('r1')
    const noteId = hall.do(anna, { type: 'addNote', zone: 'works', text: 'x' })
    const agree = (actor: typeof anna) => hall.refusal(actor, { type: 'react', noteId, reaction: 'agree' })
    expect(agree(anna)).toBe('ownNote')
    expect(agree(tableDevice(1))).toBe('notYourRole')
    hall.do(anna, { type: 'removeNote', noteId })
    expect(agree(bo)).toBe('noteUnknown')
  })
})

describe('photos', () => {
  it('[N15] go with the words to the board, and with words that are held back', () => {
    const hall = new PretendHall({ people: 1 }).start('r1')
    hall.do(anna, { type: 'addNote', zone: 'works', text: 'Bryggan', photoId: 'p'.repeat(22) })
    expect(hall.effects.at(-1)).toMatchObject({ note: { text: 'Bryggan', photoId: 'p'.repeat(22) } })
    const wordless = { opId: crypto.randomUUID(), type: 'addNote', zone: 'works', text: ' ', photoId: 'p' }
    expect(commandSchema.safeParse(wordless).success).toBe(false)
    const path = { ...wordless, text: 'x', photoId: '../bordet.sqlite' }
    expect(commandSchema.safeParse(path).success).toBe(false)
  })
})

describe('reportNote', () => {
  it('[N8] counts everybody once, however often they report', () => {
    const hall = new PretendHall({ people: 2 }).start('r1')
    const noteId = hall.do(anna, { type: 'addNote', zone: 'works', text: 'x' })
    for (const actor of [bo, bo, tableDevice(1), tableDevice(1), bo]) {
      hall.do(actor, { type: 'reportNote', noteId })
    }
    expect(hall.view(facilitator).reports).toEqual([{ noteId, count: 2 }])
  })

  it('[C2] counts a note from one, whatever its id is called', () => {
    const hall = new PretendHall({ people: 1 }).start('r1')
    const noteId = hall.do(anna, { type: 'addNote', zone: 'works', text: 'x' })
    const note = hall.notes.get(noteId)
    for (const id of ['toString', 'constructor']) {
      if (note) hall.notes.set(id, { ...note, id })
      hall.do(anna, { type: 'reportNote', noteId: id })
      expect(hall.refusal(anna, { type: 'editNote', noteId: id, text: 'y' })).toBe('notYourNote')
    }
    expect(hall.view(facilitator).reports?.map(({ count }) => count)).toEqual([1, 1])
    expect(stateSchema.parse(hall.state)).toEqual(hall.state)
  })

  it('[C2] takes only ids such as our pages give', () => {
    const report = (noteId: string) =>
      commandSchema.safeParse({ opId: crypto.randomUUID(), type: 'reportNote', noteId }).success
    expect([report(crypto.randomUUID()), report('toString'), report('__proto__')]).toEqual([
      true,
      false,
      false,
    ])
  })

  it('[C2] reads a state that was stored before it was remembered who reported', () => {
    const { reporters: _, ...stored } = new PretendHall().state
    expect(stateSchema.parse(stored).reporters).toEqual({})
  })
})
