/** What the one main button does next: its verb, its consequence in numbers, and the command it sends. */
import type { AgendaRow, Ask, View } from '@bordet/workshop'
import type { CockpitKey } from './words.ts'

export interface Line {
  key: CockpitKey
  holes?: Record<string, string | number>
}

export interface MainAction {
  verb: Line
  consequence: Line[]
  ask: Ask
  /** Ends something that undo does not bring back as it was: ask once more. */
  confirm: boolean
}

/** Null when the workshop is closed: then there is nothing to press. */
export function mainAction(view: View): MainAction | null {
  if (view.status === 'closed') return null
  if (view.status === 'planned') return openDoors(view)
  if (view.vote && !view.vote.revealed && view.me.may.includes('reveal')) return reveal(view)
  const held = heldNotes(view)
  if (held > 0 && view.phase.noteMode.kind === 'hidden') return revealNotes(held)
  if (view.ranking && !view.ranking.revealed && view.me.may.includes('reveal')) return revealOrder(view)
  const next = nextRow(view)
  if (!next) return endMeeting(view)
  return {
    verb: verbFor(view, next),
    consequence: consequenceFor(view, next),
    ask: { type: 'startPhase', phaseId: next.id, from: view.phase.id },
    confirm: false,
  }
}

export function nextRow(view: View): AgendaRow | undefined {
  return view.agenda.find((row) => row.state === 'next')
}

function openDoors(view: View): MainAction {
  return {
    verb: { key: 'goOpenDoors' },
    consequence: [
      { key: 'goOpenDoorsThen', holes: { code: view.joinCode.replace(/^(\d{3})(\d{3})$/, '$1 $2') } },
    ],
    ask: { type: 'startPhase', from: null },
    confirm: false,
  }
}

function reveal(view: View): MainAction {
  return {
    verb: { key: 'goReveal' },
    consequence: [
      { key: 'goRevealThen', holes: { n: view.vote?.voters ?? 0, of: view.peopleCount } },
      ...scored(view),
    ],
    ask: { type: 'reveal' },
    confirm: false,
  }
}

/** Numbers are shown with the dots. */
function scored({ scoring, peopleCount }: View): Line[] {
  return scoring ? [{ key: 'choosingScores', holes: { n: scoring.people ?? 0, of: peopleCount } }] : []
}

function revealOrder({ ranking, peopleCount }: View): MainAction {
  return {
    verb: { key: 'goRevealOrder' },
    consequence: [{ key: 'goRevealOrderThen', holes: { n: ranking?.people ?? 0, of: peopleCount } }],
    ask: { type: 'reveal' },
    confirm: false,
  }
}

/** Notes that only their writers see, until somebody shows them. */
function heldNotes({ phase, tables, hallHeldNotes, me }: View): number {
  if (!phase.holding || !me.may.includes('reveal')) return 0
  return tables.reduce((sum, table) => sum + table.heldNotes, hallHeldNotes)
}

function revealNotes(n: number): MainAction {
  return {
    verb: { key: 'goRevealNotes' },
    consequence: [{ key: 'goRevealNotesThen', holes: { n } }],
    ask: { type: 'reveal' },
    confirm: false,
  }
}

function endMeeting(view: View): MainAction {
  const notes = view.tables.reduce((sum, table) => sum + table.notes, view.hallNotes)
  return {
    verb: { key: 'goClose' },
    consequence: [{ key: 'goCloseThen', holes: { n: notes } }],
    ask: { type: 'close' },
    confirm: true,
  }
}

function verbFor(view: View, next: AgendaRow): Line {
  const { short, numbered } = shortName(next.name)
  switch (next.kind) {
    case 'move':
      return { key: 'goMove' }
    case 'break':
      return { key: 'goBreak' }
    case 'vote':
      return { key: 'goVote' }
    case 'plenary':
      return view.phase.kind === 'arrival' ? { key: 'goWelcome' } : { key: 'goGather' }
    case 'harvest':
      return { key: 'goHarvest' }
    case 'round':
      return numbered
        ? { key: 'goStart', holes: { name: lowerFirst(short) } }
        : { key: 'goStartNamed', holes: { name: short } }
    case 'arrival':
    case 'consent':
    case 'signup':
    case 'map':
    case 'interview':
    case 'theme':
      return { key: 'goStartNamed', holes: { name: short } }
  }
}

function consequenceFor(view: View, next: AgendaRow): Line[] {
  // People on their way matter more than what comes: it is the reason to wait.
  if (view.move && view.move.of > 0) return arrivals(view.move)
  if (next.kind === 'move') return moving(view)
  if (next.moves) return [{ key: 'goThenName', holes: { name: next.name } }, ...moving(view)]
  if (view.phase.kind === 'arrival') return present(view)
  return [
    { key: 'goThenName', holes: { name: next.name } },
    { key: 'goThenMinutes', holes: { n: next.minutes } },
  ]
}

function arrivals({ arrived, of }: { arrived: number; of: number }): Line[] {
  if (arrived >= of) return [{ key: 'goAllArrived', holes: { n: of } }]
  return [
    { key: 'goArrived', holes: { n: arrived, of } },
    { key: 'goOnTheWay', holes: { n: of - arrived } },
  ]
}

function moving(view: View): Line[] {
  const hosts = view.tables.filter((table) => table.host !== null).length
  return [
    { key: 'goMoveThen', holes: { n: Math.max(0, view.peopleCount - staying(view)) } },
    ...(hosts > 0 ? [{ key: 'goHostsStay' as const, holes: { n: hosts } }] : []),
  ]
}

/** Hosts, and those who asked to keep their seat. */
function staying(view: View): number {
  const hosts = new Set(view.tables.flatMap((table) => (table.host === null ? [] : [table.host])))
  for (const person of view.people ?? []) if (person.stays) hosts.add(person.id)
  return hosts.size
}

function present(view: View): Line[] {
  const walkIns = (view.people ?? []).filter((person) => person.via === 'walkIn').length
  const here: Line = { key: 'goHere', holes: { n: view.peopleCount } }
  if (walkIns === 0) return [here]
  return [here, { key: 'goHereBy', holes: { phones: view.peopleCount - walkIns, cards: walkIns } }]
}

/** "Omgång 2: Det har vi prövat" is called "Omgång 2"; such a name with a number reads well in the middle of a sentence. */
export function shortName(name: string): { short: string; numbered: boolean } {
  const head = name.split(':')[0] ?? name
  const numbered = /\d/.test(head) && head.length < name.length
  return { short: numbered ? head : name, numbered }
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
