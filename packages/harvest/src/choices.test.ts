import { expect, it } from 'vitest'
import { buildReport } from './report.ts'
import { lindasaCafe, startedAt } from './testing/lindasaCafe.ts'
import { choiceLines, loadWords } from './words.ts'
import { writeMarkdown } from './writers/writeMarkdown.ts'

/** The café, with a working group, an order and an answer under the first question that has notes. */
function cafeThatChose() {
  const { state, boards } = lindasaCafe()
  const [one, two] = boards
    .flatMap(({ notes }) => notes ?? [])
    .filter(({ zone, deleted }) => zone === 'works' && !deleted)
  const [anna, bo, karin] = Object.keys(state.people)
  if (!one || !two || !anna || !bo || !karin) throw new Error('the café is empty')
  const name = (id: string, given: string) => {
    const person = state.people[id]
    if (!person) throw new Error('nobody')
    return { [id]: { ...person, name: given, leftAt: null } }
  }
  const people = {
    ...state.people,
    ...name(anna, 'Anna Ek'),
    ...name(bo, 'Bo Dal'),
    ...name(karin, 'Karin Å'),
  }
  const chosen = {
    groups: { [one.id]: { max: null, members: { [anna]: true, [bo]: false } } },
    orders: { r1: { [anna]: [two.id, one.id], [bo]: [two.id] } },
    consents: { r1: { [anna]: true, [bo]: true, [karin]: false } },
  }
  return { state: { ...state, people, ...chosen, status: 'closed' as const }, boards, one, two }
}

it('tells groups, an order and consent under their question, and names only who may be contacted', async () => {
  const { state, boards, one, two } = cafeThatChose()
  const report = buildReport({ state, boards, now: startedAt, timeZone: 'Europe/Stockholm' })
  const question = report.questions.find(({ phaseId }) => phaseId === 'r1')
  expect(question).toMatchObject({
    consent: { yes: 2, no: 1 },
    groups: [{ name: one.text, members: 2, names: ['Anna Ek'] }],
    ranking: {
      people: 2,
      items: [
        { text: two.text, place: 1, mean: 1, first: 2 },
        { text: one.text, place: 2, mean: 2, first: 0 },
      ],
    },
  })
  const json = JSON.stringify(report)
  for (const secret of ['Bo Dal', 'Karin Å', ...Object.keys(state.people)])
    expect(json).not.toContain(`"${secret}"`)
  if (!question) throw new Error('no question')
  expect(choiceLines(question, 'sv', await loadWords('sv'))).toEqual([
    '2 ja, 1 nej.',
    '2 personer satte i ordning:',
    `1. ${two.text} · i snitt plats 1,0 · först för 2`,
    `2. ${one.text} · i snitt plats 2,0 · först för 0`,
    `${one.text}: 2 personer är med. Får kontaktas: Anna Ek.`,
  ])
  const markdown = new TextDecoder().decode(await writeMarkdown(report, 'sv'))
  expect(markdown).toContain('Får kontaktas: Anna Ek.')
  expect(markdown).not.toContain('Bo Dal')
})

it('tells no order before it is revealed, while the workshop is open', () => {
  const { state, boards } = cafeThatChose()
  const report = buildReport({ state: { ...state, status: 'open' }, boards, now: startedAt })
  expect(report.questions.every(({ ranking }) => ranking === null)).toBe(true)
})

it('says how many dots came from paper, and what themes got', () => {
  const { state, boards } = lindasaCafe()
  const themes = [{ id: 'homes', name: 'Bostäder', at: 0 }]
  const votes = { anna: { homes: 1 }, 'paper:1x10': { homes: 20 } }
  const report = buildReport({
    state: { ...state, themes, votes, votesRevealed: true },
    boards,
    now: startedAt,
  })
  const vote = report.questions.find(({ kind }) => kind === 'vote')?.vote
  expect(vote).toMatchObject({ voters: 11, dots: 21, paper: 20, themes: [{ name: 'Bostäder', dots: 21 }] })
})
