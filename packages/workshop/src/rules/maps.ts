/** What pins are put on. Rule [N13] of SPEC.md. */
import { refuse, unlessClosed, zoneById, type Handler } from '../handler.ts'

export const setMapImage: Handler<'setMapImage'> = {
  moment: unlessClosed,
  apply({ state }, { zone: zoneId, image }) {
    if (zoneById(state, zoneId)?.kind !== 'map') return refuse('zoneNotOpen')
    const zones = state.session.zones.map((zone) => {
      if (zone.id !== zoneId) return zone
      const { image: _, ...plain } = zone
      return image === null ? plain : { ...plain, image }
    })
    return { state: { ...state, session: { ...state.session, zones } } }
  },
}
