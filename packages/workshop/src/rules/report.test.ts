import fc from 'fast-check'
import { expect, it } from 'vitest'
import { mergeText } from '../mergeText.ts'
import { facilitator, helper, organiser, participant, PretendHall } from '../pretendHall.ts'
import { stateSchema } from '../state.ts'

const anna = participant('person-1')

function hallWithCards(count: number) {
  const hall = new PretendHall({ people: 2 }).start('tableharvest')
  const cards = Array.from({ length: count }, (_, n) =>
    hall.do(anna, { type: 'addNote', zone: 'carry', text: `Kort ${n}` }),
  )
  const theme = (name: string) => {
    const themeId = hall.newOpId()
    hall.do(facilitator, { type: 'setTheme', themeId, name })
    return themeId
  }
  return { hall, cards, theme }
}

it('[Z1] two who write in one text keep both their words', () => {
  const { hall } = hallWithCards(0)
  const edit = (text: string, base: string) =>
    hall.do(facilitator, { type: 'editReport', part: 'summary', text, base })
  edit('Bussen är viktig.', '')
  edit('Bussen är viktigast.', 'Bussen är viktig.')
  edit('Bussen är viktig. Fibern också.', 'Bussen är viktig.')
  expect(hall.state.report.texts['summary']).toContain('viktigast.')
  expect(hall.state.report.texts['summary']).toContain('Fibern också.')
  hall.do(facilitator, { type: 'editReport', part: 'summary', text: '' })
  expect(hall.state.report.texts).toEqual({})
  expect(hall.refusal(helper, { type: 'editReport', part: 'summary', text: 'Nej' })).toBe('notYourRole')
})

it('[Z1] two who write another text in place of the one that was are read one after the other', () => {
  expect(mergeText('Allt bra', 'Bussen går', 'Fibern saknas')).toBe('Bussen går Fibern saknas')
})

it('[Z1] whoever writes on behind the last word has not changed that word', () => {
  expect(mergeText('Busskur', 'Ny Busskur', 'Busskur vid skolan')).toBe('Ny Busskur vid skolan')
  expect(mergeText('', 'Byalaget', 'Vägenheten')).toBe('Byalaget Vägenheten')
  expect(mergeText('Buss', '', 'Buss i maj')).toBe('Buss i maj')
})

it('[Z1] whatever two people add to a text is there afterwards', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abcåäö'), minLength: 1, maxLength: 5 })
  const words = fc.array(word, { maxLength: 12 })
  fc.assert(
    fc.property(words, fc.nat(12), fc.nat(12), (base, a, b) => {
      const put = (at: number, added: string) => [...base.slice(0, at), added, ...base.slice(at)].join(' ')
      const merged = mergeText(base.join(' '), put(a, 'THEIRS'), put(b, 'MINE')).split(/\s+/)
      expect(merged).toContain('THEIRS')
      expect(merged).toContain('MINE')
      expect(merged.filter((one) => one !== 'THEIRS' && one !== 'MINE').join(' ')).toContain(
        base.join(' ').trim(),
      )
    }),
  )
})

it('[Z2] [Z3] answers and rows are written cell by cell, and taken away', () => {
  const { hall, cards } = hallWithCards(1)
  const noteId = cards[0] ?? ''
  hall.do(facilitator, { type: 'answerQuestion', noteId, text: 'Ja' })
  hall.do(facilitator, { type: 'answerQuestion', noteId, responsible: 'Vägenheten', due: 'maj' })
  expect(hall.state.report.answers[noteId]).toEqual({ text: 'Ja', responsible: 'Vägenheten', due: 'maj' })
  hall.do(facilitator, { type: 'answerQuestion', noteId, text: '', responsible: '', due: '' })
  expect(hall.state.report.answers).toEqual({})
  const rowId = hall.newOpId()
  const row = (cells: Record<string, string> | null) =>
    hall.do(facilitator, { type: 'setReportRow', list: 'actions', rowId, cells })
  row({ what: 'Busskur', nonsense: 'x' })
  row({ who: 'Byalaget' })
  expect(hall.state.report.rows.actions).toEqual([{ id: rowId, cells: { what: 'Busskur', who: 'Byalaget' } }])
  row(null)
  expect(hall.state.report.rows.actions).toEqual([])
})

it('[W3] [W4] many notes are sorted at once, split, merged and quoted', () => {
  const { hall, cards, theme } = hallWithCards(3)
  const [homes, buses] = [theme('Bostäder'), theme('Buss')]
  hall.do(facilitator, { type: 'sortNotes', noteIds: [...cards, 'gone'], add: [homes] })
  hall.do(facilitator, { type: 'sortNotes', noteIds: cards.slice(0, 1), add: [buses], remove: [homes] })
  hall.do(facilitator, { type: 'sortNotes', noteIds: cards.slice(1, 2), add: [buses] })
  const themesOf = (at: number) => hall.state.noteThemes[cards[at] ?? '']
  expect([themesOf(0), themesOf(1), themesOf(2)]).toEqual([[buses], [homes, buses], [homes]])
  hall.do(facilitator, { type: 'editReport', part: `theme:${buses}`, text: 'Kvällar saknas.' })
  hall.do(facilitator, { type: 'mergeThemes', themeId: buses, into: homes })
  expect([themesOf(0), themesOf(1), themesOf(2)]).toEqual([[homes], [homes], [homes]])
  expect(hall.state.report.texts).toEqual({ [`theme:${homes}`]: 'Kvällar saknas.' })
  expect(hall.refusal(facilitator, { type: 'mergeThemes', themeId: buses, into: homes })).toBe('themeUnknown')
  hall.do(facilitator, { type: 'markQuote', noteId: cards[1] ?? '', use: true })
  hall.do(facilitator, { type: 'markQuote', noteId: cards[1] ?? '', use: true })
  expect(hall.state.report.quotes).toEqual([cards[1]])
  hall.do(facilitator, { type: 'markQuote', noteId: cards[1] ?? '', use: false })
  expect(hall.state.report.quotes).toEqual([])
})

it('[Z3] what has one row gets no second one', () => {
  const { hall } = hallWithCards(0)
  const row = (rowId: string, stage: string) =>
    ({ type: 'setReportRow', list: 'approval', rowId, cells: { stage } }) as const
  hall.do(facilitator, row('only', 'draft'))
  hall.do(facilitator, row('only', 'comments'))
  expect(hall.refusal(facilitator, row('another', 'approved'))).toBe('reportFull')
  expect(hall.state.report.rows.approval).toEqual([{ id: 'only', cells: { stage: 'comments' } }])
})

it('[Z4] a note is on one side of a conclusion, and on none again', () => {
  const { hall, cards } = hallWithCards(2)
  const put = (noteId: string | undefined, side: 'for' | 'against' | null) =>
    hall.do(facilitator, { type: 'setClaimQuote', claimId: 'c1', noteId: noteId ?? '', side })
  put(cards[0], 'for')
  put(cards[1], 'for')
  put(cards[0], 'against')
  expect(hall.state.report.claimQuotes).toEqual([
    { claimId: 'c1', noteId: cards[1], side: 'for' },
    { claimId: 'c1', noteId: cards[0], side: 'against' },
  ])
  put(cards[1], null)
  expect(hall.state.report.claimQuotes).toEqual([{ claimId: 'c1', noteId: cards[0], side: 'against' }])
  expect(
    hall.refusal(helper, { type: 'setClaimQuote', claimId: 'c1', noteId: cards[0] ?? '', side: 'for' }),
  ).toBe('notYourRole')
})

it('[Z5] only the organiser links workshops: each once, never itself', () => {
  const { hall } = hallWithCards(0)
  const link = {
    type: 'linkWorkshops',
    workshops: [
      { workshopId: 'w0', as: 'part' },
      { workshopId: 'w0', as: 'place' },
      { workshopId: hall.state.id, as: 'part' },
    ],
  } as const
  expect(hall.refusal(facilitator, { ...link, workshops: [...link.workshops] })).toBe('notYourRole')
  hall.do(organiser, { ...link, workshops: [...link.workshops] })
  expect(hall.state.report.linked).toEqual([{ workshopId: 'w0', as: 'part' }])
})

it('[Z1] a part may be called like something every object has', () => {
  const { hall } = hallWithCards(0)
  for (const part of ['toString', 'constructor', 'hasOwnProperty']) {
    hall.do(facilitator, { type: 'editReport', part, text: 'Bussen', base: '' })
    expect(Object.entries(hall.state.report.texts)).toContainEqual([part, 'Bussen'])
  }
  expect(stateSchema.parse(JSON.parse(JSON.stringify(hall.state)))).toEqual(hall.state)
})

it('[Z1] [W4] [C2] what merging would make too long to be read again is refused', () => {
  const { hall, theme } = hallWithCards(0)
  const long = (word: string) => `${word} `.repeat(1_000).trim()
  const edit = (part: string, text: string, base: string) =>
    hall.refusal(facilitator, { type: 'editReport', part, text, base })
  expect(edit('summary', long('buss'), '')).toBeNull()
  expect(edit('summary', long('fiber'), '')).toBe('textTooLong')
  expect(edit('summary', `${long('buss')} och fiber`, long('buss'))).toBeNull()
  const [homes, buses] = [theme('Bostäder'), theme('Buss')]
  expect(edit(`theme:${homes}`, long('bostad'), '')).toBeNull()
  expect(edit(`theme:${buses}`, long('buss'), '')).toBeNull()
  expect(hall.refusal(facilitator, { type: 'mergeThemes', themeId: buses, into: homes })).toBe('textTooLong')
  expect(stateSchema.parse(hall.state)).toEqual(hall.state)
})

it('[C2] whatever is merged and quoted, the state can be read again', () => {
  const written = (some: readonly string[]) => some.join('').slice(0, 8_000).trim()
  const words = fc.array(fc.constantFrom('buss ', 'fiber\n', '  ', 'x'.repeat(1_500)), { maxLength: 20 })
  const edits = fc.array(fc.record({ part: fc.nat(2), text: words, base: words }), { maxLength: 12 })
  fc.assert(
    fc.property(edits, fc.nat(2), fc.nat(2), (writings, from, into) => {
      const { hall, theme } = hallWithCards(0)
      const themes = [theme('Bostäder'), theme('Buss'), theme('Fiber')]
      for (const { part, text, base } of writings) {
        const given = {
          part: `theme:${themes[part]}`,
          text: written(text),
          base: written(base),
        }
        hall.refusal(facilitator, { type: 'editReport', ...given })
        expect(stateSchema.parse(hall.state)).toEqual(hall.state)
      }
      hall.refusal(facilitator, {
        type: 'mergeThemes',
        themeId: themes[from] ?? '',
        into: themes[into] ?? '',
      })
      expect(stateSchema.parse(hall.state)).toEqual(hall.state)
    }),
    { numRuns: 100 },
  )
})

it('[W4] no more notes are quoted than can be read again', () => {
  const { hall, cards } = hallWithCards(1)
  const quotes = Array.from({ length: 2_000 }, (_, n) => `note-${n}`)
  hall.state = { ...hall.state, report: { ...hall.state.report, quotes } }
  const quote = { type: 'markQuote', noteId: cards[0] ?? '' } as const
  expect(hall.refusal(facilitator, { ...quote, use: true })).toBe('reportFull')
  expect(hall.refusal(facilitator, { ...quote, use: false })).toBeNull()
})
