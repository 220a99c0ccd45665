/** A template's session said in one language. Without any schema, so that pages may load it for nothing. */
import type { Words } from '@bordet/text'
import type { Session, Zone } from './session.ts'
import type { TemplateSession } from './templates.ts'

type Say = (words: Words) => string

export function sessionIn({ zones, phases }: Pick<TemplateSession, 'zones' | 'phases'>, say: Say): Session {
  return {
    zones: zones.map((zone) => zoneIn(zone, say)),
    phases: phases.map(({ name, question, help, starters, layer, ...rest }) => ({
      ...rest,
      name: say(name),
      ...(question ? { question: say(question) } : {}),
      ...(help ? { help: say(help) } : {}),
      starters: starters.map(say),
      ...(layer ? { layer: say(layer) } : {}),
    })),
  }
}

function zoneIn(
  { title, fields, choices, parts, layers, criteria, ...rest }: TemplateSession['zones'][number],
  say: Say,
): Zone {
  return {
    ...rest,
    title: say(title),
    ...(fields ? { fields: fields.map(say) } : {}),
    ...(choices ? { choices: choices.map((each) => each.map(say)) } : {}),
    ...(parts ? { parts: parts.map(say) } : {}),
    ...(layers ? { layers: layers.map(say) } : {}),
    ...(criteria ? { criteria: criteria.map(say) } : {}),
  }
}
