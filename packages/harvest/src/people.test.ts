import { newBoard, placeNote, standingNotes } from '@bordet/board'
import { composeFields } from '@bordet/workshop'
import { makeSession, templateById } from '@bordet/workshop/templates'
import { createWorkshop } from '@bordet/workshop/engine'
import { expect, it } from 'vitest'
import { exportFile } from './formats.ts'
import type { Report } from './model.ts'
import { buildReport } from './report.ts'

const people = (age: string, gender: string, count: number) =>
  Array.from({ length: count }, () => ({ age, gender, place: 'Kramfors' }))

/** Interviews on a market, two quotes from each person. */
function interviews(asked: { age: string; gender: string; place: string }[]): Report {
  const template = templateById('citizen-dialogue-map-hosting')
  const session = template && makeSession(template, 'E4', 'sv', { place: 'Kramfors' })
  if (!session) throw new Error('E4 is missing')
  const { state } = createWorkshop({
    id: 'e4',
    templateId: 'citizen-dialogue-map-hosting',
    sessionId: 'E4',
    title: 'Intervjuer',
    place: 'Kramfors',
    owner: '',
    language: 'sv',
    createdAt: 0,
    startsAt: 0,
    joinCode: '123456',
    openBoards: false,
    seed: 1,
    session,
    hallBoardId: 'hall',
    tableBoardIds: ['t1'],
  })
  const fields = session.zones.find(({ id }) => id === 'raw')?.fields ?? []
  const board = newBoard(session.zones)
  for (const [person, { age, gender, place }] of asked.entries())
    for (const quote of [1, 2])
      placeNote(board, {
        id: `q-${person}-${quote}`,
        zone: 'raw',
        phase: 's1',
        text: composeFields(fields, [`${person}`, place, age, gender, 'Varför?', `Citat ${person}/${quote}`]),
        color: 'sun',
        by: 'facilitator',
        at: 1,
        via: 'board',
      })
  const boards = [{ boardId: 'hall', table: 0, notes: standingNotes(board) }]
  return buildReport({ state, boards, now: 1, timeZone: 'Europe/Stockholm' })
}

it('counts each person once, and tells small groups together with their neighbour', () => {
  const { people: told, notes } = interviews([
    ...people('16–25', 'kvinna', 3),
    ...people('26–45', 'man', 6),
    ...people('46–65', 'kvinna', 7),
  ])
  expect(notes).toBe(32)
  expect(told).toEqual([
    { about: 'Plats', groups: [{ names: ['Kramfors'], count: 16 }], missing: [] },
    {
      about: 'Åldersgrupp',
      groups: [
        { names: ['16–25', '26–45'], count: 9 },
        { names: ['46–65'], count: 7 },
      ],
      missing: [],
    },
    {
      about: 'Kön (frivilligt)',
      groups: [
        { names: ['kvinna'], count: 10 },
        { names: ['man'], count: 6 },
      ],
      missing: [],
    },
  ])
})

it('keeps what people said about themselves out of every file, and their words in', async () => {
  const report = interviews([...people('Ålderstrappa', 'Könshemlig', 2), ...people('26–45', 'man', 6)])
  for (const name of ['csv', 'md', 'html', 'json'] as const) {
    const { bytes } = await exportFile(report, name, 'sv')
    const text = new TextDecoder().decode(bytes)
    expect(text, name).toContain('Citat 1/2')
    // Beside no quote; its name stands in the table, together with another.
    expect(text.match(/Könshemlig/g)?.length ?? 0, name).toBeLessThanOrEqual(1)
    expect(text, name).not.toMatch(/Åldersgrupp: /)
  }
  expect(JSON.stringify(report.questions)).not.toMatch(/Ålderstrappa|Könshemlig/)
})
