/**
 * A page at a table with a network that delays, stalls and cuts: it speaks as a stock WebsocketProvider does, goes on
 * writing while it is cut off, and comes back with what it wrote. It keeps account of what it was told is safe.
 */
import { boardRoots, markRemoved, moveNote, readNotes, setNoteText, writeNote } from '@bordet/board'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { readSyncMessage, writeSyncStep1, writeUpdate } from 'y-protocols/sync'
import * as Y from 'yjs'
import { limits } from '../limits.ts'
import { bodyOf } from '../messages.ts'
import type { Member, Room } from '../room.ts'
import { drawClientId, type World } from './world.ts'

export interface PageParts {
  world: World
  name: string
  boardId: string
  /** Null while the server is down. */
  openRoom(boardId: string): Promise<{ room: Room; isAlive: () => boolean }> | null
  /** It took this update in, which came from the server: all of it must be on the disk by now. */
  sawFromServer(page: Page, update: Uint8Array): void
  acknowledged(page: Page, clock: number): void
  wrong(what: string): void
}

export interface Page {
  readonly name: string
  readonly boardId: string
  readonly doc: Y.Doc
  /** What it wrote, each once on the board at the end. */
  readonly tokens: Set<string>
  /** Its own clock up to which it was told that all is safe. */
  acknowledgedClock: number
  isOnline(): boolean
  connect(): void
  /** The network is gone; the server notices now or later. */
  cut(): void
  edit(): void
  /** Reads nothing for a while. */
  setSlow(isSlow: boolean): void
  /** Updates that it sent lately, on any connection. */
  lastSaid(): readonly Uint8Array[]
}

interface Line {
  /** Null until the server let it in. */
  member: Member | null
  /** A message overtook another: the server may close such a line, and nothing else may come of it. */
  isJumbled: boolean
  close(): void
  send(bytes: Uint8Array): void
}

export function createPage(parts: PageParts): Page {
  const { world, name, boardId } = parts
  const doc = new Y.Doc()
  doc.clientID = drawClientId(world)
  const tokens = new Set<string>()
  let line: Line | null = null
  /** Own clock after each document message of this connection. */
  let sent: number[] = []
  /** Updates sent on any connection, for saying them again. (An answer said again would lie: it is no answer.) */
  let said: Uint8Array[] = []
  let bufferedBytes = 0
  let serial = 0

  const page: Page = {
    name,
    boardId,
    doc,
    tokens,
    acknowledgedClock: 0,
    isOnline: () => line !== null,
    connect,
    cut,
    edit,
    setSlow(isSlow) {
      bufferedBytes = isSlow ? limits.tooSlowBytes + 1 : 0
    },
    lastSaid: () => said.map(bodyOf),
  }

  function connect(): void {
    if (line) return
    const opening = parts.openRoom(boardId)
    if (opening === null) return
    const own: Line = { member: null, isJumbled: false, close() {}, send() {} }
    let isUp = true
    let upAt = 0
    let downAt = 0
    let isAlive = () => true
    const waiting: Uint8Array[] = []
    line = own
    sent = []
    const later = (at: number, run: () => void): number => {
      // Nothing overtakes anything on one line.
      const due = Math.max(at + 0.001, world.nowMs + world.chance() * (world.chance() < 0.05 ? 800 : 60))
      world.after(due - world.nowMs, run)
      return due
    }
    own.send = (bytes) => {
      upAt = later(upAt, () => {
        if (!isUp) return
        if (!own.member) waiting.push(bytes)
        else if (isAlive()) own.member.receive(bytes)
      })
    }
    /** What the server closes, it closes for itself at once; the page hears of it later. */
    const closed = (code: number) => {
      if (code >= 4400 && code !== 4408 && code !== 4429 && !own.isJumbled)
        parts.wrong(`${name} was closed with ${code}`)
      downAt = later(downAt, hangUp)
    }
    const hangUp = () => {
      if (!isUp) return
      isUp = false
      if (line === own) line = null
    }
    own.close = () => {
      hangUp()
      const leave = () => isAlive() && own.member?.leave()
      world.after(world.chance() < 0.3 ? 5000 * world.chance() : 0, leave)
    }
    opening.then(
      ({ room, isAlive: alive }) => {
        isAlive = alive
        if (!isUp || !alive()) return
        try {
          own.member = room.join(
            {
              send(messages) {
                for (const bytes of messages) downAt = later(downAt, () => isUp && take(bytes))
              },
              bufferedBytes: () => bufferedBytes,
              close(code) {
                own.member?.leave()
                closed(code)
              },
            },
            { mayRead: true, mayWrite: () => true, by: `key of ${name}`, wantsSaved: true },
          )
        } catch {
          return hangUp()
        }
        for (const bytes of waiting.splice(0)) own.member.receive(bytes)
      },
      () => hangUp(),
    )
    own.send(message((encoder) => writeSyncStep1(encoder, doc)))
  }

  function cut(): void {
    line?.close()
    line = null
  }

  function take(bytes: Uint8Array): void {
    const decoder = decoding.createDecoder(bytes)
    const type = decoding.readVarUint(decoder)
    if (type === 4) {
      const count = decoding.readVarUint(decoder)
      const clock = sent[count - 1]
      if (clock === undefined)
        return parts.wrong(`${name} was told of ${count} messages and sent ${sent.length}`)
      page.acknowledgedClock = Math.max(page.acknowledgedClock, clock)
      return parts.acknowledged(page, clock)
    }
    if (type !== 0) return
    const answer = message((encoder) => void readSyncMessage(decoder, encoder, doc, 'server'))
    if (answer.length > 1) sendDocument(answer)
    if (bytes[1] !== syncStep1) parts.sawFromServer(page, bodyOf(bytes))
  }

  function sendDocument(bytes: Uint8Array): void {
    if (!line) return
    const to = Y.parseUpdateMeta(bodyOf(bytes)).to.get(doc.clientID) ?? 0
    sent.push(Math.max(to, sent.at(-1) ?? 0))
    line.send(bytes)
    if (bytes[1] === syncUpdate) said = [...said.slice(-20), bytes]
  }

  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin === 'server') return
    const bytes = message((encoder) => writeUpdate(encoder, update))
    if (line && world.chance() < 0.01) sendLate(bytes, line)
    else sendDocument(bytes)
    if (world.chance() < 0.1) sendDocument(world.chance() < 0.5 ? bytes : world.oneOf([bytes, ...said]))
  })

  /** What is written meanwhile overtakes it. */
  function sendLate(bytes: Uint8Array, own: Line): void {
    own.isJumbled = true
    world.tell(`${name}: a message is overtaken`)
    world.after(world.chance() * 500, () => own === line && sendDocument(bytes))
  }

  function edit(): void {
    const token = `<${name}.${(serial += 1)}>`
    const notes = readNotes(doc)
    const shapes = boardRoots(doc).shapes
    const choice = world.pick(10)
    if (choice < 3 || notes.length === 0) {
      tokens.add(token)
      const pos = [world.pick(900), world.pick(900)] as const
      writeNote(doc, { ...seed, id: uuid(world), text: token, at: world.nowMs, pos })
    } else if (choice < 6) {
      const { id, text } = world.oneOf(notes)
      const at = world.pick(text.split('>').length) === 0 ? 0 : text.length
      tokens.add(token)
      setNoteText(doc, id, text.slice(0, at) + token + text.slice(at))
    } else if (choice === 6) moveNote(doc, world.oneOf(notes).id, [world.pick(900), world.pick(900)])
    else if (choice === 7) markRemoved(doc, world.oneOf(notes).id, world.chance() < 0.5)
    else if (choice === 8) shapes.set(`shape:${world.pick(6)}`, { id: token })
    else shapes.delete(`shape:${world.pick(6)}`)
  }

  return page
}

const syncStep1 = 0
const syncUpdate = 2
const seed = { zone: 'z', phase: 'p', color: 'sky', by: 'table', via: 'board' } as const

export function uuid(world: World): string {
  const hex = Array.from({ length: 32 }, () => world.pick(16).toString(16)).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

function message(write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, 0)
  write(encoder)
  return encoding.toUint8Array(encoder)
}
