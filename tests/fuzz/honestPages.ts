/** People at two tables who go on working while the server is attacked, and notice when anything is wrong. */
import { setTimeout as wait } from 'node:timers/promises'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import {
  boardRoots,
  moveNote,
  readNotes,
  rootNames,
  writeNote,
  type BoardNote,
} from '../../packages/board/src/index.ts'

export interface HonestPages {
  /** The longest that one page waited for another's change since it was last asked, in milliseconds. */
  takeWorstStall(): number
  /** The longest that this process itself came too late since it was last asked, in milliseconds: no fault of the server. */
  takeWorstLag(): number
  /** What is not as it should be: connections closed, notes changed, pages that differ. Ends the work until it is begun again. */
  findWrongs(): Promise<string[]>
  /** Each board in words, to compare: as it is now, and as it was when the pages opened it. */
  boards(): string[]
  firstSeen: readonly string[]
  /** Begins to change things. */
  work(): Promise<void>
  close(): void
}

interface Page {
  doc: Y.Doc
  provider: WebsocketProvider
}

const beatEveryMs = 25
const notesPerTable = 20

/** Each of the two tables has one who writes and one who watches. */
export async function openHonestPages(port: number): Promise<HonestPages> {
  const closed: string[] = []
  let isOver = false
  function open(room: string, name: string): Page {
    const page = openPage(port, room, name)
    page.provider.on('connection-close', (event) => {
      if (!isOver) closed.push(`${name} was closed with ${event?.code ?? 'nothing'}`)
    })
    return page
  }
  const tables = ['room-0', 'room-1'].map((room) => ({
    writer: open(room, `writer-${room}`),
    watcher: open(room, `watcher-${room}`),
  }))
  const pages = tables.flatMap(({ writer, watcher }) => [writer, watcher])
  await Promise.all(pages.map(whenSynced))
  const describeAll = () => tables.map(({ watcher }) => describeBoard(watcher.doc))
  const ids = tables.map(() => Array.from({ length: notesPerTable }, () => crypto.randomUUID()))
  let work: Awaited<ReturnType<typeof startWork>>[] = []

  return {
    firstSeen: describeAll(),
    async work() {
      work = await Promise.all(
        tables.map(({ writer, watcher }, i) => startWork(writer.doc, watcher.doc, ids[i] ?? [])),
      )
    },
    takeWorstStall: () => Math.max(...work.map((one) => one.takeWorstStall())),
    takeWorstLag: () => Math.max(...work.map((one) => one.takeWorstLag())),
    async findWrongs() {
      const wrongs = await Promise.all(work.map((one) => one.stop()))
      return [...closed.splice(0), ...wrongs.flat()]
    },
    boards: describeAll,
    close() {
      isOver = true
      for (const { doc, provider } of pages) {
        provider.destroy()
        doc.destroy()
      }
    },
  }
}

function openPage(port: number, room: string, name: string): Page {
  const doc = new Y.Doc()
  const polyfill: unknown = WebSocket
  const provider = new WebsocketProvider(`ws://127.0.0.1:${port}/sync`, room, doc, {
    protocols: ['bordet', `bearer.${name}`],
    params: { saved: '1' },
    disableBc: true,
    ...(isWebSocket(polyfill) && { WebSocketPolyfill: polyfill }),
  })
  // What is saved is said in a message of our own, which the stock provider does not know.
  provider.messageHandlers[4] = () => {}
  provider.awareness.setLocalState({ name })
  return { doc, provider }
}

function isWebSocket(polyfill: unknown): polyfill is typeof globalThis.WebSocket {
  return typeof polyfill === 'function'
}

function whenSynced({ provider }: Page): Promise<void> {
  return new Promise((resolve) => provider.once('sync', () => resolve()))
}

/** The writer moves notes of its own and beats; the watcher sees when. */
async function startWork(writer: Y.Doc, watcher: Y.Doc, ids: readonly string[]) {
  for (const [i, id] of ids.entries()) if (!boardRoots(writer).notes.has(id)) writeNote(writer, noteOf(id, i))
  await until(() => same(writer, watcher))
  const before = new Map(readNotes(writer).map((note) => [note.id, note]))
  const moved = new Map<string, readonly [number, number]>()
  const waiting = new Map<number, number>()
  let worstMs = 0
  let worstLagMs = 0
  let beats = 0
  let beatAt = performance.now()

  function beat(): void {
    beats += 1
    worstLagMs = Math.max(worstLagMs, performance.now() - beatAt - beatEveryMs)
    beatAt = performance.now()
    waiting.set(beats, performance.now())
    boardRoots(writer).shapes.set('shape:beat', beats)
    const id = ids[beats % ids.length]
    if (id === undefined) return
    moved.set(id, [beats % 500, 7])
    moveNote(writer, id, [beats % 500, 7])
  }

  function see(): void {
    const seen = Number(boardRoots(watcher).shapes.get('shape:beat'))
    for (const [number, at] of waiting) {
      if (number > seen) continue
      worstMs = Math.max(worstMs, performance.now() - at)
      waiting.delete(number)
    }
  }
  boardRoots(watcher).shapes.observe(see)
  const timer = setInterval(beat, beatEveryMs)

  return {
    takeWorstStall() {
      for (const at of waiting.values()) worstMs = Math.max(worstMs, performance.now() - at)
      const worst = worstMs
      worstMs = 0
      return worst
    },
    takeWorstLag() {
      const worst = worstLagMs
      worstLagMs = 0
      return worst
    },
    async stop(): Promise<string[]> {
      clearInterval(timer)
      boardRoots(watcher).shapes.unobserve(see)
      const wrongs: string[] = []
      let lost = 0
      if (!(await until(() => same(writer, watcher)))) wrongs.push('two pages of one board differ')
      const after = new Map(readNotes(watcher).map((note) => [note.id, note]))
      for (const [id, note] of before) {
        const expected: BoardNote = { ...note, pos: moved.get(id) ?? note.pos }
        if (!isSame(expected, after.get(id))) lost += 1
      }
      if (lost > 0) wrongs.push(`${lost} notes are not as they were`)
      const roots = [...watcher.share.keys()].filter((name) => !isRoot(name))
      if (roots.length > 0) wrongs.push(`there are unknown roots: ${roots.join()}`)
      if (
        boardRoots(watcher).zones.size !== boardRoots(writer).zones.size ||
        boardRoots(watcher).zones.size === 0
      )
        wrongs.push('zones are gone')
      return wrongs
    },
  }
}

const known: ReadonlySet<string> = new Set(rootNames)
const isRoot = (name: string) => known.has(name)

function noteOf(id: string, i: number) {
  return {
    id,
    zone: 'works',
    phase: 'p',
    text: `Bussen går inte efter klockan sex ${i}`,
    color: 'sky',
    by: 'table',
    via: 'board',
    at: 1,
    pos: [i * 10, i * 10],
  } as const
}

/** False after ten seconds. */
async function until(isTrue: () => boolean): Promise<boolean> {
  for (const deadline = performance.now() + 10_000; performance.now() < deadline;) {
    if (isTrue()) return true
    await wait(20)
  }
  return false
}

function same(a: Y.Doc, b: Y.Doc): boolean {
  const [mine, theirs] = [a, b].map((doc) => Y.encodeStateVector(doc))
  return (
    mine !== undefined &&
    theirs !== undefined &&
    isSame([...mine], [...theirs]) &&
    describeBoard(a) === describeBoard(b)
  )
}

function describeBoard(doc: Y.Doc): string {
  return JSON.stringify(
    rootNames.map((name) => Object.entries(doc.getMap(name).toJSON()).sort(([a], [b]) => (a < b ? -1 : 1))),
  )
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
