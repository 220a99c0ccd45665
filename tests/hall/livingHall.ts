/**
 * Thirty simulated people in the hall of an invented village: they arrive, write what the corpus has them write, walk
 * when they are sent, and give their dots. They follow whatever the facilitator does; when nobody touches the
 * cockpit, a pilot presses its main button.
 */
import type { View } from '@bordet/workshop'
import { cardsOf, notesOf, wallOf, type CorpusNote } from './corpus.ts'
import { joinByPhone, Member, Refused, type Created, type Phone } from './hall.ts'

const names = (
  'Ulla Bengt Mohamed Karin Elsa Göran Ingegerd Anders Fatima Lars Svea Nils Amina Per Maja Olle Astrid Johan Linnea ' +
  'Sven Ebba Hassan Greta Emil Kerstin Viktor Siv Hugo Rut Alva'
).split(' ')

export interface LivingHall {
  phones: Phone[]
  /** Ends the simulation; the workshop stays as it is. */
  close(): void
}

export interface Pace {
  /** Between one person's note and the next in the whole hall. */
  noteMs: number
  /** How long the pilot lets a phase last. */
  phaseMs: number
}

export async function startLivingHall(options: {
  url: string
  workshop: Created
  village: string
  people: number
  pace: Pace
  log: (line: string) => void
}): Promise<LivingHall> {
  const { url, workshop, pace, log } = options
  const facilitator = new Member(url, workshop.id, workshop.keys.facilitator)
  await facilitator.ask({ type: 'startPhase' })
  const phones: Phone[] = []
  for (let index = 0; index < options.people; index += 1) {
    phones.push(await joinByPhone(url, { code: workshop.joinCode, name: names[index % names.length] ?? '' }))
  }
  const tables = workshop.boards.tables.length
  for (let table = 1; table <= tables; table += 1) {
    const host = phones[table - 1]
    if (host) await facilitator.ask({ type: 'setHost', table, personId: host.personId })
  }
  const script = new Map<string, CorpusNote[]>()
  for (const note of [...notesOf(options.village), ...cardsOf(options.village)]) {
    script.set(note.phase, [...(script.get(note.phase) ?? []), note])
  }
  const wall = wallOf(options.village)

  let closed = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let seen = ''
  let since = Date.now()
  const voted = new Set<string>()

  const step = async () => {
    const view = await facilitator.view()
    if (view.phase.id !== seen) {
      seen = view.phase.id
      since = Date.now()
      log(view.phase.name)
    }
    const isRunning = view.phase.status === 'running'
    if (isRunning && view.move) await oneArrives(phones)
    else if (isRunning && view.phase.id === 'plenary') await fillWall(facilitator, view, wall)
    else if (isRunning && view.vote) await oneVotes(phones, voted)
    else if (isRunning) await oneWrites(phones, script.get(view.phase.id))
    if (Date.now() - since > pace.phaseMs && isRunning) await pressOn(facilitator, view)
  }
  const run = async () => {
    try {
      await step()
    } catch (error) {
      // A note that comes a moment too late is refused; the hall goes on. Anything else is worth knowing.
      if (!(error instanceof Refused)) log(String(error))
    }
    if (!closed) timer = setTimeout(run, pace.noteMs)
  }
  void run()
  return {
    phones,
    close() {
      closed = true
      clearTimeout(timer)
    },
  }
}

async function oneWrites(phones: Phone[], notes: CorpusNote[] | undefined): Promise<void> {
  const note = notes?.shift()
  if (!note) return
  for (const phone of shuffled(phones)) {
    const { me } = await phone.view()
    if (me.table !== note.table) continue
    await phone.ask({ type: 'addNote', zone: note.zone, text: note.text })
    return
  }
}

async function oneArrives(phones: Phone[]): Promise<void> {
  for (const phone of shuffled(phones)) {
    const { me } = await phone.view()
    if (me.nextTable === null) continue
    await phone.ask({ type: 'arrive' })
    return
  }
}

async function fillWall(facilitator: Member, view: View, wall: { text: string }[]): Promise<void> {
  const idea = wall.shift()
  if (idea && view.phase.zones.some(({ id }) => id === 'wall')) {
    await facilitator.ask({ type: 'addNoteFor', table: 0, zone: 'wall', text: idea.text })
  }
}

async function oneVotes(phones: Phone[], voted: Set<string>): Promise<void> {
  const phone = shuffled(phones).find(({ personId }) => !voted.has(personId))
  if (!phone) return
  voted.add(phone.personId)
  const { vote } = await phone.view()
  if (!vote) return
  const votes: Record<string, number> = {}
  for (let dot = 0; dot < vote.budget; dot += 1) {
    // Some ideas are liked more than others: two draws, the earlier one wins.
    const count = vote.targets.length
    const index = Math.min(Math.floor(Math.random() * count), Math.floor(Math.random() * count))
    const target = vote.targets[index]
    if (target) votes[target.noteId] = (votes[target.noteId] ?? 0) + 1
  }
  await phone.ask({ type: 'castVotes', votes })
}

async function pressOn(facilitator: Member, view: View): Promise<void> {
  if (view.vote && !view.vote.revealed) await facilitator.ask({ type: 'reveal' })
  else if (view.agenda.some(({ state }) => state === 'next')) await facilitator.ask({ type: 'startPhase' })
}

function shuffled<T>(items: readonly T[]): T[] {
  const copy = [...items]
  for (let index = copy.length - 1; index > 0; index -= 1) {
    const other = Math.floor(Math.random() * (index + 1))
    const [a, b] = [copy[index], copy[other]]
    if (a !== undefined && b !== undefined) [copy[index], copy[other]] = [b, a]
  }
  return copy
}
