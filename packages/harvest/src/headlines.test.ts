import { languages } from '@bordet/text'
import { expect, it } from 'vitest'
import { headlinesOf } from './headlines.ts'
import { buildReport } from './report.ts'
import { lindasaCafe, startedAt } from './testing/lindasaCafe.ts'

it('tells where, when and how many in every language, and what got the most dots, word for word', async () => {
  const { state, boards } = lindasaCafe()
  const report = buildReport({ state, boards, now: startedAt, timeZone: 'Europe/Stockholm' })
  const given = report.questions.flatMap(({ zones }) => zones.flatMap(({ notes }) => notes))
  const most = given.map(({ dots }) => dots ?? 0).sort((a, b) => b - a)
  for (const language of languages) {
    const { facts, top } = await headlinesOf(report, language)
    expect(facts.map(([, value]) => value)).toContain('Lindåsa')
    expect(facts.map(([, value]) => value)).toContain(String(report.participants))
    expect(top.map(({ dots }) => dots)).toEqual(most.slice(0, 3))
    for (const { text, dots } of top) expect(given).toContainEqual(expect.objectContaining({ text, dots }))
  }
  expect(most[0]).toBeGreaterThan(0)
})

it('has no list of dots where nobody voted', async () => {
  const { state, boards } = lindasaCafe()
  const report = buildReport({ state: { ...state, votes: {}, pastVotes: {} }, boards, now: startedAt })
  expect((await headlinesOf(report, 'sv')).top).toEqual([])
})
