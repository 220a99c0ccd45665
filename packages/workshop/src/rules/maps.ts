/** What pins are put on. Rule [N13] of SPEC.md. */
import { refuse, unlessClosed, zoneById, type Handler } from '../handler.ts'

export const setMapImage: Handler<'setMapImage'> = {
  moment: unlessClosed,
  apply({ state }, { zone: zoneId, image }) {
    if (zoneById(state, zoneId)?.kind !== 'map') return refuse('zoneNotOpen')
    const zones = state.session.zones.map((zone) => (zone.id === zoneId ? { ...zone, image } : zone))
    return { state: { ...state, session: { ...state.session, zones } } }
  },
}
