/** Where the tables stand: in the hall, on a floor plan; in a meeting without a hall, behind a link. Rules [L…], [O…]. */
import { isSoundPlan } from '../floorPlan.ts'
import { refuse, tableByNumber, unlessClosed, type Handler } from '../handler.ts'

export const setFloorPlan: Handler<'setFloorPlan'> = {
  moment: unlessClosed,
  apply({ state }, { plan }) {
    const tables = state.tables.map(({ number }) => number)
    if (plan !== null && !isSoundPlan(plan, tables)) return refuse('floorPlanWrong')
    return { state: { ...state, floorPlan: plan } }
  },
}

export const setMeetingLinks: Handler<'setMeetingLinks'> = {
  moment: unlessClosed,
  apply({ state }, { links }) {
    if (links.some(({ table }) => !tableByNumber(state, table))) return refuse('tableUnknown')
    const meetingLinks = Object.fromEntries(links.map(({ table, url }) => [String(table), url]))
    return { state: { ...state, meetingLinks } }
  },
}
