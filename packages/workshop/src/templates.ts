/**
 * The methods a workshop can be made from. A template is one JSON file in `../templates` and one line in `files`;
 * it holds every text in every language, a session made from it only one.
 */
import { clockTime, dateLong, type Language } from '@bordet/text'
import { z } from 'zod'
import bidProcess from '../templates/bid-process.json' with { type: 'json' }
import citizenDialogue from '../templates/citizen-dialogue-map-hosting.json' with { type: 'json' }
import townCentrePartnership from '../templates/town-centre-partnership.json' with { type: 'json' }
import townProfile from '../templates/town-profile.json' with { type: 'json' }
import worldCafeService from '../templates/world-cafe-service.json' with { type: 'json' }
import { sessionIn } from './sessionIn.ts'
import { phaseSchema, wordsSchema, zoneSchema, type Session } from './session.ts'

const files: readonly unknown[] = [
  worldCafeService,
  townProfile,
  bidProcess,
  townCentrePartnership,
  citizenDialogue,
]

const templateZoneSchema = zoneSchema.extend({
  title: wordsSchema,
  fields: z.array(wordsSchema).optional(),
  choices: z.array(z.array(wordsSchema)).optional(),
  parts: z.array(wordsSchema).optional(),
  layers: z.array(wordsSchema).optional(),
  criteria: z.array(wordsSchema).optional(),
})
const templatePhaseSchema = phaseSchema.extend({
  name: wordsSchema,
  question: wordsSchema.optional(),
  help: wordsSchema.optional(),
  starters: z.array(wordsSchema),
  layer: wordsSchema.optional(),
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
export type TemplateSession = z.infer<typeof templateSessionSchema>

export const templates: readonly Template[] = files.map((file) => templateSchema.parse(file))

export function templateById(id: string): Template | undefined {
  return templates.find((template) => template.id === id)
}

export function sessionById(template: Template, sessionId: string): TemplateSession | undefined {
  return template.sessions.find((session) => session.id === sessionId)
}

/** What a template's texts leave open, as `{place}`. */
export type TemplateHoles = Readonly<Record<string, string>>

/** What is known of a workshop when it is made. */
export interface KnownOfWorkshop {
  place: string
  owner: string
  /** Epoch milliseconds. */
  startsAt: number
}

/**
 * Everything that a template's texts may leave open: what is not known is said in words that are true of every
 * workshop, and a hole nobody has heard of becomes an ellipsis. No page ever shows a raw one.
 */
export function holesFor(template: Template, language: Language, known: KnownOfWorkshop): TemplateHoles {
  const words = stopgaps[language]
  const date = dateLong(language, known.startsAt, hallTimeZone)
  return {
    place: known.place,
    town: known.place,
    owner: known.owner || words.owner,
    purpose: template.purpose[language].replace(/\.$/, ''),
    date,
    time: clockTime(language, known.startsAt, hallTimeZone),
    deadline: words.deadline,
  }
}

/** Denmark, Sweden and Norway keep one time. */
const hallTimeZone = 'Europe/Stockholm'

const stopgaps = {
  sv: { owner: 'den som bjöd in', deadline: 'det datum som sägs på mötet' },
  da: { owner: 'den, der inviterede', deadline: 'den dato, der siges på mødet' },
  nb: { owner: 'den som inviterte', deadline: 'den datoen som blir sagt på møtet' },
  en: { owner: 'those who invited', deadline: 'the date given at the meeting' },
} as const satisfies Record<Language, { owner: string; deadline: string }>

/** The session in one language, null when the template has none by that id. */
export function makeSession(
  template: Template,
  sessionId: string,
  language: Language,
  holes: TemplateHoles,
): Session | null {
  const session = sessionById(template, sessionId)
  if (!session) return null
  return sessionIn(session, (words) => fillHoles(words[language], holes))
}

/** A programme that somebody changed, with its holes filled. Words it has no hole for stay as they are. */
export function fillSession(session: Session, holes: TemplateHoles): Session {
  const fill = (text: string) =>
    text.replace(/\{(\w+)\}/g, (hole, name: string) =>
      Object.hasOwn(holes, name) ? (holes[name] ?? hole) : hole,
    )
  return {
    ...session,
    phases: session.phases.map(({ name, question, help, ...rest }) => ({
      ...rest,
      name: fill(name).slice(0, 200),
      ...(question === undefined ? {} : { question: fill(question).slice(0, 500) }),
      ...(help === undefined ? {} : { help: fill(help).slice(0, 500) }),
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
  return text.replace(/\{(\w+)\}/g, (_hole, name: string) =>
    Object.hasOwn(holes, name) ? (holes[name] ?? '…') : '…',
  )
}
