/**
 * One person's place in the workshop, as long as the page is open: the view that is followed, the words on their way
 * and everything the person can ask for. Knows no screens.
 */
import {
  ApiError,
  createServerClock,
  followWorkshop,
  isDenied,
  newOpId,
  sendCommand,
  tellPresence,
  type Credentials,
  type Link,
  type ServerClock,
} from '@bordet/client'
import type { Ask, View } from '@bordet/workshop'
import { forget, keep, recall } from '../kept.ts'
import type { Entry, ZoneLook } from '../outbox/entry.ts'
import { openStore } from '../outbox/openStore.ts'
import { drop, putBack, queue, settleSeen } from '../outbox/outbox.ts'
import { ownNotes, type OwnNote } from '../outbox/ownNotes.ts'
import { sendOutbox } from '../outbox/sendOutbox.ts'
import { forgetSeat, rememberTable } from '../rememberedSeats.ts'
import { castBallot, type Ballot } from './castBallot.ts'
import { tellUnsent } from './tellUnsent.ts'

export interface SeatState {
  view: View | null
  link: Link
  /** Newest first, with what waits laid over what the server shows. */
  notes: readonly OwnNote[]
  /** Things done that the server has not got. */
  waiting: number
}

/** What came of something asked for directly: `done`, a refusal's code, or `offline` after some tries. */
export type Outcome = 'done' | 'offline' | { refused: string }

export interface Seat {
  who: Credentials
  owner: string
  /** Where the table's board opens with this person's key. */
  boardLink(table: number): string
  clock: ServerClock
  ballot: Ballot
  /** Numbers are given beside dots: neither may take the other's place. */
  scores: Ballot
  state(): SeatState
  /** How the zone of a note looked, if this phone ever saw it. */
  lookOf(zoneId: string): ZoneLook | undefined
  /** Resolves when the words are stored on the phone. */
  addNote(words: {
    zone: ZoneLook
    text: string
    part?: string | undefined
    pin?: [number, number] | undefined
    /** As a data URL. */
    photo?: string | undefined
    phaseId: string
    phaseName: string
    at: number
  }): Promise<void>
  editNote(noteId: string, text: string): Promise<void>
  removeNote(note: OwnNote): Promise<void>
  undoRemove(noteId: string): Promise<void>
  letGo(entry: Entry): Promise<void>
  ask(ask: Ask): Promise<Outcome>
  hurry(): void
  /** Nobody looks: only what is written goes on its way. */
  rest(): void
  close(): void
}

export interface SeatListener {
  onChange(): void
  onSaved(): void
}

let early: { who: Credentials; seat: Seat; listener: SeatListener } | null = null

/** Before there is anything to show it on: the line is on its way while words are fetched and the page is drawn. */
export function openSeatEarly(who: Credentials): void {
  const listener: SeatListener = { onChange: () => {}, onSaved: () => {} }
  early = { who, seat: openSeat(who, listener), listener }
}

/** The seat that was opened early, or a new one. */
export function takeSeat(who: Credentials, listener: SeatListener): Seat {
  const opened = early?.who.key === who.key ? early : null
  early = null
  if (!opened) return openSeat(who, listener)
  Object.assign(opened.listener, listener)
  return opened.seat
}

const undoMs = 10_000
const askPausesMs = [800, 2_000, 4_000]

function openSeat(who: Credentials, listener: SeatListener): Seat {
  // Enough of the key to tell people apart, too little to be one.
  const owner = `${who.workshopId}.${who.key.slice(-12)}`
  const clock = createServerClock()
  const store = openStore(owner)
  let view: View | null = null
  let link: Link = 'connecting'
  let looks = recall<Record<string, ZoneLook>>(`looks.${owner}`, {})
  let removed: { note: OwnNote; taken: readonly Entry[] }[] = []
  let isClosed = false
  let state: SeatState = { view, link, notes: [], waiting: 0 }

  const unsent = tellUnsent((count) => tellPresence(who, { unsent: count }))

  const refresh = () => {
    if (isClosed) return
    const entries = outbox.entries()
    const notes = ownNotes(view?.notes ?? [], {
      entries,
      answered: outbox.answered().map((done) => done.entry),
      removed: removed.map(({ note }) => note),
      stateOf: outbox.stateOf,
    })
    state = { view, link, notes, waiting: entries.filter((entry) => entry.refusal === null).length }
    unsent.holds(state.waiting)
    listener.onChange()
  }

  const deny = () => {
    link = 'denied'
    forgetSeat(who.key)
    following.close()
    refresh()
  }

  const outbox = sendOutbox({
    store,
    lockName: `bordet.outbox.${owner}`,
    send: (ask, opId) => sendCommand(who, ask, opId),
    sendPhoto: async (photo) => (await import('@bordet/client/photos')).sendPhoto(who, photo),
    isLive: () => link === 'live',
    onChange: () => refresh(),
    onSaved: () => listener.onSaved(),
    onDenied: deny,
  })

  const openBallot = (name: string) =>
    castBallot({
      owner: name,
      send: (choice, opId) => sendCommand(who, choice, opId),
      onChange: () => refresh(),
    })
  const ballot = openBallot(owner)
  const scores = openBallot(`scores.${owner}`)

  const sawView = (next: View) => {
    view = next
    if (next.me.table !== null) rememberTable(who.key, next.me.table)
    learnLooks(next)
    outbox.seen(next.version)
    ballot.seen(next.version)
    scores.seen(next.version)
    forgetOtherSheets(next)
    const seen = new Set(next.notes.filter((note) => note.mine).map((note) => note.id))
    const entries = outbox.entries()
    if (settleSeen(entries, seen) !== entries) void outbox.change((line) => settleSeen(line, seen))
    refresh()
  }

  /** In a form the phone goes from hand to hand: what one person began is not for the next one's eyes. */
  const forgetOtherSheets = ({ me }: View) => {
    const sheet = me.form?.sheet
    if (sheet === undefined || sheet === recall<string | null>(`sheet.${owner}`, null)) return
    keep(`sheet.${owner}`, sheet)
    for (const name of ['drafts', 'photo', 'edit']) forget(`${name}.${owner}`)
  }

  const learnLooks = ({ phase }: View) => {
    const unknown = phase.zones.filter((zone) => looks[zone.id]?.title !== zone.title)
    if (unknown.length === 0) return
    looks = { ...looks }
    for (const { id, title, icon, color } of unknown) looks[id] = { id, title, icon, color }
    keep(`looks.${owner}`, looks)
  }

  const following = followWorkshop(who, clock, {
    onView: sawView,
    onLink(next) {
      if (next === 'denied') return deny()
      const isBack = next === 'live' && link !== 'live'
      link = next
      if (isBack) {
        outbox.hurry()
        ballot.hurry()
        scores.hurry()
      }
      refresh()
    },
  })

  const newEntry = (noteId: string, opId = newOpId()) => ({
    opId,
    owner,
    noteId,
    at: Math.round(clock.now()),
  })
  const forgetRemovedLater = (noteId: string) => {
    setTimeout(() => {
      const waiting = [...outbox.entries(), ...outbox.answered().map((done) => done.entry)]
      const isComingBack = waiting.some(
        (entry) => entry.noteId === noteId && entry.ask.type === 'restoreNote',
      )
      if (isComingBack) return forgetRemovedLater(noteId)
      removed = removed.filter(({ note }) => note.id !== noteId)
      refresh()
    }, undoMs)
  }

  return {
    who,
    owner,
    boardLink: (table) => `/table/${encodeURIComponent(who.workshopId)}/${table}#${who.key}`,
    clock,
    ballot,
    scores,
    state: () => state,
    lookOf: (zoneId) => looks[zoneId],
    async addNote({ zone, text, part, pin, photo, phaseId, phaseName, at }) {
      const opId = newOpId()
      const writtenAt = Math.round(at)
      const ask = {
        type: 'addNote' as const,
        zone: zone.id,
        text,
        part,
        pin,
        sheet: view?.me.form?.sheet,
        phaseId,
        writtenAt,
      }
      await outbox.change((line) =>
        queue(line, {
          ...newEntry(opId, opId),
          at: writtenAt,
          ask,
          zone,
          phaseName,
          ...(photo === undefined ? {} : { photo }),
        }),
      )
    },
    async editNote(noteId, text) {
      const entry = { ...newEntry(noteId), ask: { type: 'editNote' as const, noteId, text } }
      await outbox.change((line) => queue(line, entry))
    },
    async removeNote(note) {
      const entry = { ...newEntry(note.id), ask: { type: 'removeNote' as const, noteId: note.id } }
      const taken = await outbox.change((line) => queue(line, entry))
      removed = [...removed.filter((other) => other.note.id !== note.id), { note, taken }]
      forgetRemovedLater(note.id)
      refresh()
    },
    async undoRemove(noteId) {
      const taken = removed.find(({ note }) => note.id === noteId)?.taken ?? []
      const entry = { ...newEntry(noteId), ask: { type: 'restoreNote' as const, noteId } }
      await outbox.change((line) => (taken.length > 0 ? putBack(line, taken) : queue(line, entry)))
    },
    async letGo(entry) {
      await outbox.change((line) => drop(line, entry.opId))
    },
    async ask(ask) {
      const opId = newOpId()
      for (let tries = 0; ; tries += 1) {
        try {
          await sendCommand(who, ask, opId)
          return 'done'
        } catch (error) {
          if (isDenied(error)) deny()
          if (error instanceof ApiError && error.status !== 429) return { refused: error.code }
          const pauseMs = askPausesMs[tries]
          if (pauseMs === undefined || isClosed) return 'offline'
          await new Promise((resolve) => setTimeout(resolve, pauseMs))
        }
      }
    },
    hurry() {
      following.hurry()
      outbox.hurry()
      ballot.hurry()
      scores.hurry()
    },
    rest: following.rest,
    close() {
      isClosed = true
      following.close()
      outbox.close()
      ballot.close()
      scores.close()
      unsent.close()
    },
  }
}
