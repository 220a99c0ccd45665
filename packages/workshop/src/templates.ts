/**
 * The methods a workshop can be made from. A template is one JSON file in `../templates` and one line in `files`;
 * it holds every text in every language, a session made from it only one.
 */
import type { Language } from '@bordet/text'
import { z } from 'zod'
import worldCafeService from '../templates/world-cafe-service.json' with { type: 'json' }
import { phaseSchema, wordsSchema, zoneSchema, type Session } from './session.ts'

const files: readonly unknown[] = [worldCafeService]

const templateZoneSchema = zoneSchema.extend({ title: wordsSchema })
const templatePhaseSchema = phaseSchema.extend({
  name: wordsSchema,
  question: wordsSchema.optional(),
  help: wordsSchema.optional(),
  starters: z.array(wordsSchema),
})
const templateSessionSchema = z.object({
  id: z.string(),
  name: wordsSchema,
  zones: z.array(templateZoneSchema),
  phases: z.array(templatePhaseSchema),
})
export const templateSchema = z.strictObject({
  id: z.string(),
  name: wordsSchema,
  purpose: wordsSchema,
  /** How many people and tables it is for, in words. */
  size: wordsSchema,
  /** Where the method comes from. */
  source: z.string(),
  roles: z.array(wordsSchema),
  sessions: z.array(templateSessionSchema).min(1),
  /** Themes to sort notes by. */
  codebook: z.array(z.object({ key: z.string(), name: wordsSchema })),
  /** The sections of its report. */
  harvest: z.array(wordsSchema),
})
export type Template = z.infer<typeof templateSchema>
type TemplateSession = z.infer<typeof templateSessionSchema>

export const templates: readonly Template[] = files.map((file) => templateSchema.parse(file))

export function templateById(id: string): Template | undefined {
  return templates.find((template) => template.id === id)
}

export function sessionById(template: Template, sessionId: string): TemplateSession | undefined {
  return template.sessions.find((session) => session.id === sessionId)
}

/** What a template's texts leave open, as `{place}`. A hole that is not filled stays as it stands. */
export type TemplateHoles = Readonly<Record<string, string>>

/** The session in one language, null when the template has none by that id. */
export function makeSession(
  template: Template,
  sessionId: string,
  language: Language,
  holes: TemplateHoles,
): Session | null {
  const session = sessionById(template, sessionId)
  if (!session) return null
  const say = (words: Readonly<Record<Language, string>>) => fillHoles(words[language], holes)
  return {
    zones: session.zones.map((zone) => ({ ...zone, title: say(zone.title) })),
    phases: session.phases.map(({ name, question, help, starters, ...rest }) => ({
      ...rest,
      name: say(name),
      ...(question ? { question: say(question) } : {}),
      ...(help ? { help: say(help) } : {}),
      starters: starters.map(say),
    })),
  }
}

/** A title for the workshop, for organisers who give none. */
export function sessionTitle(session: TemplateSession, language: Language, holes: TemplateHoles): string {
  return fillHoles(session.name[language], holes)
}

export function sessionMinutes(session: { phases: readonly { minutes: number }[] }): number {
  return session.phases.reduce((sum, phase) => sum + phase.minutes, 0)
}

function fillHoles(text: string, holes: TemplateHoles): string {
  return text.replace(/\{(\w+)\}/g, (hole, name: string) =>
    Object.hasOwn(holes, name) ? (holes[name] ?? hole) : hole,
  )
}
