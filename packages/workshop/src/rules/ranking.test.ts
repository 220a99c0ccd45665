import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { facilitator, helper, participant, PretendHall, screen, worldCafe } from '../pretendHall.ts'
import type { Session } from '../session.ts'
import { placings } from './ranking.ts'

const anna = participant('person-1')
const bo = participant('person-2')

/** The vote also has people put what came out on top in order, and a phase of its own does without dots. */
function sessionWithRanking(): Session {
  const session = worldCafe()
  const zone = {
    id: 'first',
    scope: 'hall',
    kind: 'ranking',
    title: 'Först',
    color: 'sky',
    icon: 'star',
  } as const
  return {
    zones: [...session.zones, { ...zone, max: 2 }, { ...zone, id: 'order' }],
    phases: session.phases.map((phase) => {
      if (phase.id === 'dots') return { ...phase, zones: ['wall', 'first'] }
      return phase.id === 'tableharvest' ? { ...phase, zones: [...phase.zones, 'order'] } : phase
    }),
  }
}

function hallWithIdeas(texts: readonly string[]) {
  const hall = new PretendHall({ people: 3, session: sessionWithRanking() }).start('tableharvest')
  const ideas = texts.map((text) => hall.do(helper, { type: 'addNoteFor', table: 0, zone: 'wall', text }))
  return { hall, ideas }
}

describe('rank', () => {
  it('[J1] [J4] hands on what got most dots, with whoever shares the last place, and shows nothing before its time', () => {
    const { hall, ideas } = hallWithIdeas(['A', 'B', 'C', 'D'])
    const [a = '', b = '', c = '', d = ''] = ideas
    hall.start('dots')
    expect(hall.view(anna).ranking).toBeNull()
    expect(hall.refusal(anna, { type: 'rank', order: [a] })).toBe('rankingClosed')
    hall.do(anna, { type: 'castVotes', votes: { [a]: 2, [b]: 1 } })
    hall.do(bo, { type: 'castVotes', votes: { [c]: 1 } })
    hall.do(facilitator, { type: 'reveal' })
    expect(hall.view(anna).ranking?.items.map(({ noteId }) => noteId)).toEqual([a, b, c])
    expect(hall.refusal(anna, { type: 'rank', order: [d] })).toBe('voteTargetUnknown')
    expect(hall.view(facilitator).me.may).not.toContain('reveal')
    hall.do(anna, { type: 'rank', order: [c, a, b] })
    hall.do(bo, { type: 'rank', order: [c] })
    expect(hall.view(anna)).toMatchObject({
      own: { order: [c, a, b] },
      ranking: { people: null, revealed: false },
    })
    expect(hall.view(screen).ranking).toMatchObject({ people: 2, items: [{ result: null }, {}, {}] })
    hall.do(facilitator, { type: 'reveal' })
    expect(hall.view(bo).ranking?.items).toEqual([
      { noteId: c, text: 'C', result: { place: 1, mean: 1, placed: [2, 0, 0] } },
      { noteId: a, text: 'A', result: { place: 2, mean: 2.25, placed: [0, 1, 0] } },
      { noteId: b, text: 'B', result: { place: 3, mean: 2.75, placed: [0, 0, 1] } },
    ])
    expect(hall.refusal(anna, { type: 'rank', order: [a] })).toBe('rankingClosed')
    expect(hall.refusal(facilitator, { type: 'reveal' })).toBe('votingClosed')
  })

  it('[J1] takes what stands in the zone itself before anything else', () => {
    const { hall } = hallWithIdeas(['A'])
    const own = hall.do(helper, { type: 'addNoteFor', table: 0, zone: 'order', text: 'Bara denna' })
    expect(hall.view(anna).ranking?.items).toEqual([{ noteId: own, text: 'Bara denna', result: null }])
  })

  it('[J2] takes each once, from those who have no phone too, and an empty order back', () => {
    const { hall, ideas } = hallWithIdeas(['A', 'B'])
    const card = hall.do(anna, { type: 'addNote', zone: 'carry', text: 'Fibern' })
    expect(hall.view(anna).ranking?.items.map(({ noteId }) => noteId)).toContain(card)
    expect(hall.refusal(anna, { type: 'rank', order: [card, card] })).toBe('voteTargetUnknown')
    expect(hall.refusal(anna, { type: 'rank', order: [...ideas, 'none'] })).toBe('voteTargetUnknown')
    expect(hall.refusal(helper, { type: 'rank', order: [card] })).toBe('personUnknown')
    hall.do(helper, { type: 'rank', order: [card], personId: 'person-3' })
    hall.do(anna, { type: 'rank', order: [card] })
    hall.do(anna, { type: 'rank', order: [] })
    expect(hall.state.orders['tableharvest']).toEqual({ 'person-3': [card] })
    hall.do(facilitator, { type: 'pause' })
    expect(hall.refusal(anna, { type: 'rank', order: [card] })).toBe('phasePaused')
    hall.do(facilitator, { type: 'resume' })
    hall.wait(60)
    expect(hall.refusal(anna, { type: 'rank', order: [card] })).toBe('rankingClosed')
    expect(hall.refusal(helper, { type: 'rank', order: [card], personId: 'person-2' })).toBeNull()
  })

  it('[J4] hides the result again when the phase runs once more', () => {
    const { hall } = hallWithIdeas([])
    const card = hall.do(anna, { type: 'addNote', zone: 'carry', text: 'Fibern' })
    hall.do(anna, { type: 'rank', order: [card] })
    hall.do(facilitator, { type: 'reveal' })
    expect(hall.view(anna).ranking?.revealed).toBe(true)
    hall.wait(1).start('dots').wait(1).start('tableharvest')
    expect(hall.view(anna)).toMatchObject({ ranking: { revealed: false }, own: { order: [card] } })
    hall.do(facilitator, { type: 'undoPhase' })
    hall.do(facilitator, { type: 'undoPhase' })
    expect(hall.view(anna).ranking?.revealed).toBe(true)
  })
})

const ballots = fc.integer({ min: 1, max: 7 }).chain((count) => {
  const items = Array.from({ length: count }, (_, index) => `item-${index}`)
  const order = fc.shuffledSubarray(items, { minLength: 1 })
  return fc.record({ items: fc.constant(items), orders: fc.array(order, { maxLength: 12 }) })
})

describe('placings', () => {
  it('[J3] gives all places that there are, however many were left out', () => {
    fc.assert(
      fc.property(ballots, ({ items, orders }) => {
        fc.pre(orders.length > 0)
        const rows = placings(items, orders)
        expect(rows.map(({ id }) => id).sort()).toEqual([...items].sort())
        const sum = rows.reduce((total, { mean }) => total + mean, 0)
        expect(sum).toBeCloseTo((items.length * (items.length + 1)) / 2)
        for (const { mean, placed } of rows) {
          expect(mean).toBeGreaterThanOrEqual(1)
          expect(mean).toBeLessThanOrEqual(items.length)
          expect(placed).toHaveLength(items.length)
        }
        for (const index of items.keys())
          expect(rows.reduce((total, { placed }) => total + (placed[index] ?? 0), 0)).toBe(
            orders.filter((order) => order.length > index).length,
          )
      }),
    )
  })

  it('[J3] shares places exactly where means are equal, and knows neither who came first nor what stands first', () => {
    fc.assert(
      fc.property(ballots, ({ items, orders }) => {
        const rows = placings(items, orders)
        for (const row of rows) {
          const better = rows.filter(({ mean }) => mean < row.mean - 1e-9)
          expect(row.place).toBe(better.length + 1)
        }
        const placeOf = (all: typeof rows) => new Map(all.map(({ id, place }) => [id, place]))
        expect(placeOf(placings(items.toReversed(), orders.toReversed()))).toEqual(placeOf(rows))
      }),
    )
  })

  it('[J3] puts first what everybody puts first', () => {
    fc.assert(
      fc.property(ballots, ({ items, orders }) => {
        const [best = ''] = items
        const agreed = orders.map((order) => [best, ...order.filter((id) => id !== best)])
        fc.pre(agreed.length > 0 && items.length > 1)
        expect(placings(items, agreed).filter(({ place }) => place === 1)).toMatchObject([
          { id: best, mean: 1 },
        ])
      }),
    )
  })
})
