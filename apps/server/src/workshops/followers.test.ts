import type { View } from '@bordet/workshop'
import type { Actor } from '@bordet/workshop/engine'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createFollowers, type Line } from './followers.ts'

const screen: Actor = { role: 'screen', personId: null, table: null }
const phone: Actor = { role: 'participant', personId: 'p', table: null }

function fakeLine() {
  const sent: unknown[] = []
  const line = {
    backlog: 0,
    closedWith: 0,
    beats: 0,
    sent,
    send: (json: string) => void sent.push(JSON.parse(json)),
    beat: () => void (line.beats += 1),
    backlogBytes: () => line.backlog,
    close: (code: number) => void (line.closedWith = code),
  }
  return line satisfies Line
}

describe('followers', () => {
  let view: Partial<View>
  const followers = () =>
    createFollowers({
      // Only the keys that a test looks at: followers compare keys without knowing them.
      viewsAt: () => (): View => JSON.parse(JSON.stringify({ notes: [], ...view, serverTime: Date.now() })),
      admits: () => true,
      now: () => Date.now(),
      gatherMs: 100,
    })

  beforeEach(() => {
    vi.useFakeTimers({ now: 1_000_000 })
    view = { version: 1, title: 'A' }
    return () => void vi.useRealTimers()
  })

  it('get the first change at once and the next ones gathered', async () => {
    const all = followers()
    const line = fakeLine()
    all.add(screen, line)
    for (const [version, title] of [
      [2, 'B'],
      [3, 'C'],
    ] as const) {
      view = { version, title }
      all.changed()
      await vi.advanceTimersByTimeAsync(1)
    }
    view = { version: 4, title: 'D' }
    all.changed()
    expect(line.sent).toHaveLength(2)
    await vi.advanceTimersByTimeAsync(100)
    expect(line.sent.slice(1)).toMatchObject([
      { version: 2, set: { title: 'B' } },
      { version: 4, set: { title: 'D' } },
    ])
  })

  it('hear at once what somebody who runs the evening did, however much else is going on', async () => {
    const all = followers()
    const line = fakeLine()
    all.add(screen, line)
    view = { version: 2, title: 'B' }
    all.changed()
    await vi.advanceTimersByTimeAsync(1)
    view = { version: 3, title: 'C' }
    all.changed()
    all.changedNow()
    await vi.advanceTimersByTimeAsync(1)
    expect(line.sent.slice(1)).toMatchObject([{ version: 2 }, { version: 3 }])
  })

  it('on phones hear of the rest of the hall once a second, of what concerns them at once', async () => {
    const all = followers()
    const line = fakeLine()
    all.add(phone, line)
    const change = async (next: object) => {
      view = { ...view, version: (view.version ?? 0) + 1, ...next }
      all.changed()
      await vi.advanceTimersByTimeAsync(150)
    }
    await change({ peopleCount: 1 })
    await change({ peopleCount: 2 })
    await change({ peopleCount: 3 })
    expect(line.sent.slice(1)).toMatchObject([{ version: 2, set: { peopleCount: 1 } }])
    await change({ title: 'B' })
    expect(line.sent.slice(2)).toMatchObject([{ version: 5, set: { peopleCount: 3, title: 'B' } }])
    await change({ peopleCount: 4 })
    expect(line.sent).toHaveLength(3)
    await vi.advanceTimersByTimeAsync(1000)
    expect(line.sent.slice(3)).toMatchObject([{ version: 6, set: { peopleCount: 4 } }])
  })

  it('get of a vote that goes on only what differs, and phones the number of voters once a second', async () => {
    const all = followers()
    const [line, wall] = [fakeLine(), fakeLine()]
    all.add(phone, line)
    all.add(screen, wall)
    const targets = [{ noteId: 'n', text: 'Fibern', dots: null, paper: null }]
    const vote = {
      budget: 3,
      open: true,
      revealed: false,
      targets,
      voters: 0,
      mine: {},
      paperDots: 0,
      sheets: null,
    }
    const change = async (next: View['vote']) => {
      view = { ...view, version: (view.version ?? 0) + 1, vote: next }
      all.changed()
      await vi.advanceTimersByTimeAsync(150)
    }
    await change(null)
    await change(vote)
    expect(line.sent.at(-1)).toMatchObject({ set: { vote } })
    await change({ ...vote, voters: 1 })
    await change({ ...vote, voters: 2 })
    expect(wall.sent.at(-1)).toMatchObject({ set: {}, vote: { voters: 2 } })
    expect(line.sent).toHaveLength(3)
    await change({ ...vote, voters: 3, mine: { n: 1 } })
    expect(line.sent.at(-1)).toEqual({
      type: 'change',
      version: 6,
      serverTime: expect.any(Number),
      set: {},
      vote: { voters: 3, mine: { n: 1 } },
    })
    await change(null)
    expect(line.sent.at(-1)).toMatchObject({ set: { vote: null } })
    await change(vote)
    expect(line.sent.at(-1)).toMatchObject({ set: { vote } })
    await change({ ...vote, revealed: true, targets: [{ noteId: 'n', text: 'Fibern', dots: 4, paper: 0 }] })
    expect(line.sent.at(-1)).toMatchObject({ vote: { revealed: true, targets: [{ dots: 4 }] } })
  })

  it('that read slowly get the sum later, and are closed with 4408 when they never drain', async () => {
    const all = followers()
    const line = fakeLine()
    all.add(screen, line)
    line.backlog = 1_000_000
    view = { version: 2, title: 'B' }
    all.changed()
    await vi.advanceTimersByTimeAsync(200)
    expect(line.sent).toHaveLength(1)
    line.backlog = 0
    view = { version: 3, title: 'B' }
    all.changed()
    await vi.advanceTimersByTimeAsync(200)
    expect(line.sent.at(-1)).toMatchObject({ version: 3, set: { title: 'B' } })
    line.backlog = 1_000_000
    all.beat()
    await vi.advanceTimersByTimeAsync(21_000)
    all.beat()
    expect(line.closedWith).toBe(4408)
    expect(all.count()).toBe(0)
  })
})
