import type { View } from '@bordet/workshop'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { followWorkshop, type Link } from './followWorkshop.ts'
import { createServerClock } from './serverClock.ts'
import type { Ending, Heard, Transport } from './transports.ts'
import { noteOf, viewOf } from './testing/viewOf.ts'

interface Line {
  way: string
  receive(event: Heard): void
  ended(ending: Ending): void
  stopped: boolean
}

/** Follows over three ways that do nothing until the test says so. */
function follow() {
  const lines: Line[] = []
  const links: Link[] = []
  const views: View[] = []
  const wayOf = (way: string): Transport => {
    return (_who, receive, ended) => {
      const line: Line = { way, receive, ended, stopped: false }
      lines.push(line)
      return () => (line.stopped = true)
    }
  }
  const clock = createServerClock()
  const following = followWorkshop(
    { workshopId: 'w1', key: 'k' },
    clock,
    { onView: (view) => views.push(view), onLink: (link) => links.push(link) },
    ['websocket', 'sse', 'poll'].map(wayOf),
  )
  const last = () => {
    const line = lines[lines.length - 1]
    if (!line) throw new Error('no line was opened')
    return line
  }
  return { lines, links, views, clock, following, last }
}

const snapshot = (view: Partial<View> = {}): Heard => ({ type: 'snapshot', version: 7, view: viewOf(view) })

describe('following a workshop', () => {
  beforeEach(() => void vi.useFakeTimers({ now: 0 }))
  afterEach(() => void vi.useRealTimers())

  it('lets the line go while nobody looks, and takes it up at once', () => {
    const { last, lines, links, following } = follow()
    last().receive(snapshot())
    following.rest()
    expect(lines.map(({ stopped }) => stopped)).toEqual([true])
    last().ended({ heard: true, denied: false, quiet: false })
    vi.advanceTimersByTime(600_000)
    expect(lines).toHaveLength(1)
    following.hurry()
    expect(lines.map(({ stopped }) => stopped)).toEqual([true, false])
    last().receive(snapshot())
    expect(links).toEqual(['connecting', 'live'])
  })

  it('is live from the first snapshot and applies the changes after it', () => {
    const { last, links, views } = follow()
    last().receive({ type: 'change', version: 6, serverTime: 1, set: { title: 'too early' } })
    last().receive(snapshot())
    last().receive({
      type: 'change',
      version: 8,
      serverTime: 1,
      set: {},
      notes: { changed: [noteOf('a', 1)], removed: [] },
    })
    expect(links).toEqual(['connecting', 'live'])
    expect(views.map((view) => [view.version, view.notes.length])).toEqual([
      [7, 0],
      [8, 1],
    ])
  })

  it('tries the next way when one lets nothing through, and the first again when one did', () => {
    const { last, lines } = follow()
    for (let i = 0; i < 3; i += 1) {
      last().ended({ heard: false })
      vi.advanceTimersByTime(20_000)
    }
    last().receive(snapshot())
    last().ended({ heard: true })
    vi.advanceTimersByTime(20_000)
    expect(lines.map((line) => line.way)).toEqual(['websocket', 'sse', 'poll', 'websocket', 'websocket'])
  })

  it('says offline only when a second try failed', () => {
    const { last, links } = follow()
    last().receive(snapshot())
    last().ended({ heard: true })
    expect(links).toEqual(['connecting', 'live', 'connecting'])
    vi.advanceTimersByTime(20_000)
    last().ended({ heard: false })
    expect(links).toEqual(['connecting', 'live', 'connecting', 'offline'])
  })

  it('stays live while polling looks for a better way', () => {
    const { last, links, lines } = follow()
    last().receive(snapshot())
    last().ended({ heard: true, quiet: true })
    expect(lines).toHaveLength(2)
    expect(links).toEqual(['connecting', 'live'])
  })

  it('stops for good when the key is denied', () => {
    const { last, links, lines, following } = follow()
    last().ended({ heard: false, denied: true })
    vi.advanceTimersByTime(60_000)
    following.hurry()
    expect(lines).toHaveLength(1)
    expect(links).toEqual(['connecting', 'denied'])
  })

  it('sets the clock by beats as well', () => {
    const { last, clock } = follow()
    last().receive({ type: 'beat', serverTime: 90_000 })
    expect(clock.now()).toBe(90_000)
  })

  it('hurries past a wait, but leaves a line alone that is alive', () => {
    const { last, lines, following } = follow()
    last().ended({ heard: false })
    following.hurry()
    expect(lines).toHaveLength(2)
    last().receive(snapshot())
    vi.advanceTimersByTime(10_000)
    following.hurry()
    expect(lines).toHaveLength(2)
  })

  it('replaces a line that slept through a beat', () => {
    const { last, lines, following } = follow()
    last().receive(snapshot())
    vi.setSystemTime(60_000)
    following.hurry()
    expect(lines[0]?.stopped).toBe(true)
    expect(lines).toHaveLength(2)
  })

  it('opens nothing more once closed', () => {
    const { last, lines, following } = follow()
    last().ended({ heard: false })
    following.close()
    vi.advanceTimersByTime(60_000)
    expect(lines).toHaveLength(1)
  })
})
