/** Going through a form. Rules [F…] of SPEC.md. */
import { presentPerson, refuse, whilePresent, type Handler } from '../handler.ts'

/** To the next question, or the one before; past the last a new sheet begins, for the next person to be asked. */
export const nextQuestion: Handler<'nextQuestion'> = {
  moment(moment) {
    const shut = whilePresent(moment)
    if (shut) return shut
    if (!presentPerson(moment.state, moment.actor.personId)?.form) return 'noNextPhase'
    return moment.state.status === 'open' ? null : 'workshopNotOpen'
  },
  apply({ state, actor }, { opId, back }) {
    const person = presentPerson(state, actor.personId)
    if (!person?.form) return refuse('noNextPhase')
    const { step, sheet } = person.form
    const next = back ? Math.max(0, step - 1) : step + 1
    const form = next < state.session.phases.length ? { step: next, sheet } : { step: 0, sheet: opId }
    return { state: { ...state, people: { ...state.people, [person.id]: { ...person, form } } } }
  },
}
