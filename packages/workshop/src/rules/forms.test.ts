import { describe, expect, it } from 'vitest'
import { replay } from '../engine.ts'
import { facilitator, minuteMs, participant, PretendHall } from '../pretendHall.ts'
import { stateSchema } from '../state.ts'
import { makeSession, templateById } from '../templates.ts'

function form(templateId: string, sessionId: string, people = 2): PretendHall {
  const template = templateById(templateId)
  const session = template && makeSession(template, sessionId, 'sv', {})
  if (!session) throw new Error('no such session')
  return new PretendHall({ people, session })
}

const one = participant('person-1')
const two = participant('person-2')

describe('a form session', () => {
  it('[F1] seats nobody, and everybody begins at its first question', () => {
    const hall = form('citizen-dialogue-map-hosting', 'E1').start()
    const view = hall.view(one)
    expect(view.me).toMatchObject({ table: null, form: { step: 0, of: 7 } })
    expect(view.tables.every(({ people }) => people === 0)).toBe(true)
    expect(form('world-cafe-service', 'A1').state.people['person-1']?.form).toBeNull()
  })

  it('[F2] lets each phone go on at its own pace, long after the minutes of a question have passed', () => {
    const hall = form('citizen-dialogue-map-hosting', 'E1').start()
    hall.do(one, { type: 'nextQuestion' })
    hall.wait(90)
    const view = hall.view(one)
    expect(view.consent).toBeNull()
    expect(view.phase).toMatchObject({ id: 'k1', status: 'running', endsAt: null })
    expect(hall.view(two).phase.id).toBe('k0')
    hall.do(one, { type: 'addNote', zone: 'map', text: 'Ärende: fritid', pin: [10, 20] })
    expect(hall.refusal(one, { type: 'addNote', zone: 'org', text: 'x' })).toBe('zoneNotOpen')
    expect([...hall.notes.values()]).toMatchObject([{ phase: 'k1', boardId: 'board-hall' }])
    hall.do(one, { type: 'nextQuestion' })
    hall.do(one, { type: 'nextQuestion', back: true })
    expect(hall.view(one).phase.id).toBe('k1')
  })

  it('[F3] keeps the answers of one go together, and shows the phone only those', () => {
    const hall = form('town-profile', 'B0').start()
    for (const [go, texts] of [
      ['a', 'b', 'c', 'd', 'e'],
      ['f', 'g'],
    ].entries()) {
      for (const text of texts) {
        hall.do(one, { type: 'addNote', zone: 'quotes', text })
        if (go === 0 || text === 'f') hall.do(one, { type: 'nextQuestion' })
      }
    }
    const sheets = [...hall.notes.values()].map(({ sheet }) => sheet)
    expect(new Set(sheets.slice(0, 5)).size).toBe(1)
    expect(new Set(sheets).size).toBe(2)
    expect(hall.view(one).notes.map(({ text }) => text)).toEqual(['f', 'g'])
    expect(hall.view(two).notes).toEqual([])
    const [noteId] = [...hall.notes.keys()].slice(-1)
    hall.do(one, { type: 'editNote', noteId: noteId ?? '', text: 'g2' })
    expect(replay(hall.begun, hall.log)).toEqual(hall.state)
    expect(stateSchema.parse(hall.state)).toEqual(hall.state)
  })

  it('[F3] puts an answer that was sent late on the sheet and under the question it names', () => {
    const hall = form('town-profile', 'B0').start()
    const sheet = hall.view(one).me.form?.sheet
    for (let step = 0; step < 5; step += 1) hall.do(one, { type: 'nextQuestion' })
    const writtenAt = hall.now - minuteMs
    hall.do(one, {
      type: 'addNote',
      zone: 'quotes',
      text: 'sent',
      phaseId: 'i2',
      writtenAt,
      sheet: sheet ?? '',
    })
    expect([...hall.notes.values()]).toMatchObject([{ phase: 'i2', sheet }])
  })

  it('[F2] [N3] takes what was written in time and sent after the close, under the question it names', () => {
    const hall = form('town-profile', 'B0').start().wait(30)
    const written = { phaseId: 'i2', writtenAt: hall.now }
    const late = { type: 'addNote', zone: 'quotes', text: 'sent late', ...written } as const
    hall.wait(5).do(facilitator, { type: 'close' })
    hall.wait(60)
    hall.do(one, late)
    expect([...hall.notes.values()]).toMatchObject([{ phase: 'i2', text: 'sent late' }])
    const after = { ...late, writtenAt: hall.now }
    expect(hall.refusal(one, after)).toBe('workshopClosed')
    expect(hall.refusal(one, { ...late, phaseId: 'nowhere' })).toBe('phaseUnknown')
  })

  it('[E2] leaves everybody at their question when another one goes', () => {
    const hall = form('town-profile', 'B0').start()
    for (let step = 0; step < 3; step += 1) hall.do(one, { type: 'nextQuestion' })
    const at = hall.view(one).phase.id
    const [, gone = ''] = hall.state.session.phases.map(({ id }) => id)
    expect(gone).not.toBe(at)
    hall.do(facilitator, { type: 'removePhase', phaseId: gone })
    expect(hall.view(one).phase.id).toBe(at)
  })

  it('[F2] is open from its first phase to its close', () => {
    const hall = form('town-profile', 'B0')
    expect(hall.refusal(one, { type: 'nextQuestion' })).toBe('workshopNotOpen')
    expect(hall.refusal(one, { type: 'addNote', zone: 'quotes', text: 'x' })).toBe('workshopNotOpen')
    hall.start().do(facilitator, { type: 'close' })
    expect(hall.refusal(one, { type: 'addNote', zone: 'quotes', text: 'x' })).toBe('workshopClosed')
    expect(new PretendHall({ people: 1 }).refusal(one, { type: 'nextQuestion' })).toBe('noNextPhase')
  })
})
