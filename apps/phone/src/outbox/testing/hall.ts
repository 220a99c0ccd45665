/**
 * A hall in miniature for tests of the outbox: one person with two tabs over one store, a network that loses,
 * delays and doubles, and a server that does each opId once. It also remembers what the person meant.
 */
import type { Entry, NoteAsk } from '../entry.ts'
import { markTried, nextToSend, putBack, queue, refuse, settle, settleSeen, textOf } from '../outbox.ts'

export type Step =
  | { do: 'add'; text: string }
  | { do: 'edit'; note: number; text: string }
  | { do: 'remove' | 'undo'; note: number }
  /** A tab sends the next entry, if it is not waiting for an answer. */
  | { do: 'send' | 'crash'; tab: number }
  /** A request on its way reaches the server, or never will. */
  | { do: 'arrive' | 'lose'; nth: number }
  | { do: 'answer' | 'loseAnswer'; nth: number }
  /** The view shows which notes there are. */
  | { do: 'look' }

interface Note {
  text: string
  removed: boolean
}

export interface HallOptions {
  refuseEvery?: number
  /** The server breaks on everything about this note of the person, and says so. */
  poisoned?: number
}

export function createHall(options: HallOptions = {}) {
  let line: readonly Entry[] = []
  let count = 0
  const meant = new Map<string, Note & { taken: readonly Entry[] }>()
  const server = new Map<string, Note>()
  const answersByOpId = new Map<string, string | null>()
  const waitingFor: (string | null)[] = [null, null]
  const failuresByOpId = new Map<string, number>()
  const poisoned = `n${options.poisoned ?? -1}`
  let requests: { tab: number; opId: string; ask: NoteAsk; noteId: string }[] = []
  let answers: { tab: number; opId: string; refusal: string | null }[] = []

  const put = (ask: NoteAsk, noteId: string) => {
    count += 1
    const opId = ask.type === 'addNote' ? noteId : `op${count}`
    const before = line
    line = queue(line, { opId, owner: 'p', ask, noteId, at: count })
    return before.filter((entry) => !line.includes(entry) && !line.some((other) => other.opId === entry.opId))
  }

  const judge = (opId: string, ask: NoteAsk, noteId: string): string | null => {
    const known = answersByOpId.get(opId)
    if (known !== undefined) return known
    const isRefused = options.refuseEvery !== undefined && answersByOpId.size % options.refuseEvery === 1
    const refusal = isRefused ? 'phaseOver' : perform(ask, noteId)
    answersByOpId.set(opId, refusal)
    return refusal
  }

  const perform = (ask: NoteAsk, noteId: string): string | null => {
    const note = server.get(noteId)
    if (ask.type === 'addNote') {
      if (note) throw new Error('a note came twice')
      server.set(noteId, { text: ask.text, removed: false })
      return null
    }
    if (!note) return 'noteUnknown'
    if (ask.type === 'editNote') note.text = ask.text
    else note.removed = ask.type === 'removeNote'
    return null
  }

  const hear = (answer: { tab: number; opId: string; refusal: string | null }) => {
    if (waitingFor[answer.tab] !== answer.opId) return
    waitingFor[answer.tab] = null
    line = answer.refusal === null ? settle(line, answer.opId) : refuse(line, answer.opId, answer.refusal)
  }

  const fail = ({ tab, opId }: { tab: number; opId: string }) => {
    if (waitingFor[tab] !== opId) return
    waitingFor[tab] = null
    failuresByOpId.set(opId, (failuresByOpId.get(opId) ?? 0) + 1)
  }

  const pick = <T>(list: T[], nth: number): T | undefined => list[nth % Math.max(1, list.length)]
  const noteAt = (index: number) => [...meant.entries()][index % Math.max(1, meant.size)]

  const act = {
    add(text: string) {
      const noteId = `n${meant.size}`
      meant.set(noteId, { text, removed: false, taken: [] })
      put({ type: 'addNote', zone: 'z', text }, noteId)
    },
    edit(index: number, text: string) {
      const [noteId, note] = noteAt(index) ?? []
      if (!noteId || !note || note.removed) return
      note.text = text
      put({ type: 'editNote', noteId, text }, noteId)
    },
    remove(index: number) {
      const [noteId, note] = noteAt(index) ?? []
      if (!noteId || !note || note.removed) return
      note.removed = true
      note.taken = put({ type: 'removeNote', noteId }, noteId)
    },
    undo(index: number) {
      const [noteId, note] = noteAt(index) ?? []
      if (!noteId || !note?.removed) return
      note.removed = false
      if (note.taken.length > 0) line = putBack(line, note.taken)
      else put({ type: 'restoreNote', noteId }, noteId)
      note.taken = []
    },
    send(tab: number) {
      const next = nextToSend(line, failuresByOpId)
      if (waitingFor[tab] !== null || !next) return
      line = markTried(line, next.opId)
      waitingFor[tab] = next.opId
      requests.push({ tab, opId: next.opId, ask: next.ask, noteId: next.noteId })
    },
    arrive(nth: number) {
      const request = pick(requests, nth)
      if (!request) return
      requests = requests.filter((other) => other !== request)
      if (request.noteId === poisoned) return fail(request)
      answers.push({ ...request, refusal: judge(request.opId, request.ask, request.noteId) })
    },
    lose(nth: number) {
      const request = pick(requests, nth)
      requests = requests.filter((other) => other !== request)
      if (request && waitingFor[request.tab] === request.opId) waitingFor[request.tab] = null
    },
    answer(nth: number) {
      const answer = pick(answers, nth)
      answers = answers.filter((other) => other !== answer)
      if (answer) hear(answer)
    },
    loseAnswer(nth: number) {
      const answer = pick(answers, nth)
      answers = answers.filter((other) => other !== answer)
      if (answer && waitingFor[answer.tab] === answer.opId) waitingFor[answer.tab] = null
    },
  }

  const take = (step: Step): void => {
    if (step.do === 'add') act.add(step.text)
    else if (step.do === 'edit') act.edit(step.note, step.text)
    else if (step.do === 'remove' || step.do === 'undo') act[step.do](step.note)
    else if (step.do === 'send') act.send(step.tab)
    // What the tab had sent may still reach the server; nobody will hear the answer.
    else if (step.do === 'crash') waitingFor[step.tab] = null
    else if (step.do === 'look') line = settleSeen(line, new Set(server.keys()))
    else if ('nth' in step) act[step.do](step.nth)
  }

  return {
    take,
    /** The network is back: everything that is on its way arrives, and what waits is sent. */
    heal() {
      waitingFor.fill(null)
      for (let i = 0; i < 500 && (requests.length > 0 || nextToSend(line)); i += 1) {
        act.send(i % 2)
        while (requests.length > 0) act.arrive(0)
        while (answers.length > 0) act.answer(0)
      }
    },
    entries: () => line,
    poisoned,
    onServer: () => plain(server, (noteId) => !isWithdrawn(noteId)),
    meant: () => plain(meant, (noteId) => !isWithdrawn(noteId)),
    /** Notes that still stand for the person, whose words are neither on the server nor in the line. */
    lostWords() {
      const inLine = (noteId: string, text: string) =>
        line.some((entry) => entry.noteId === noteId && textOf(entry) === text)
      return [...meant.entries()]
        .filter(([, note]) => !note.removed)
        .filter(([noteId, { text }]) => server.get(noteId)?.text !== text && !inLine(noteId, text))
        .map(([noteId]) => noteId)
    },
  }

  /** Removed before it ever left the phone: then the server never hears of it. */
  function isWithdrawn(noteId: string): boolean {
    return meant.get(noteId)?.removed === true && !server.has(noteId)
  }
}

function plain(notes: ReadonlyMap<string, Note>, keep: (noteId: string) => boolean) {
  return [...notes.entries()]
    .filter(([noteId]) => keep(noteId))
    .map(([noteId, { text, removed }]) => ({ noteId, text, removed }))
    .sort((a, b) => (a.noteId < b.noteId ? -1 : 1))
}
