import { languages } from '@bordet/text'
import { describe, expect, it } from 'vitest'
import { sessionSchema } from './session.ts'
import { makeSession, sessionTitle, templates } from './templates.ts'

const sessions = templates.flatMap((template) => template.sessions.map((session) => ({ template, session })))

describe.each(sessions)('$template.id $session.id', ({ template, session }) => {
  it.each(languages)('makes a session in %s with every hole filled and every zone known', (language) => {
    const holes = { place: 'Lindåsa', owner: 'Lindåsa kommun' }
    const made = makeSession(template, session.id, language, holes)
    expect(sessionSchema.parse(made)).toEqual(made)
    expect(JSON.stringify(made)).not.toMatch(/\{\w+\}/)
    const zones = made?.zones.map((zone) => zone.id) ?? []
    for (const phase of made?.phases ?? []) for (const zone of phase.zones) expect(zones).toContain(zone)
    expect(sessionTitle(session, language, holes)).toContain('Lindåsa')
  })

  it('tells the zones of one phase apart by colour and by icon', () => {
    for (const phase of session.phases) {
      const zones = session.zones.filter((zone) => phase.zones.includes(zone.id))
      expect(new Set(zones.map((zone) => zone.color)).size).toBe(zones.length)
      expect(new Set(zones.map((zone) => zone.icon)).size).toBe(zones.length)
    }
  })
})

describe('makeSession', () => {
  it('knows no sessions but the template’s own', () => {
    for (const template of templates) expect(makeSession(template, 'Z9', 'sv', {})).toBeNull()
  })
})
