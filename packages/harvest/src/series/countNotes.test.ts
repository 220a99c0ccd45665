import { expect, it } from 'vitest'
import { gatherPlaces, themeTrend, type Counts } from './countNotes.ts'

const counts: Counts = {
  places: [
    { place: 'Legsted', heldOn: '2025-12-01', notes: 20, sorted: 20 },
    { place: 'LEGSTED ', heldOn: '2026-03-01', notes: 12, sorted: 10 },
    { place: 'Gramby', heldOn: '2026-03-01', notes: 10, sorted: 10 },
    { place: 'Gramby', heldOn: '2026-07-01', notes: 5, sorted: 4 },
  ],
  themes: [
    { place: 'Legsted', heldOn: '2025-12-01', theme: 'Boliger', notes: 5, sources: 2 },
    { place: 'Legsted', heldOn: '2026-03-01', theme: 'Bostäder', notes: 5, sources: 1 },
    { place: 'Gramby', heldOn: '2026-03-01', theme: 'Bus', notes: 10, sources: 3 },
    { place: 'Gramby', heldOn: '2026-07-01', theme: 'Bus', notes: 4, sources: 3 },
  ],
}

it('puts all days of a town together, and a theme’s names in two languages', () => {
  expect(gatherPlaces(counts)).toMatchObject([
    { name: 'Gramby', notes: 15, sorted: 14, days: ['2026-03-01', '2026-07-01'] },
    {
      name: 'Legsted',
      notes: 32,
      sorted: 30,
      days: ['2025-12-01', '2026-03-01'],
      themes: [{ name: 'Boliger', count: 10, sources: 3 }],
    },
  ])
})

it('follows themes by day and by half-year, in all places and in one', () => {
  const byDay = themeTrend(counts, 'day', null)
  expect(byDay.periods.map(({ period, sorted, isFew }) => [period, sorted, isFew])).toEqual([
    ['2025-12-01', 20, false],
    ['2026-03-01', 20, false],
    ['2026-07-01', 4, true],
  ])
  expect(byDay.periods[1]?.places).toEqual(['Gramby', 'LEGSTED '])
  const homes = byDay.themes.find(({ name }) => name === 'Boliger')
  expect(homes?.periods).toEqual([
    { count: 5, share: 0.25 },
    { count: 5, share: 0.25 },
    { count: 0, share: 0 },
  ])
  const halves = themeTrend(counts, 'halfYear', null)
  expect(halves.periods.map(({ period }) => period)).toEqual(['2025-2', '2026-1', '2026-2'])
  const there = themeTrend(counts, 'halfYear', 'gramby')
  expect(there.periods.map(({ period }) => period)).toEqual(['2026-1', '2026-2'])
  expect(there.themes).toHaveLength(1)
  expect(themeTrend({ places: [], themes: [] }, 'day', null)).toEqual({ periods: [], themes: [] })
})
