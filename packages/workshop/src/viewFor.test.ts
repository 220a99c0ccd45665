import { describe, expect, it } from 'vitest'
import { mayReadBoard, mayWriteBoard } from './access.ts'
import {
  eveningAt,
  facilitator,
  helper,
  minuteMs,
  organiser,
  participant,
  PretendHall,
  screen,
  tableDevice,
} from './pretendHall.ts'

const anna = participant('person-1')

describe('viewFor', () => {
  it('[A4] gives a participant the notes of the round at the table, of the hall, and their own', () => {
    const hall = new PretendHall({ people: 8 }).start('r1')
    const mine = hall.do(anna, { type: 'addNote', zone: 'works', text: 'mine' })
    const neighbours = hall.do(participant('person-5'), { type: 'addNote', zone: 'works', text: 'neighbour' })
    const halls = hall.do(participant('person-2'), { type: 'addNote', zone: 'askmun', text: 'hall' })
    const others = hall.do(participant('person-2'), { type: 'addNote', zone: 'works', text: 'other table' })
    const ids = () => hall.view(anna).notes.map(({ id }) => id)
    expect(ids()).toEqual([mine, neighbours, halls])
    expect(hall.view(anna).notes.map((note) => note.mine)).toEqual([true, false, false])
    expect(hall.view(tableDevice(2)).notes.map(({ id }) => id)).toEqual([halls, others])
    expect(hall.view(facilitator).notes).toEqual([])
    hall.start('m1')
    expect(ids()).toEqual([mine])
  })

  it('[A4] shows the name of a host to everybody, and people to the crew', () => {
    const hall = new PretendHall({ people: 2 })
    hall.do(helper, { type: 'setHost', table: 1, personId: 'person-1' })
    expect(hall.view(screen).tables[0]).toMatchObject({ hostName: 'Person 1', people: 1, expected: null })
    expect(hall.view(screen).people).toBeNull()
    expect(hall.view(helper).people).toHaveLength(2)
    expect(hall.view(anna).me).toMatchObject({ isHost: true, name: 'Person 1', table: 1 })
  })

  it('[A4] tells the crew which zones notes from paper go to, each with the last phase that had it open', () => {
    const hall = new PretendHall({ people: 2 })
    const phases = () => hall.view(helper).paperZones?.map(({ phaseId }) => phaseId)
    expect(phases()).toEqual([])
    hall.start('r1').start('m1')
    expect(phases()).toEqual(['r1'])
    hall.start('r2')
    expect(phases()?.[0]).toBe('r2')
    const zones = hall.view(helper).paperZones?.flatMap((paper) => paper.zones.map(({ id }) => id)) ?? []
    expect(new Set(zones).size).toBe(zones.length)
    expect(hall.view(anna).paperZones).toBeNull()
    expect(hall.view(screen).paperZones).toBeNull()
  })

  it('tells during a move how many a table expects, and counts only those who are there', () => {
    const hall = new PretendHall({ people: 8 }).start('r1').start('m1')
    expect(hall.view(screen).tables.map(({ people, expected }) => [people, expected])).toEqual([
      [0, 2],
      [0, 2],
      [0, 2],
      [0, 2],
    ])
  })
})

describe('the agenda', () => {
  it('[P5] shifts what is to come by how late the current phase will end', () => {
    const hall = new PretendHall()
    const at = (id: string) => (hall.view(screen).agenda.find((row) => row.id === id)?.at ?? 0) - eveningAt
    expect(at('r1')).toBe(35 * minuteMs)
    hall.wait(4).start()
    expect(hall.view(screen).delayMs).toBe(4 * minuteMs)
    hall.do(facilitator, { type: 'extend', minutes: -10 })
    expect(hall.view(screen).delayMs).toBe(-6 * minuteMs)
    expect([at('doors'), at('welcome')]).toEqual([4 * minuteMs, 14 * minuteMs])
    hall.do(facilitator, { type: 'pause' })
    hall.wait(3)
    expect(hall.view(screen).delayMs).toBe(-3 * minuteMs)
    hall.do(facilitator, { type: 'resume' })
    hall.wait(20)
    expect(
      hall
        .view(screen)
        .agenda.slice(0, 4)
        .map(({ state }) => state),
    ).toEqual(['now', 'next', 'later', 'later'])
    expect(at('welcome')).toBe(hall.now - eveningAt)
  })
})

describe('boards', () => {
  it('[A1] [A2] can be written by the device of the table while its phase has a zone there', () => {
    const hall = new PretendHall({ people: 4 })
    const mayWrite = (actor = tableDevice(1), board = 'board-1') => mayWriteBoard(hall.state, actor, board)
    expect(mayWrite()).toBe(false)
    expect(mayWrite(facilitator)).toBe(true)
    hall.start('r1')
    expect([mayWrite(), mayWrite(tableDevice(2)), mayWrite(tableDevice(1), 'board-hall')]).toEqual([
      true,
      false,
      false,
    ])
    expect([mayWrite(helper), mayWrite(helper, 'board-hall'), mayWrite(screen)]).toEqual([false, true, false])
    expect(mayWrite(anna)).toBe(false)
    hall.do(facilitator, { type: 'lockBoards', locked: true })
    expect([mayWrite(), mayWrite(organiser)]).toEqual([false, true])
    hall.do(facilitator, { type: 'lockBoards', locked: false })
    hall.start('m1')
    expect(mayWrite()).toBe(false)
    hall.start('r2').do(facilitator, { type: 'close' })
    expect([mayWrite(), mayWrite(facilitator)]).toEqual([false, false])
  })

  it('[A2] can be written by those who sit there where boards are open', () => {
    const hall = new PretendHall({ people: 4, openBoards: true }).start('r1')
    expect(mayWriteBoard(hall.state, anna, 'board-1')).toBe(true)
    expect(mayWriteBoard(hall.state, anna, 'board-2')).toBe(false)
    expect(hall.view(anna).boards).toEqual({
      hall: 'board-hall',
      tables: [{ number: 1, boardId: 'board-1' }],
    })
  })

  it('[A3] can be read by the crew, and by others where they are', () => {
    const { state } = new PretendHall({ people: 4 })
    const readable = (actor: typeof anna) =>
      ['board-hall', 'board-1', 'board-2', 'other'].filter((board) => mayReadBoard(state, actor, board))
    expect(readable(helper)).toEqual(['board-hall', 'board-1', 'board-2'])
    expect(readable(anna)).toEqual(['board-hall', 'board-1'])
    expect(readable(tableDevice(2))).toEqual(['board-hall', 'board-2'])
    expect(readable(screen)).toEqual(['board-hall'])
    expect(readable(participant('nobody'))).toEqual([])
  })
})
