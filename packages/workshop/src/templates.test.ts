import { languages } from '@bordet/text'
import { describe, expect, it } from 'vitest'
import { sessionSchema } from './session.ts'
import { holesFor, makeSession, sessionTitle, templates } from './templates.ts'

const sessions = templates.flatMap((template) => template.sessions.map((session) => ({ template, session })))

describe.each(sessions)('$template.id $session.id', ({ template, session }) => {
  it.each(languages)('makes a session in %s with every hole filled and every zone known', (language) => {
    const holes = holesFor(template, language, { place: 'Lindåsa', owner: '', startsAt: 0 })
    const made = makeSession(template, session.id, language, holes)
    expect(sessionSchema.parse(made)).toEqual(made)
    expect(JSON.stringify(made)).not.toMatch(/\{\w+\}/)
    const zones = made?.zones.map((zone) => zone.id) ?? []
    for (const phase of made?.phases ?? []) for (const zone of phase.zones) expect(zones).toContain(zone)
    expect(sessionTitle(session, language, holes)).not.toMatch(/[{}…]/)
    expect(gaps(made)).toEqual([])
  })

  it('tells the zones of one phase apart by colour and by icon', () => {
    for (const phase of session.phases) {
      const zones = session.zones.filter((zone) => phase.zones.includes(zone.id))
      expect(new Set(zones.map((zone) => zone.color)).size).toBe(zones.length)
      expect(new Set(zones.map((zone) => zone.icon)).size).toBe(zones.length)
    }
  })
})

describe('the templates', () => {
  it('are the five methods with their 15 sessions and 108 phases', () => {
    expect(templates).toHaveLength(5)
    expect(sessions).toHaveLength(15)
    expect(sessions.flatMap(({ session }) => session.phases)).toHaveLength(108)
  })

  it('have parts where a zone is divided, choices for its fields, and layers that exist', () => {
    for (const { session } of sessions) {
      for (const { kind, fields, choices, parts, criteria } of session.zones) {
        expect(parts?.length).toBe(partCounts[kind])
        if (choices) expect(choices).toHaveLength(fields?.length ?? 0)
        expect(criteria !== undefined).toBe(kind === 'scoring')
        if (['cards', 'table', 'checklist', 'map'].includes(kind)) expect(fields?.length).toBeGreaterThan(1)
      }
      const layers = session.zones.flatMap((zone) => zone.layers ?? []).map(({ en }) => en)
      for (const { layer } of session.phases) if (layer) expect(layers).toContain(layer.en)
    }
  })
})

const partCounts: Partial<Record<string, number>> = { columns2: 2, columns3: 3, matrix2x2: 4 }

/** Texts that say nothing. */
function gaps(value: unknown): unknown[] {
  if (typeof value === 'string') return value.trim() === '' ? [value] : []
  if (Array.isArray(value)) return value.flatMap(gaps)
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(gaps) : []
}

describe('makeSession', () => {
  it('fills a hole it does not know with an ellipsis', () => {
    const [template] = templates
    if (!template) throw new Error('no templates')
    expect(makeSession(template, 'A1', 'sv', {})?.phases.length).toBeGreaterThan(0)
    const [session] = template.sessions
    expect(session && sessionTitle(session, 'sv', {})).toBe('World Café i …')
  })

  it('knows no sessions but the template’s own', () => {
    for (const template of templates) expect(makeSession(template, 'Z9', 'sv', {})).toBeNull()
  })
})
