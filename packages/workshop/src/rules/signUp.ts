/** Working groups: notes in a sign-up zone that people put themselves down for. Rules [G…] of SPEC.md. */
import {
  entryOf,
  presentPerson,
  refuse,
  unlessClosed,
  whilePresent,
  zonesOf,
  type Applying,
  type Handler,
  type Moment,
} from '../handler.ts'
import type { Phase } from '../session.ts'
import type { Group, WorkshopState } from '../state.ts'

export const signUp: Handler<'signUp'> = {
  moment: (moment) => whilePresent(moment) ?? (isOpen(moment) ? null : 'signUpClosed'),
  apply(applying, { groupId, mayContact, personId: other }) {
    const { state } = applying
    const personId = whose(applying, other)
    if (personId === null) return refuse('personUnknown')
    if (!isGroup(applying, groupId)) return refuse('groupUnknown')
    const group = groupOf(state, groupId)
    const isNew = entryOf(group.members, personId) === undefined
    if (isNew && group.max !== null && countMembers(state, group) >= group.max) return refuse('groupFull')
    return { state: withGroup(state, groupId, { members: { ...group.members, [personId]: mayContact } }) }
  },
}

export const leaveGroup: Handler<'leaveGroup'> = {
  /** Whoever put themselves down may think again all evening. */
  moment: whilePresent,
  apply(applying, { groupId, personId: other }) {
    const { state } = applying
    const personId = whose(applying, other)
    const { members } = groupOf(state, groupId)
    if (personId === null || entryOf(members, personId) === undefined) return refuse('groupUnknown')
    const { [personId]: _, ...others } = members
    return { state: withGroup(state, groupId, { members: others }) }
  },
}

/** A group is a note, so that the hall's board has it too. */
export const makeGroup: Handler<'makeGroup'> = {
  moment: (moment) => unlessClosed(moment) ?? (signUpPhase(moment.state) ? null : 'signUpClosed'),
  apply({ state, now, facts }, { opId, text, max }) {
    const phase = signUpPhase(state)
    const zone = phase && signUpZones(state, phase)[0]
    if (!phase || !zone) return refuse('signUpClosed')
    if (facts?.note(opId)) return refuse('opIdTaken')
    const { hallBoardId } = state
    if (zone.max !== undefined && facts && facts.countInZone(hallBoardId, zone.id) >= zone.max)
      return refuse('zoneFull')
    const note = { id: opId, zone: zone.id, phase: phase.id, text, color: zone.color, at: now }
    return {
      state: max === undefined ? state : withGroup(state, opId, { max }),
      effects: [{ kind: 'addNote', boardId: hallBoardId, note: { ...note, via: 'board' } }],
      answer: { noteId: opId },
    }
  },
}

export const setGroup: Handler<'setGroup'> = {
  moment: unlessClosed,
  apply(applying, { groupId, max }) {
    if (!isGroup(applying, groupId)) return refuse('groupUnknown')
    return { state: withGroup(applying.state, groupId, { max }) }
  },
}

export function groupOf({ groups }: WorkshopState, groupId: string): Group {
  return entryOf(groups, groupId) ?? { max: null, members: {} }
}

/** Who has left the meeting has left its groups too, and is there again on coming back. */
export function countMembers(state: WorkshopState, { members }: Group): number {
  return Object.keys(members).filter((id) => presentPerson(state, id)).length
}

export function signUpZones(state: WorkshopState, phase: Phase) {
  return zonesOf(state, phase).filter(({ kind }) => kind === 'signup')
}

/** The phase of the session that has people sign up: the current one if it does, else the last that ran, else the first. */
export function signUpPhase(state: WorkshopState): Phase | undefined {
  const { phases } = state.session
  const asks = (phase: Phase | undefined) => phase && signUpZones(state, phase).length > 0
  const ran = state.runs.map(({ phaseId }) => phases.find(({ id }) => id === phaseId))
  return ran.findLast(asks) ?? phases.find(asks)
}

function isOpen({ state, actor }: Moment): boolean {
  const current = state.session.phases[state.phaseIndex]
  if (!state.timer || !current) return false
  return signUpZones(state, current).length > 0 || (actor.role !== 'participant' && isAfterSignUp(state))
}

/** A list that lay on a table is typed in later. */
function isAfterSignUp(state: WorkshopState): boolean {
  const id = signUpPhase(state)?.id
  return state.runs.some(({ phaseId }) => phaseId === id)
}

function whose({ state, actor }: Applying, other: string | undefined): string | null {
  const personId = actor.role === 'participant' ? actor.personId : (other ?? null)
  return presentPerson(state, personId)?.id ?? null
}

function isGroup({ state, facts }: Applying, groupId: string): boolean {
  if (!facts) return true
  const note = facts.note(groupId)
  const isSignUp = state.session.zones.some(({ id, kind }) => id === note?.zone && kind === 'signup')
  return note !== undefined && isSignUp && !note.removed && !note.hidden
}

function withGroup(state: WorkshopState, groupId: string, change: Partial<Group>): WorkshopState {
  return { ...state, groups: { ...state.groups, [groupId]: { ...groupOf(state, groupId), ...change } } }
}
