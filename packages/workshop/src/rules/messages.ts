/** Words and looks that reach many at once: messages, prompts that go out by themselves, "look here". Rules [M…]. */
import { phaseNow, refuse, tableByNumber, unlessClosed, type Handler } from '../handler.ts'
import { tableOfBoard } from '../access.ts'

export const broadcast: Handler<'broadcast'> = {
  moment: unlessClosed,
  apply({ state, now }, { text, table }) {
    const message = text === '' ? null : { text, at: now }
    if (table === undefined) return { state: { ...state, broadcast: message } }
    if (!tableByNumber(state, table)) return refuse('tableUnknown')
    const { [table]: _, ...others } = state.tableMessages
    return { state: { ...state, tableMessages: message ? { ...others, [table]: message } : others } }
  },
}

export const setPrompts: Handler<'setPrompts'> = {
  moment: unlessClosed,
  apply({ state }, { phaseId, on }) {
    const { prompts } = state
    if (phaseId === undefined) return { state: { ...state, prompts: { off: !on, offPhases: [] } } }
    if (!state.session.phases.some(({ id }) => id === phaseId)) return refuse('phaseUnknown')
    const others = prompts.offPhases.filter((id) => id !== phaseId)
    return {
      state: { ...state, prompts: { ...prompts, offPhases: on ? others : [...others, phaseId] } },
    }
  },
}

export const gatherHere: Handler<'gatherHere'> = {
  moment: (moment) =>
    unlessClosed(moment) ??
    (phaseNow(moment.state, moment.now).status === 'waiting' ? 'workshopNotOpen' : null),
  apply({ state, now }, { boardId, area }) {
    if (tableOfBoard(state, boardId) === null) return refuse('tableUnknown')
    return { state: { ...state, gather: { boardId, area, at: now } } }
  },
}
