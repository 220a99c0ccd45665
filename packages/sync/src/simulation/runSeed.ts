/**
 * One evening in a hall where everything goes wrong, from one number: pages that write, fall silent and come back, a
 * server that is killed at any await, a disk that is slow and fails. Afterwards all is healed, and everybody must have
 * the same board with everything on it that anybody was told is safe.
 */
import { placeNote, readNotes, seedZones } from '@bordet/board'
import * as Y from 'yjs'
import { encodeBoard } from '../encodeBoard.ts'
import { createRooms, type BoardEdit, type Rooms } from '../rooms.ts'
import { greet, isSame, textOf } from './boardContent.ts'
import { createDisk, deletedIn, type Fault } from './disk.ts'
import { createMallory, type Mallory } from './mallory.ts'
import { createPage, uuid, type Page } from './page.ts'
import { clockIn, createWorld, drawClientId, type World } from './world.ts'

export interface SeedResult {
  /** What did not hold; empty when all is well. */
  violations: string[]
  story: readonly string[]
}

const boardIds = ['b1', 'b2'] as const
const zone = { id: 'z', title: 'Det här saknas', kind: 'notes', color: 'sun', icon: 'gap' } as const
const troubleMs = 25_000
/** By the seed: how bad and how slow the disk is, and how soon a quiet board gives up its document. */
const houses = [
  { failingPercent: 0.4, writeMs: 15, sleepMs: 10_000 },
  { failingPercent: 0.4, writeMs: 15, sleepMs: 150 },
  { failingPercent: 3, writeMs: 15, sleepMs: 1000 },
  { failingPercent: 8, writeMs: 120, sleepMs: 10_000 },
] as const

interface Server {
  rooms: Rooms
  isAlive: boolean
  appendAll: (updates: { boardId: string; bytes: Uint8Array }[]) => Promise<void>
}

export interface SeedOptions {
  fault?: Fault
  /** So many come, each with something written before, while the board takes three seconds to load. */
  crowd?: number
}

export async function runSeed(seed: number, { fault, crowd = 0 }: SeedOptions = {}): Promise<SeedResult> {
  const world = createWorld(seed)
  const first = new Map(boardIds.map((id) => [id, firstState(world)]))
  const { failingPercent, writeMs, sleepMs } = houses[seed % houses.length] ?? houses[0]
  const disk = createDisk(world, first, { failingPercent, writeMs, fault })
  const violations: string[] = []
  /** Notes that the server wrote and somebody was told of. */
  const promised = new Map<string, string>()
  /** Notes of changes that threw: on no board, ever. */
  const takenBack = new Set<string>()
  const mallories = new Map<string, Mallory>(boardIds.map((id) => [id, createMallory(world)]))
  /** What pages were told by the server, by board. */
  const told = new Map<string, Uint8Array[]>(boardIds.map((id) => [id, []]))
  const gone: Page[] = []
  let server: Server | null = null
  let pages: Page[] = []
  let named = 0

  function wrong(what: string): void {
    world.tell(`VIOLATION ${what}`)
    violations.push(what)
  }

  function start(): void {
    const own = { isAlive: true }
    const storage = disk.open(() => own.isAlive)
    const rooms = createRooms({
      storage,
      clock: clockIn(world, () => own.isAlive),
      idleMs: 3000,
      sleepMs,
      drawClientId: () => drawClientId(world),
      log: (event, facts) => world.tell(`server: ${event} ${Object.values(facts).join(' ')}`),
      compactAfter: { updates: 6, bytes: 3000 },
      async encodeBoard(parts) {
        await new Promise<void>((resolve) => world.after(world.chance() * 400, resolve))
        if (world.chance() < 0.1) throw new Error('The worker died')
        return encodeBoard(parts)
      },
    })
    server = Object.assign(own, { rooms, appendAll: storage.appendAll })
    world.tell('server: starts')
  }

  function kill(): void {
    if (server) server.isAlive = false
    server = null
    disk.crash()
    world.tell('server: killed')
    for (const page of pages) world.after(world.chance() * 1000, page.cut)
    world.after(500 + world.chance() * 2000, () => server ?? start())
  }

  function addPage(boardId: string): Page {
    const page = createPage({
      world,
      name: `p${(named += 1)}`,
      boardId,
      openRoom(id) {
        const own = server
        return own && own.rooms.open(id).then((room) => ({ room, isAlive: () => own.isAlive }))
      },
      sawFromServer: checkSeen,
      acknowledged(page, clock) {
        if (disk.clockOf(boardId, page.doc.clientID) < clock)
          wrong(`${page.name} was told that its clock ${clock} is safe before it was`)
      },
      wrong,
    })
    pages.push(page)
    return page
  }

  function checkSeen(page: Page, update: Uint8Array): void {
    told.get(page.boardId)?.push(update)
    for (const { client, clock } of deletedIn(update)) {
      if (!disk.isDeleted(page.boardId, client, clock))
        wrong(`${page.name} saw a deletion that is not on the disk`)
    }
    for (const [client] of page.doc.store.clients) {
      if (client === page.doc.clientID) continue
      if (Y.getState(page.doc.store, client) > disk.clockOf(page.boardId, client))
        wrong(`${page.name} saw what is not on the disk`)
    }
  }

  async function writeAsPhone(): Promise<void> {
    const own = server
    if (!own) return
    const ids = world.chance() < 0.3 ? boardIds : [world.oneOf(boardIds)]
    const notes = ids.map((boardId) => ({ boardId, id: uuid(world) }))
    const isThrowing = world.chance() < 0.15
    try {
      const rooms = await Promise.all(ids.map((id) => own.rooms.open(id)))
      if (!own.isAlive) return
      const edits = rooms.map((room, i) => ({ room, edit: placePhoneNote(notes[i]?.id ?? '') }))
      if (isThrowing) breakLast(edits, notes)
      await changeAll(own, edits)
    } catch {
      return
    }
    if (!own.isAlive) return
    if (isThrowing) wrong('a change that threw was saved')
    for (const { id, boardId } of notes) promised.set(id, boardId)
    world.tell(`phone: ${notes.length} safe`)
  }

  /** After all that it does, so that there is something to undo. */
  function breakLast(edits: BoardEdit[], notes: readonly { id: string }[]): void {
    const last = edits.at(-1)
    if (!last) return
    const { edit } = last
    last.edit = (doc) => {
      edit(doc)
      throw new Error('There is no such zone')
    }
    for (const { id } of notes) takenBack.add(id)
  }

  async function changeAll({ rooms, appendAll }: Server, edits: BoardEdit[]): Promise<void> {
    const [only, ...more] = edits
    if (only && more.length === 0) await only.room.change(only.edit)
    else await rooms.change(edits, appendAll)
  }

  function actOnce(): void {
    const page = world.oneOf(pages)
    const choice = world.pick(100)
    if (choice < 60) page.edit()
    else if (choice < 72) for (let i = 0; i < 1 + world.pick(3); i += 1) void writeAsPhone()
    else if (choice < 82) {
      world.tell(`${page.name}: ${page.isOnline() ? 'cut off' : 'comes back'}`)
      if (page.isOnline()) page.cut()
      else page.connect()
    } else if (choice < 92) page.connect()
    else if (choice < 94) page.setSlow(world.chance() < 0.5)
    else if (choice < 96) closeTab(page)
    else if (choice < 97) kill()
    else if (choice < 99) besiege(page.boardId)
    else rush(page.boardId)
  }

  async function comeInCrowd(size: number): Promise<void> {
    kill()
    await world.runUntil(world.nowMs + 3000)
    disk.slowDown(3000)
    for (let i = 0; i < size; i++) {
      const page = addPage('b1')
      page.edit()
      page.connect()
    }
  }

  /** Somebody closes the tab and opens it again: what was not safe is lost with it, by right. */
  function closeTab(page: Page): void {
    world.tell(`${page.name}: closes the tab`)
    page.cut()
    pages = pages.filter((other) => other !== page)
    gone.push(page)
    addPage(page.boardId).connect()
  }

  /** Many at once at a board that may just be loading, one of them up to no good. */
  function rush(boardId: string): void {
    if (pages.length > 12) return
    world.tell(`rush to ${boardId}`)
    for (let i = 0; i < 4; i++) addPage(boardId).connect()
    attack(boardId)
  }

  /** Some waves while people write: that which breaks comes before, among and after what they say. */
  function besiege(boardId: string): void {
    for (let wave = 0; wave < 3; wave += 1) world.after(wave * 20, () => attack(boardId))
    for (const page of pages) if (page.boardId === boardId) page.edit()
  }

  /** With what anybody on the board could have. */
  function attack(boardId: string): void {
    const own = server
    own?.rooms.open(boardId).then(
      (room) => {
        if (!own.isAlive) return
        // Not of those whose client ids are nobody's yet: whoever speaks with one first is its owner.
        const here = pages.filter((page) => page.boardId === boardId && page.acknowledgedClock > 0)
        const others = here.map(({ doc }) => doc.clientID)
        const overheard = [
          ...(told.get(boardId)?.slice(-20) ?? []),
          ...here.flatMap((page) => page.lastSaid()),
        ]
        world.tell(`mallory: attacks ${boardId}`)
        mallories.get(boardId)?.visit(room, { board: disk.build(boardId), others, overheard })
      },
      () => {},
    )
  }

  start()
  for (let i = 0; i < 4; i++) addPage(world.oneOf(boardIds)).connect()
  if (crowd > 0) await comeInCrowd(crowd)
  while (world.nowMs < 1_000_000 + troubleMs) {
    await world.runUntil(world.nowMs + world.chance() * 400)
    actOnce()
  }
  world.tell('all is healed')
  disk.setTroubled(false)
  if (!server) start()
  for (const page of pages) page.setSlow(false)
  for (let i = 0; i < 12; i++) {
    for (const page of pages) page.connect()
    await world.runUntil(world.nowMs + 2000)
  }
  for (const boardId of boardIds) await compare(boardId)
  return { violations, story: world.story }

  async function compare(boardId: string): Promise<void> {
    const stored = disk.build(boardId)
    const expected = textOf(stored)
    if (stored.store.pendingStructs !== null) wrong(`${boardId} waits on the disk for what is not there`)
    const here = pages.filter((page) => page.boardId === boardId)
    for (const page of here) {
      if (!page.isOnline()) wrong(`${page.name} is not connected at the end`)
      if (textOf(page.doc) !== expected) wrong(`${page.name} has another board than the disk`)
    }
    const opening = server?.rooms
      .open(boardId)
      .then((room) => ({ room, newcomer: greet(room) }))
      .catch(() => null)
    await world.runUntil(world.nowMs + 4000)
    const opened = await opening
    if (!opened) return wrong(`${boardId} is not opened at the end`)
    const { room, newcomer } = opened
    if (textOf(room.doc) !== expected) wrong(`the server has another ${boardId} than the disk`)
    if (!isSame(newcomer, room.doc)) wrong(`the bytes of ${boardId} are another board than its document`)
    const words = readNotes(stored)
      .map(({ text }) => text)
      .join(' ')
    for (const page of [...here, ...gone.filter((one) => one.boardId === boardId)]) {
      if (Y.getState(stored.store, page.doc.clientID) < page.acknowledgedClock)
        wrong(`${page.name} lost what it was told is safe`)
      for (const token of page.tokens) {
        const times = words.split(token).length - 1
        if (times > 1) wrong(`${token} stands ${times} times`)
        if (times === 0 && here.includes(page)) wrong(`${token} is lost`)
      }
    }
    const ids = readNotes(stored).map(({ id }) => id)
    for (const note of stored.getMap('notes').values()) {
      const isWhole = note instanceof Y.Map && ['text', 'color', 'zone'].every((field) => note.has(field))
      if (!isWhole) wrong('a note is there without what makes it one')
    }
    if (ids.some((id) => takenBack.has(id))) wrong('a note of a change that threw is there')
    for (const [id, onBoard] of promised) {
      if (onBoard === boardId && ids.filter((other) => other === id).length !== 1)
        wrong(`a phone's note was safe and stands ${ids.filter((other) => other === id).length} times`)
    }
  }
}

function placePhoneNote(id: string): (doc: Y.Doc) => void {
  const note = {
    id,
    zone: 'z',
    phase: 'p',
    text: 'x',
    color: 'sky',
    by: 'participant',
    via: 'phone',
    at: 1,
  } as const
  return (doc) => placeNote(doc, note)
}

function firstState(world: World): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = drawClientId(world)
  seedZones(doc, [zone])
  return Y.encodeStateAsUpdate(doc)
}
